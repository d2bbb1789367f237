import { RefusalError } from '../../contract/refusal.ts'
import { cancelJob } from '../jobs/cancel-job.ts'
import { deleteJob } from '../jobs/delete-job.ts'
import { retryTask } from '../jobs/retry-task.ts'
import { startJob, type StartRequest } from '../jobs/start-job.ts'
import { type JobRecord, StorageUnavailable } from '../storage/storage.ts'
import type { Attempts } from './attempts.ts'
import type { Verdict } from './invariants.ts'
import { painters } from './painters.ts'
import type { Random } from './random.ts'
import type { ServerProcess } from './server-process.ts'
import type { Say, Tally } from './tally.ts'

export type Visitor = {
  /** Asks that server for something; the request dies with it. */
  act(server: ServerProcess): void
  /** It sees something to try again. */
  isTempted(): boolean
  /** What it may still ask for. */
  wishesLeft(): number
  /** Requests that may yet be answered. */
  waiting(): number
  /** By the name of the job: what was acknowledged. */
  acknowledged: ReadonlyMap<string, { jobId: string }>
}

type Context = {
  random: Random
  jobs: number
  wishes: number
  budgeted: boolean
  attempts: Attempts
  tally: Tally
  say: Say
} & Pick<Verdict, 'hold'>

/** Starts runs, and stops, retries, deletes and asks for them again, at any moment. */
export function visitor({ random, jobs, wishes: most, budgeted, attempts, tally, say, hold }: Context): Visitor {
  const requests: StartRequest[] = []
  const acknowledged = new Map<string, { jobId: string; request: StartRequest }>()
  const open = new Set<{ server: ServerProcess }>()
  let wished = 0

  const generate = async (server: ServerProcess, request: StartRequest) => {
    const models = server.models.filter(({ id }) => request.wanted?.includes(id))
    const { imagesPerModel = 1 } = request.parameters
    const { job, replayed } = await startJob(server.deps, request, async (jobId) => ({
      models,
      ...(await server.admit({ jobId, models, imagesPerModel })),
    }))
    const name = attempts.nameOfRead(job)
    const others = [...acknowledged].flatMap(([other, ack]) =>
      ack.request === request && other !== name && !attempts.isBuried(other) ? [other] : [],
    )
    hold(
      'the same key gives the same job',
      others.length === 0 || attempts.isBuried(name),
      () => `${name} was made although there is ${others.join()}`,
    )
    acknowledged.set(name, { jobId: job.jobId, request })
    if (replayed) tally.count('visitor: was given the same job again')
  }

  const cancel = async ({ deps }: ServerProcess, job: JobRecord) => {
    await cancelJob(deps, job)
    for (const { model, attempt, progress } of job.tasks) {
      const known = attempts.byName(`${attempts.nameOfRead(job)}/${model}#${attempt}`)
      if (known && (progress.status === 'pending' || progress.status === 'in_progress')) known.stopped = true
    }
  }

  const retry = async ({ deps, models, admit }: ServerProcess, job: JobRecord) => {
    const failed = job.tasks.filter(({ progress: { status } }) => status === 'error' || status === 'cancelled')
    const { model: id, requested } = random.pick(failed.length === 0 ? job.tasks : failed)
    const model = models.find((each) => each.id === id)
    if (!model) throw new Error(`There is no ${id}`)
    await retryTask(deps, job, model, async (jobId) => ({
      models: [model],
      ...(await admit({ jobId, models: [model], imagesPerModel: requested })),
    }))
  }

  const found = async (server: ServerProcess, work: (server: ServerProcess, job: JobRecord) => Promise<void>) => {
    const job = await server.deps.jobs.find(random.pick([...acknowledged.values()]).jobId)
    if (job) await work(server, job)
  }

  const wishes = () => {
    const there = [...attempts.all()].filter(({ stopped }) => !stopped)
    const running = there.some(({ end }) => end === undefined)
    const failed = there.some(({ end }) => end !== undefined && end.status !== 'completed')
    const none = acknowledged.size === 0
    return [
      [requests.length < jobs ? 8 : 0, 'generate', (server: ServerProcess) => generate(server, fresh())],
      [
        again().length > 0 ? 0.7 : 0,
        'generate again',
        (server: ServerProcess) => generate(server, random.pick(again())),
      ],
      [none ? 0 : running ? 1.5 : 0.1, 'stop', (server: ServerProcess) => found(server, cancel)],
      [none ? 0 : failed ? 5 : 0.2, 'retry', (server: ServerProcess) => found(server, retry)],
      [none ? 0 : 0.8, 'delete', (server: ServerProcess) => found(server, ({ deps }, job) => deleteJob(deps, job))],
    ] as const
  }

  const again = () => requests.filter(({ idempotencyKey }) => idempotencyKey !== undefined)

  const fresh = (): StartRequest => {
    const number = requests.length + 1
    const wanted = painters
      .filter(({ priceMicroUsd }) => (priceMicroUsd !== null || !budgeted) && random.chance(0.4))
      .map(({ id }) => id)
    const request = {
      visitor: random.pick(['ann', 'bob']),
      prompt: `picture ${number}`,
      parameters: { seed: number * 1000, imagesPerModel: random.pick([1, 1, 2, 3]) },
      wanted: wanted.length === 0 ? ['plain'] : wanted.slice(0, 3),
      ...(random.chance(0.7) && { idempotencyKey: `the-key-of-picture-${number}` }),
    }
    requests.push(request)
    return request
  }

  return {
    acknowledged,
    isTempted: () =>
      [...attempts.all()].some(({ stopped, billed, end }) => !stopped && !billed && end?.error?.code === 'interrupted'),
    wishesLeft: () => most - wished,
    waiting: () => [...open].filter(({ server }) => server.who.alive).length,
    act(server) {
      const possible = wishes().filter(([weight]) => weight > 0)
      wished += 1
      if (possible.length === 0) return
      const wish = random.weighted(possible.map(([weight, name, work]) => [weight, { name, work }] as const))
      const request = { server }
      open.add(request)
      tally.count(`visitor: ${wish.name}`)
      say(() => `a visitor asks ${server.who.name} to ${wish.name}`)
      void wish
        .work(server)
        .then(
          () => say(() => `a visitor was answered: ${wish.name}`),
          (error: unknown) => {
            const expected = error instanceof RefusalError || error instanceof StorageUnavailable
            hold('no unexpected error', expected, () => `${wish.name}: ${String(error)}`)
            tally.count(`visitor: refused, ${error instanceof RefusalError ? error.code : 'unavailable'}`)
            say(() => `a visitor was refused: ${String(error)}`)
          },
        )
        .finally(() => open.delete(request))
    },
  }
}
