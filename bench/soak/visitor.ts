import { setTimeout as sleep } from 'node:timers/promises'
import type { Random } from '../../backend/simulation/random.ts'
import { isRunning, Job } from '../../contract/job.ts'
import type { Answer, Besieged } from './besieged.ts'
import { fleeting, type SoakModel } from './providers.ts'

/** A run that was acknowledged. `record`: as it had ended before it was deleted; undefined: it was deleted in mid-run. */
type Run = { jobId: string; prompt: string; deleted?: { record: Job | undefined } }

export type Visitor = {
  runs: readonly Run[]
  /** Starts runs and does what people do with them, until the signal aborts. */
  live(over: AbortSignal): Promise<void>
  /** Undefined when it is not there. Waits until it has ended. */
  follow(jobId: string): Promise<Job | undefined>
  /** The status with which it was answered: 202 when it was begun. */
  retry(jobId: string, model: string): Promise<number>
  get(path: string): Promise<Answer>
}

type Setting = {
  server: Besieged
  number: number
  cookie: string
  random: Random
  models: readonly SoakModel[]
  /** Between two runs, at most. */
  thinkMs: number
  note: (what: string) => void
}

const plans = [
  [45, 'stay'],
  [20, 'leave'],
  [15, 'stop'],
  [10, 'delete'],
  [10, 'delete in mid-run'],
] as const
type Plan = (typeof plans)[number][1]

export function visitor({ server, number, cookie, random, models, thinkMs, note }: Setting): Visitor {
  const runs: Run[] = []
  const get = (path: string) => server.ask(cookie, path)
  const post = (path: string, json?: object, key?: string) =>
    server.ask(cookie, path, { method: 'POST', ...(json && { json }), ...(key !== undefined && { key }) })
  const jobOf = ({ status, body }: Answer) => (status === 404 ? undefined : Job.parse(body))

  const start = async (plan: Plan): Promise<Run | undefined> => {
    const chosen =
      plan === 'delete in mid-run'
        ? [fleeting]
        : models.filter(({ dailyUsd }) => random.chance(dailyUsd === undefined ? 0.5 : 0.1))
    if (chosen.length === 0) return undefined
    // No other run has it, so that a provider's request tells whose it is. Sent again it is the same click.
    const prompt = `boat ${runs.length + 1} of visitor ${number}, ${random.below(1e9)}`
    const parameters = {
      imagesPerModel: random.weighted([
        [6, 1],
        [2, 2],
        [1, 3],
      ]),
    }
    const json = { prompt, parameters, models: chosen.map(({ id }) => id) }
    const { status, body } = await post('/api/generate', json, prompt.replaceAll(' ', '-'))
    if (status !== 202) {
      note(status === 429 ? 'runs refused, over a budget' : `runs answered with ${status}`)
      return undefined
    }
    const run: Run = { jobId: Job.parse(body).jobId, prompt }
    runs.push(run)
    note('runs acknowledged')
    return run
  }

  const changed = async ({ jobId }: Run) => get(`/api/status/${jobId}?after=1`)

  const follow = async (jobId: string): Promise<Job | undefined> => {
    let job = jobOf(await get(`/api/status/${jobId}`))
    while (job && isRunning(job)) job = jobOf(await get(`/api/status/${jobId}?after=${job.version}`))
    return job
  }

  const retry = async (jobId: string, model: string): Promise<number> => {
    const { status } = await post(`/api/jobs/${jobId}/retry`, { model })
    note(status === 202 ? 'results retried' : `retries answered with ${status}`)
    return status
  }

  const remove = async (run: Run, record?: Job): Promise<void> => {
    const { status } = await server.ask(cookie, `/api/gallery/${run.jobId}`, { method: 'DELETE' })
    run.deleted = { record }
    // 404: it was done, and the server was killed before it could say so.
    note(
      status === 204 || status === 404 ? `runs deleted${record ? '' : ' in mid-run'}` : `deletions answered ${status}`,
    )
  }

  const carryOut = async (plan: Plan, run: Run): Promise<void> => {
    switch (plan) {
      case 'leave':
        return
      case 'stay': {
        const job = await follow(run.jobId)
        for (const { model, status } of job?.results ?? []) {
          const failed = status === 'error' || status === 'cancelled'
          if (failed && random.chance(0.6) && (await retry(run.jobId, model)) === 202) await follow(run.jobId)
        }
        return
      }
      case 'stop':
        if (random.chance(0.7)) await changed(run)
        await post(`/api/jobs/${run.jobId}/cancel`)
        note('runs stopped')
        await follow(run.jobId)
        return
      case 'delete':
        await follow(run.jobId)
        return remove(run, jobOf(await get(`/api/gallery/${run.jobId}`)))
      case 'delete in mid-run':
        if (random.chance(0.7)) await changed(run)
        return remove(run)
    }
  }

  return {
    runs,
    async live(over) {
      while (!over.aborted) {
        const plan = random.weighted(plans)
        const run = await start(plan)
        if (run) await carryOut(plan, run)
        await sleep(random.below(thinkMs), undefined, { signal: over }).catch(() => undefined)
      }
    },
    follow,
    retry,
    get,
  }
}
