import type { Job } from '../contract/job.ts'
import { type Model, ModelsReply } from '../contract/model.ts'
import type { Figure } from './benchmark.ts'
import { ask, type Asking, authOf, followJob, startJob } from './client.ts'
import { quantile } from './quantile.ts'
import { failedMs, runOpenLoop } from './run-open-loop.ts'

export type DeploymentLoad = {
  /** Where visitors reach it. */
  url: string
  /** Of a program. Absent: asked as a new visitor. */
  token?: string
  /** Ids. Absent: what is free, so that nothing is spent unasked. */
  models?: string[]
  /** Followed to their end, one after the other. */
  runs: number
  /** Then sent on a schedule, with one model each. */
  perSecond: number
  seconds: number
}

/**
 * Asks a server that somebody else started, wherever it is. The figures have no bars: the way there is in them. What is
 * sent counts against the limits and budgets there.
 */
export async function measureDeployment({ url, token, models, ...load }: DeploymentLoad): Promise<Figure[]> {
  const asking: Asking = token === undefined ? await newVisitor(url) : { url, token }
  const ids = choose(ModelsReply.parse(await ask(asking, '/api/models')).models, models)
  const ended: { job: Job; ms: number }[] = []
  for (let run = 0; run < load.runs; run += 1) {
    const startedAt = performance.now()
    const job = await followJob(asking, await startJob(asking, { prompt: 'a measured boat', models: ids }))
    ended.push({ job, ms: performance.now() - startedAt })
  }
  const latencies = await runOpenLoop({
    url: `${url}/api/generate`,
    perSecond: load.perSecond,
    seconds: load.seconds,
    body: { prompt: 'a measured boat', models: ids.slice(0, 1) },
    headers: authOf(asking),
  })
  return [...completion(ended, ids), ...acceptance(latencies)]
}

/** With the cookie of a server that tells its visitors apart. */
async function newVisitor(url: string): Promise<Asking> {
  const response = await fetch(`${url}/api/models`)
  await response.text()
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0]
  return { url, ...(cookie !== undefined && { cookie }) }
}

function choose(models: readonly Model[], wanted: readonly string[] | undefined): string[] {
  const enabled = models.filter((model) => model.enabled)
  if (wanted === undefined) {
    const free = enabled.filter(({ priceMicroUsd }) => priceMicroUsd === 0).map(({ id }) => id)
    if (free.length === 0) throw new Error('No model there is free: say with --models which may be paid for')
    return free
  }
  const missing = wanted.filter((id) => !enabled.some((model) => model.id === id))
  if (missing.length === 0) return [...wanted]
  throw new Error(
    `There is no enabled model ${missing.join(', ')}: there are ${enabled.map(({ id }) => id).join(', ')}`,
  )
}

function completion(ended: readonly { job: Job; ms: number }[], ids: readonly string[]): Figure[] {
  const results = ended.flatMap(({ job }) => job.results)
  const completed = results.filter(({ status }) => status === 'completed').length
  const seconds = ended.map(({ ms }) => ms / 1000)
  const note = `${ended.length} runs of ${ids.join(', ')}; ${completed} of ${results.length} results completed`
  return [
    { what: 'from POST to the end of a run, p50', value: quantile(seconds, 0.5), unit: 's', note },
    { what: 'from POST to the end of a run, the longest', value: Math.max(...seconds), unit: 's' },
    { what: 'results that failed', value: results.length - completed, unit: '' },
  ]
}

function acceptance(latencies: readonly number[]): Figure[] {
  const failed = latencies.filter((ms) => ms === failedMs).length
  return [
    { what: 'accepted, p50', value: quantile(latencies, 0.5), unit: 'ms' },
    { what: 'accepted, p95', value: quantile(latencies, 0.95), unit: 'ms', note: `${latencies.length} sent` },
    { what: 'POSTs that failed', value: failed, unit: '' },
  ]
}
