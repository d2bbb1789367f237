import { Hono } from 'hono'
import { GenerateRequest, IdempotencyKey } from '../../contract/generate.ts'
import { admit } from '../accounts/admission.ts'
import { switchedOff } from '../accounts/switched-off.ts'
import { turnTaker } from '../accounts/turn-taker.ts'
import type { Admitted } from '../jobs/admitted.ts'
import { startJob, type StartRequest } from '../jobs/start-job.ts'
import { refuseBlocked } from '../safety/refuse-blocked.ts'
import { refuseFlagged } from '../safety/refuse-flagged.ts'
import { answer } from './answer.ts'
import type { ApiContext, ApiEnv, AppDeps } from './app-deps.ts'
import { clientAddress } from './client-address.ts'
import { chooseModels } from './choose-models.ts'
import { invalid } from './parse-input.ts'
import { readJson } from './read-json.ts'
import { replayLimit } from './replay-limit.ts'
import { showJob } from './show-job.ts'
import { visitorOf } from './visitor-of.ts'
import { withTurn } from './with-turn.ts'

export const generate = (deps: AppDeps) => {
  const { jobDeps, accounts } = deps
  const show = showJob(deps)
  const countReplay = replayLimit(jobDeps.now)

  const admitJob = async (c: ApiContext, jobId: string, request: StartRequest): Promise<Admitted> => {
    const { prompt, wanted, parameters, maxMicroUsd } = request
    const models = chooseModels(deps.models, { wanted, off: await switchedOff(accounts) })
    const imagesPerModel = parameters.imagesPerModel ?? 1
    const run = { jobId, models, imagesPerModel, maxMicroUsd }
    return withTurn(c, deps, 'runs', async (giveBack) => {
      await refuseFlagged(deps.moderation, [prompt])
      return { models, ...(await admit(accounts, run)), giveBack }
    })
  }

  return new Hono<ApiEnv>().post('/api/generate', async (c) => {
    const visitor = visitorOf(c)
    const key = readIdempotencyKey(c)
    const { prompt, parameters = {}, models: wanted, maxMicroUsd } = await readJson(c, GenerateRequest)
    refuseBlocked({ prompt, parameters })
    const limit = maxMicroUsd === undefined ? {} : { maxMicroUsd }
    const shared = deps.gallery === 'shared'
    const taker = turnTaker(deps, { visitor, address: clientAddress(c, deps.clients) })
    const request = { visitor, taker, prompt, parameters, shared, ...(wanted && { wanted }), ...limit, ...key }
    const { job, replayed } = await startJob(jobDeps, request, (jobId) => admitJob(c, jobId, request))
    if (replayed) countReplay(clientAddress(c, deps.clients))
    c.header('Location', `/api/status/${job.jobId}`)
    if (replayed) c.header('Idempotent-Replayed', 'true')
    return answer(c, await show(c, job), 202)
  })
}

function readIdempotencyKey(c: ApiContext): { idempotencyKey?: string } {
  const key = c.req.header('Idempotency-Key')
  if (key === undefined) return {}
  const parsed = IdempotencyKey.safeParse(key)
  if (parsed.success) return { idempotencyKey: parsed.data }
  throw invalid(parsed.error.issues.map(({ message }) => ({ path: 'Idempotency-Key', message })))
}
