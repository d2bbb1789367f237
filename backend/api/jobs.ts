import { Hono } from 'hono'
import { RetryRequest } from '../../contract/generate.ts'
import { RefusalError } from '../../contract/refusal.ts'
import { admit } from '../accounts/admission.ts'
import { cancelJob } from '../jobs/cancel-job.ts'
import { retryTask } from '../jobs/retry-task.ts'
import { refuseBlocked } from '../safety/refuse-blocked.ts'
import { refuseFlagged } from '../safety/refuse-flagged.ts'
import { answer } from './answer.ts'
import type { ApiEnv, AppDeps } from './app-deps.ts'
import { findOwnJob } from './find-job.ts'
import { invalid } from './parse-input.ts'
import { readJson, readNothing } from './read-json.ts'
import { showJob } from './show-job.ts'
import { withTurn } from './with-turn.ts'

export const jobs = (deps: AppDeps) => {
  const { jobDeps, accounts } = deps
  const show = showJob(deps)
  return new Hono<ApiEnv>()
    .post('/api/jobs/:jobId/cancel', async (c) => {
      const found = await findOwnJob(c, deps)
      await readNothing(c)
      return answer(c, await show(c, await cancelJob(jobDeps, found)), 202)
    })
    .post('/api/jobs/:jobId/retry', async (c) => {
      const job = await findOwnJob(c, deps)
      const { model: id } = await readJson(c, RetryRequest)
      const task = job.tasks.find((candidate) => candidate.model === id)
      if (task === undefined) throw invalid([{ path: 'model', message: 'Has no part in this run' }])
      const model = deps.models.find((candidate) => candidate.id === id)
      if (model === undefined) throw new RefusalError('conflict', 'This server no longer has that model.')
      // The run may have been accepted under earlier rules.
      refuseBlocked(job)
      const retried = await retryTask(jobDeps, job, model, async (jobId) => {
        const models = [model]
        const run = { jobId, models, imagesPerModel: task.requested }
        return withTurn(c, deps, 'runs', async (giveBack) => {
          await refuseFlagged(deps.moderation, [job.prompt])
          return { models, ...(await admit(accounts, run)), giveBack }
        })
      })
      return answer(c, await show(c, retried), 202)
    })
}
