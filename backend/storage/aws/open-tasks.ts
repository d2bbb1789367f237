import { isDue, type Waiting } from '../turns.ts'
import type { StoredJob } from './job-item.ts'

/** The tasks of these jobs that could run now. */
export const waitingTasks = (jobs: readonly StoredJob[], now: number): Waiting[] =>
  jobs.flatMap(({ jobId, createdAt, visitor, taker = visitor, tasks }) =>
    tasks.flatMap((task) => {
      if (task.status !== 'pending' || !isDue(task.dueAt, now)) return []
      const { dueAt, position, attempt, terms } = task
      return [{ task: keyOf(jobId, { terms, attempt }), lane: terms.lane, visitor: taker, dueAt, createdAt, position }]
    }),
  )

export const runningTasks = (jobs: readonly StoredJob[]): Pick<Waiting, 'lane' | 'visitor'>[] =>
  jobs.flatMap(({ visitor, taker = visitor, tasks }) =>
    tasks.filter(({ status }) => status === 'in_progress').map(({ terms: { lane } }) => ({ lane, visitor: taker })),
  )

export const keyOf = (
  jobId: string,
  { terms: { model }, attempt }: Pick<StoredJob['tasks'][number], 'terms' | 'attempt'>,
) => ({
  jobId,
  model,
  attempt,
})
