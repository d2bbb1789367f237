import { isRunning, type Job } from '../../contract/job.ts'
import { announce } from '../ui/announcer.tsx'
import { queries } from '../ui/queries.ts'
import { play } from '../ui/sounds.ts'
import { toast } from '../ui/toasts.tsx'
import { jobKey } from './job-key.ts'
import { jobNews } from './job-news.ts'
import { stopWords } from './stop-words.ts'
import { takeStop } from './stops.ts'

/** Takes a job as the server told it, unless a newer one is known already, and tells of what has ended. */
export function receiveJob(job: Job): void {
  const before = queries.getQueryData<Job>(jobKey(job.jobId))
  if (before && before.version > job.version) return
  queries.setQueryData(jobKey(job.jobId), job)
  // Of the same version: at most places in the queue have changed.
  if (before?.version === job.version) return
  if (!before || isRunning(before) !== isRunning(job)) void queries.invalidateQueries({ queryKey: ['gallery'] })
  if (!before) return
  const { said, sound } = jobNews(before, job)
  for (const sentence of said) announce(sentence)
  if (sound) play(sound)
  if (!isRunning(job) && takeStop(job.jobId)) toast(stopWords(job) ?? 'Everything had finished first, and is kept.')
}
