import { hasEnded, type Job, type Result } from '../../contract/job.ts'

type News = { said: string[]; sound?: 'done' | 'failed' }

/** What became of the results that were still open before, in words, with one sound for all of it. */
export function jobNews(before: Job, now: Job): News {
  const open = new Set(before.results.filter((result) => !hasEnded(result)).map(({ model }) => model))
  const ended = now.results.filter((result) => hasEnded(result) && open.has(result.model))
  const endedBefore = now.completedModels - ended.length
  const said = ended.map(
    (result, place) => `${result.name} ${verbs[result.status]}, ${endedBefore + place + 1} of ${now.totalModels}`,
  )
  const some = (status: Result['status']) => ended.some((result) => result.status === status)
  if (some('completed')) return { said, sound: 'done' }
  return some('error') ? { said, sound: 'failed' } : { said }
}

const verbs = {
  pending: 'waits',
  in_progress: 'paints',
  completed: 'finished',
  error: 'failed',
  cancelled: 'stopped',
} as const satisfies Record<Result['status'], string>
