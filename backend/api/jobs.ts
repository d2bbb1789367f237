import { Hono } from 'hono'
import { RetryRequest } from '../../contract/generate.ts'
import { RefusalError } from '../../contract/refusal.ts'
import { cancelJob } from '../jobs/cancel-job.ts'
import { toJob } from '../jobs/job-view.ts'
import { retryTask } from '../jobs/retry-task.ts'
import { answer } from './answer.ts'
import type { ApiEnv, AppDeps } from './app-deps.ts'
import { findJob } from './find-job.ts'
import { invalid } from './parse-input.ts'
import { readJson, readNothing } from './read-json.ts'

export const jobs = ({ jobDeps, models, usualTimes }: AppDeps) =>
  new Hono<ApiEnv>()
    .post('/api/jobs/:jobId/cancel', async (c) => {
      const found = await findJob(c, jobDeps.jobs)
      await readNothing(c)
      const job = await cancelJob(jobDeps, found)
      return answer(c, toJob(job, { usualMs: usualTimes.of }), 202)
    })
    .post('/api/jobs/:jobId/retry', async (c) => {
      const job = await findJob(c, jobDeps.jobs)
      const { model: id } = await readJson(c, RetryRequest)
      if (!job.tasks.some((task) => task.model === id)) {
        throw invalid([{ path: 'model', message: 'Has no part in this run' }])
      }
      const model = models.find((candidate) => candidate.id === id)
      if (model === undefined) throw new RefusalError('conflict', 'This server no longer has that model.')
      return answer(c, toJob(await retryTask(jobDeps, job, model), { usualMs: usualTimes.of }), 202)
    })
