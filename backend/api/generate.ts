import { Hono } from 'hono'
import { GenerateRequest, IdempotencyKey } from '../../contract/generate.ts'
import { startJob } from '../jobs/start-job.ts'
import { toJob } from '../jobs/job-view.ts'
import { answer } from './answer.ts'
import type { ApiContext, ApiEnv, AppDeps } from './app-deps.ts'
import { chooseModels } from './choose-models.ts'
import { invalid } from './parse-input.ts'
import { readJson } from './read-json.ts'
import { visitorOf } from './visitor-of.ts'

export const generate = ({ jobDeps, models, usualTimes }: AppDeps) =>
  new Hono<ApiEnv>().post('/api/generate', async (c) => {
    const visitor = visitorOf(c)
    const key = readIdempotencyKey(c)
    const { prompt, parameters = {}, models: wanted } = await readJson(c, GenerateRequest)
    const request = { visitor, prompt, parameters, ...(wanted && { wanted }), ...key }
    const { job, replayed } = await startJob(jobDeps, request, () => chooseModels(models, wanted))
    c.header('Location', `/api/status/${job.jobId}`)
    if (replayed) c.header('Idempotent-Replayed', 'true')
    return answer(c, toJob(job, { usualMs: usualTimes.of }), 202)
  })

function readIdempotencyKey(c: ApiContext): { idempotencyKey?: string } {
  const key = c.req.header('Idempotency-Key')
  if (key === undefined) return {}
  const parsed = IdempotencyKey.safeParse(key)
  if (parsed.success) return { idempotencyKey: parsed.data }
  throw invalid(parsed.error.issues.map(({ message }) => ({ path: 'Idempotency-Key', message })))
}
