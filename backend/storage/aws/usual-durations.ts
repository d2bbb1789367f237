import * as z from 'zod/mini'
import type { JobStore, Outcome, TaskKey } from '../storage.ts'
import type { Items } from './items.ts'
import { timeOrdered } from './time-ordered.ts'

type Completed = Extract<Outcome, { status: 'completed' }>

const keptSeconds = 90 * 86_400

export async function noteDuration(
  items: Items,
  { jobId, model }: Pick<TaskKey, 'jobId' | 'model'>,
  { startedAt, completedAt }: Pick<Completed, 'startedAt' | 'completedAt'>,
): Promise<void> {
  const sk = timeOrdered(completedAt, jobId)
  await items.update(
    { pk: pkOf(model), sk },
    {
      set: ['#ms = :ms', '#ttl = :ttl'],
      names: { '#ms': 'ms', '#ttl': 'ttl' },
      values: { ':ms': completedAt - startedAt, ':ttl': Math.floor(completedAt / 1000) + keptSeconds },
    },
  )
}

export const usualDurations = (items: Items): Pick<JobStore, 'recentDurations'> => ({
  async recentDurations(model, limit) {
    const { items: newest } = await items.query({
      KeyConditionExpression: 'pk = :pk',
      values: { ':pk': pkOf(model) },
      ascending: false,
      limit,
    })
    return newest.map((item) => Duration.parse(item).ms)
  },
})

const pkOf = (model: string) => `USUAL#${model}`
const Duration = z.object({ ms: z.number() })
