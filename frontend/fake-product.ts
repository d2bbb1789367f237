import type { Job, Result } from '../contract/job.ts'
import { GenerateRequest, RetryRequest } from '../contract/generate.ts'
import type { Model } from '../contract/model.ts'
import { parseJobVersions } from '../contract/status.ts'
import { EnhanceRequest } from '../contract/enhance.ts'
import { SwitchRequest } from '../contract/operator.ts'
import { type ApiToken, CreateTokenRequest } from '../contract/token.ts'
import { entryOf, pageOf } from './fake-gallery.ts'
import { cancelled, fakeJob, pending } from './fake-job.ts'
import { fakeSpend, fakeSwitches, fakeToken, quiet } from './fake-operator.ts'
import { type Answer, type Answers, type Asked, fakeServer, modelsReply, refusal } from './fake-server.ts'

export type FakeProduct = {
  asked: Asked[]
  /** Newest first. */
  jobs(): Job[]
  keep(job: Job): void
  /** What a model has come to in a job (the newest, unless named); held requests are answered at once. */
  result(result: Result, jobId?: string): void
  /** Answers a route otherwise, until it is told `undefined`. */
  answer(route: string, answer: Answer | Promise<Answer> | undefined): void
  /** From now on the server has these models. */
  offer(models: readonly Model[]): void
  /** Nothing is answered any more, or again. */
  unplug(): void
  plug(): void
}

/** The server as the page knows it: keeps jobs, holds status requests, and paints when a test says so. */
export function fakeProduct(configured: readonly Model[]): FakeProduct {
  let models = configured
  const jobs = new Map<string, Job>()
  const started = new Map<string, string>()
  const otherwise = new Map<string, Answer | Promise<Answer>>()
  const held = new Set<() => void>()
  const switchedOff = new Set<string>()
  const tokens = new Map<string, ApiToken>()
  let plugged = true

  const newestFirst = () => [...jobs.values()].toReversed()
  function put(job: Job): Job {
    const changed = { ...fakeJob(job.results, job), version: (jobs.get(job.jobId)?.version ?? 0) + 1 }
    jobs.set(job.jobId, changed)
    for (const answerHeld of held) answerHeld()
    return changed
  }
  const withSwitch = (model: Model): Model =>
    switchedOff.has(model.id) ? { ...model, enabled: false, switchedOff: true } : model
  const withResult = (job: Job, result: Result) => put({ ...job, ...counted(job, result) })
  const named = ({ ids }: Asked, answer: (job: Job) => Answer): Answer => {
    const job = jobs.get(ids['jobId'] ?? '')
    return job ? answer(job) : refusal('not_found', 'There is no such job')
  }

  const routes: Answers = {
    'GET /api/models': () => ({ body: modelsReply(models.map(withSwitch)) }),
    'GET /api/health': () => ({ body: health }),
    'POST /api/log': () => ({}),
    'POST /api/session': () => ({ body: { role: 'visitor' } }),
    'DELETE /api/session': () => ({}),
    'POST /api/generate'({ body, headers }) {
      const { prompt, models: chosen = [], parameters = {} } = GenerateRequest.parse(body)
      const key = headers.get('Idempotency-Key') ?? ''
      const before = jobs.get(started.get(key) ?? '')
      if (before) return { body: before }
      const jobId = `job${String(jobs.size + 1).padStart(19, '0')}`
      const names = chosen.map((id) => models.find((model) => model.id === id)?.name ?? id)
      started.set(key, jobId)
      const waiting = names.map((name) => pending(name, { requested: parameters.imagesPerModel ?? 1 }))
      return { body: put(fakeJob(waiting, { jobId, prompt, parameters })) }
    },
    'GET /api/status': ({ path }) => statusOf(path),
    'GET /api/status/{jobId}': (asking) => named(asking, (body) => ({ body })),
    'GET /api/gallery/{jobId}': (asking) => named(asking, (body) => ({ body })),
    'GET /api/gallery/list': ({ path }) => ({ body: pageOf(newestFirst().map(entryOf), path) }),
    'DELETE /api/gallery/{jobId}': (asking) =>
      named(asking, ({ jobId }) => {
        jobs.delete(jobId)
        return {}
      }),
    'POST /api/jobs/{jobId}/cancel': (asking) =>
      named(asking, (job) => {
        const open = job.results.filter(({ status }) => status === 'pending' || status === 'in_progress')
        return { body: open.reduce((now, { name }) => withResult(now, cancelled(name)), job) }
      }),
    'POST /api/jobs/{jobId}/retry': (asking) =>
      named(asking, (job) => {
        const old = job.results.find(({ model }) => model === RetryRequest.parse(asking.body).model)
        if (!old) return refusal('not_found', 'There is no such model in this job')
        const attempts = [...(job.attempts ?? []), old]
        return { body: withResult({ ...job, attempts }, pending(old.name, { attempt: old.attempt + 1 })) }
      }),
    'GET /api/spend': () => ({ body: fakeSpend(models) }),
    'GET /api/activity': () => ({ body: quiet }),
    'GET /api/switches': () => ({ body: fakeSwitches(models, switchedOff) }),
    'POST /api/switches'({ body }) {
      const { model, on } = SwitchRequest.parse(body)
      if (on) switchedOff.delete(model)
      else switchedOff.add(model)
      return { body: fakeSwitches(models, switchedOff) }
    },
    'GET /api/tokens': () => ({ body: { tokens: [...tokens.values()] } }),
    'POST /api/tokens'({ body }) {
      const { expiresInDays: _, ...asked } = CreateTokenRequest.parse(body)
      const token = fakeToken(asked.name, asked)
      tokens.set(token.id, token)
      return { body: { secret: `ppt_${token.id}`, token } }
    },
    'DELETE /api/tokens/{tokenId}'({ ids }) {
      return tokens.delete(ids['tokenId'] ?? '') ? {} : refusal('not_found', 'This token does not exist')
    },
    'POST /api/enhance'({ body }) {
      const { prompt: original } = EnhanceRequest.parse(body)
      return { body: { original, short: `${original}, soft light`, long: `${original}, in oil`, source: 'built-in' } }
    },
  }

  async function statusOf(path: string): Promise<Answer> {
    const asking = parseJobVersions(new URL(path, 'http://page').searchParams.get('jobs') ?? '')
    for (;;) {
      const found = asking.flatMap(({ jobId, after }) => {
        const job = jobs.get(jobId)
        return job && (after === undefined || job.version > after) ? [job] : []
      })
      const missing = asking.map(({ jobId }) => jobId).filter((id) => !jobs.has(id))
      if (found.length > 0 || missing.length > 0) return { body: { jobs: found, missing } }
      // oxlint-disable-next-line no-await-in-loop -- held until a job has moved
      await new Promise<void>((resolve) => held.add(resolve))
    }
  }

  const answering = Object.entries(routes).map(([route, answer]): [string, Answers[string]] => [
    route,
    (asking) => (plugged ? (otherwise.get(route) ?? answer(asking)) : 'unreachable'),
  ])
  return {
    asked: fakeServer(Object.fromEntries(answering)).asked,
    jobs: newestFirst,
    keep: (job) => void put(job),
    result(result, jobId) {
      const job = jobId === undefined ? newestFirst()[0] : jobs.get(jobId)
      if (!job) throw new Error('There is no such job')
      withResult(job, result)
    },
    answer: (route, answer) => void (answer ? otherwise.set(route, answer) : otherwise.delete(route)),
    offer(others) {
      models = others
    },
    unplug() {
      plugged = false
    },
    plug() {
      plugged = true
    },
  }
}

/** A job's results with one of them replaced, and what follows from that. */
function counted({ results }: Job, result: Result): Pick<Job, 'completedModels' | 'results' | 'status'> {
  const { completedModels, status, ...job } = fakeJob(results.map((old) => (old.model === result.model ? result : old)))
  return { completedModels, status, results: job.results }
}

const health = { ok: true, version: '1', parts: { database: { ok: true }, images: { ok: true }, models: { ok: true } } }
