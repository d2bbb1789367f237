import { RefusalError } from '../../contract/refusal.ts'
import type { ImageModel } from '../providers/provider.ts'
import type { JobRecord } from '../storage/storage.ts'
import type { JobDeps } from './job-deps.ts'
import { taskTerms } from './task-terms.ts'

// Every attempt stays in the job's record, which has a bounded size.
const maxAttempts = 20

/** Opens the next attempt of one result. Throws RefusalError `conflict` when it runs, has succeeded, or is not of the job. */
export async function retryTask(
  { jobs, queue, now }: Pick<JobDeps, 'jobs' | 'now' | 'queue'>,
  job: JobRecord,
  model: ImageModel,
): Promise<JobRecord> {
  const task = job.tasks.find((candidate) => candidate.model === model.id)
  if (task === undefined) throw new RefusalError('conflict', `${model.name} has no part in this run.`)
  if (!model.enabled) throw new RefusalError('conflict', `${model.name} is no longer offered.`)
  if (task.attempt >= maxAttempts) {
    throw new RefusalError('conflict', `${model.name} was tried ${maxAttempts} times in this run: start a new one.`)
  }
  const terms = { ...taskTerms(model, job.parameters), ignored: task.ignored, requested: task.requested }
  const opened = await jobs.openRetry(
    { jobId: job.jobId, model: model.id, attempt: task.attempt },
    { now: now(), terms },
  )
  if (opened === undefined) {
    throw new RefusalError('conflict', `${model.name} is still painting, or has succeeded: there is nothing to retry.`)
  }
  await queue.send([{ jobId: job.jobId, model: model.id, attempt: task.attempt + 1 }])
  return opened
}
