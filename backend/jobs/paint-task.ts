import { parameterRanges } from '../../contract/parameters.ts'
import { ProviderError, type Generated, type ImageModel } from '../providers/provider.ts'
import type { KeptImage } from '../storage/storage.ts'
import type { EngineDeps } from './engine-deps.ts'
import { StopRequested } from './hold-lease.ts'
import { keepImage } from './keep-image.ts'
import type { Run } from './run-task.ts'
import { sendable } from './task-terms.ts'

/** `sent`: the request may have reached the provider. `count`: the images that are missing because of it. */
export type Failure = { error: unknown; sent: boolean; count: number }

export type Painted = {
  images: KeptImage[]
  failures: Failure[]
  revisedPrompt?: string
  /** What the provider said that the images cost, when every call said it. */
  toldMicroUsd?: number
}

/** Makes the calls that a task needs, side by side. `lost`: the lease was lost before anything was sent. */
export async function paintTask(deps: EngineDeps, run: Run): Promise<Painted | 'lost'> {
  const model = deps.models.get(run.task.model)
  if (!model) return gathered([{ failures: [{ error: unconfigured(run), sent: false, count: 1 }] }])
  const calls: Promise<CallEnd>[] = []
  for (const call of callsOf(run, model)) {
    const entry = await enter(deps, run, model, call)
    if (entry.kind === 'entered') calls.push(makeCall(deps, run, model, call).finally(entry.leave))
    if (entry.kind === 'refused') calls.push(Promise.resolve({ failures: [entry.failure] }))
    if (entry.kind !== 'entered') break
  }
  return calls.length === 0 ? 'lost' : gathered(await Promise.all(calls))
}

type Call = { index: number; first: number; count: number }
type CallEnd = { images?: KeptImage[]; failures: Failure[]; generated?: Generated }

function callsOf({ terms: { requested } }: Run, { abilities: { imagesPerCall: size } }: ImageModel): Call[] {
  return Array.from({ length: Math.ceil(requested / size) }, (_, index) => {
    const first = index * size
    return { index, first, count: Math.min(size, requested - first) }
  })
}

type Entry = { kind: 'entered'; leave: () => void } | { kind: 'refused'; failure: Failure } | { kind: 'lost' }

// The mark is written before the call is made: after a crash nobody can know whether an unmarked call was.
async function enter(deps: EngineDeps, run: Run, { lane }: ImageModel, call: Call): Promise<Entry> {
  const { lanes, jobs, now, leaseMs } = deps
  const { task, lease, signal } = run
  try {
    const leave = await lanes.enter(lane, signal)
    const marked = await jobs.markDispatched(task, { lease, now: now(), call: call.index }).catch((error: unknown) => {
      leave()
      throw error
    })
    if (marked) return { kind: 'entered', leave }
    leave()
    if ((await jobs.heartbeat(task, { lease, now: now(), leaseUntil: now() + leaseMs })) === 'lost') {
      return { kind: 'lost' }
    }
    throw new StopRequested('Stopped by the visitor')
  } catch (error) {
    return { kind: 'refused', failure: { error, sent: false, count: call.count } }
  }
}

async function makeCall(deps: EngineDeps, run: Run, model: ImageModel, call: Call): Promise<CallEnd> {
  const { prompt, parameters } = run.job
  const { seed, ...sent } = sendable(model, parameters)
  const firstSeed = seed === undefined ? undefined : (seed + call.first) % (parameterRanges.seed.max + 1)
  try {
    const generating = model.generate({
      ...sent,
      ...(firstSeed !== undefined && { seed: firstSeed }),
      prompt,
      count: call.count,
      signal: run.signal,
    })
    const generated = await orAborted(generating, run.signal)
    const ownSeed = call.count === 1 && firstSeed !== undefined ? { seed: firstSeed } : {}
    const keeping = generated.images
      .slice(0, call.count)
      .map((image, i) => keepImage(deps, run, { ...ownSeed, ...image }, call.first + i))
    const ends = await Promise.allSettled(keeping)
    const images = ends.flatMap((end) => (end.status === 'fulfilled' ? [end.value] : []))
    const failures = ends.flatMap((end) =>
      end.status === 'rejected' ? [{ error: end.reason as unknown, sent: true, count: 1 }] : [],
    )
    return { images, failures, generated }
  } catch (error) {
    return { failures: [{ error, sent: true, count: call.count }] }
  }
}

// A provider that does not heed the signal must not outlive the deadline.
function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const aborted = Promise.withResolvers<never>()
  const abort = () => aborted.reject(signal.reason)
  if (signal.aborted) abort()
  signal.addEventListener('abort', abort, { once: true })
  return Promise.race([work, aborted.promise]).finally(() => signal.removeEventListener('abort', abort))
}

function gathered(ends: CallEnd[]): Painted {
  const told = ends.flatMap(({ generated }) => generated?.costMicroUsd ?? [])
  const made = ends.filter(({ generated }) => generated !== undefined)
  const revisedPrompt = ends.find(({ generated }) => generated?.revisedPrompt !== undefined)?.generated?.revisedPrompt
  return {
    images: ends.flatMap(({ images }) => images ?? []),
    failures: ends.flatMap(({ failures }) => failures),
    ...(revisedPrompt !== undefined && { revisedPrompt }),
    ...(told.length > 0 && told.length === made.length && { toldMicroUsd: told.reduce((sum, cost) => sum + cost, 0) }),
  }
}

const unconfigured = ({ terms }: Run) =>
  new ProviderError('unavailable', `${terms.name} is not configured on this server any more.`, { didNoWork: true })
