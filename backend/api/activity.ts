import { Hono } from 'hono'
import type { ActivityReply } from '../../contract/operator.ts'
import { answer } from './answer.ts'
import type { ApiEnv, AppDeps } from './app-deps.ts'

const hourMs = 3_600_000

export const activity = ({ jobDeps, models }: Pick<AppDeps, 'jobDeps' | 'models'>) => {
  const names = new Map(models.map(({ id, name }) => [id, name]))
  return new Hono<ApiEnv>().get('/api/activity', async (c) => {
    const now = jobDeps.now()
    const { waitingSince, faults, ...counts } = await jobDeps.jobs.activity({ now, since: now - hourMs })
    return answer(c, {
      ...counts,
      ...(waitingSince !== undefined && { waitingSince: new Date(waitingSince).toISOString() }),
      faults: faults.map((fault) => ({ ...fault, name: names.get(fault.model) ?? fault.model })),
    } satisfies ActivityReply)
  })
}
