import { parameterRanges } from '../../contract/parameters.ts'
import { ProviderError, type ImageModel } from '../providers/provider.ts'
import type { KeptImage } from '../storage/storage.ts'
import type { EngineDeps } from './engine-deps.ts'
import { StopRequested } from './hold-lease.ts'
import { keepImage } from './keep-image.ts'
import type { Run } from './run-task.ts'
import { sendable } from './task-terms.ts'

/** `sent`: the request may have reached the provider. `count`: the images that are missing because of it. */
export type Failure = { error: unknown; sent: boolean; count: number }

/** `toldMicroUsd`: what the provider itself said that the call cost. */
export type CallEnd = { images: KeptImage[]; failures: Failure[]; toldMicroUsd?: number; revisedPrompt?: string }

export type Painted = { images: KeptImage[]; failures: Failure[]; calls: CallEnd[] }

/**
 * Makes the calls that a task needs, side by side. Before anything was sent, `lost`: the lease is somebody else's;
 * `not_begun`: the server is stopping.
 */
export async function paintTask(deps: EngineDeps, run: Run): Promise<Painted | 'lost' | 'not_begun'> {
  const model = deps.models.get(run.task.model)
  if (!model) return gathered([failed({ error: unconfigured(run), sent: false, count: 1 })])
  const calls: Promise<CallEnd>[] = []
  for (const call of callsOf(run, model)) {
    const entry = await enter(deps, run, model, call)
    if (entry.kind === 'entered') calls.push(makeCall(deps, run, model, call).finally(entry.leave))
    else if (entry.kind === 'refused') calls.push(Promise.resolve(failed(entry.failure)))
    else if (calls.length === 0) return entry.kind
    if (entry.kind !== 'entered') break
  }
  return gathered(await Promise.all(calls))
}

type Call = { index: number; first: number; count: number }

function callsOf({ terms: { requested } }: Run, { abilities: { imagesPerCall: size } }: ImageModel): Call[] {
  return Array.from({ length: Math.ceil(requested / size) }, (_, index) => {
    const first = index * size
    return { index, first, count: Math.min(size, requested - first) }
  })
}

type Entry =
  | { kind: 'entered'; leave: () => void }
  | { kind: 'refused'; failure: Failure }
  | { kind: 'lost' }
  | { kind: 'not_begun' }

async function enter(deps: EngineDeps, run: Run, { lane }: ImageModel, { index, count }: Call): Promise<Entry> {
  const { signal, stopping } = run
  try {
    const leave = await deps.lanes.enter(lane, AbortSignal.any([signal, stopping]))
    const kind = await mark(deps, run, index).catch((error: unknown) => {
      leave()
      throw error
    })
    if (kind === 'entered') return { kind, leave }
    leave()
    return { kind }
  } catch (error) {
    if (stopping.aborted && !signal.aborted) return { kind: 'not_begun' }
    return { kind: 'refused', failure: { error, sent: false, count } }
  }
}

// The mark is written before the call is made: after a crash nobody can know whether an unmarked call was.
async function mark({ jobs, images, now, leaseMs }: EngineDeps, { task, lease }: Run, call: number) {
  // What could not be kept is not paid for.
  await images.ready()
  if (await jobs.markDispatched(task, { lease, now: now(), call })) return 'entered'
  const state = await jobs.heartbeat(task, { lease, now: now(), leaseUntil: now() + leaseMs })
  if (state === 'cancel_requested') throw new StopRequested('Stopped by the visitor')
  return 'lost'
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
    const { images, revisedPrompt, costMicroUsd } = await orAborted(generating, run.signal)
    const ownSeed = call.count === 1 && firstSeed !== undefined ? { seed: firstSeed } : {}
    const keeping = images
      .slice(0, call.count)
      .map((image, i) => keepImage(deps, run, { ...ownSeed, ...image }, call.first + i))
    const ends = await Promise.allSettled(keeping)
    return {
      images: ends.flatMap((end) => (end.status === 'fulfilled' ? [end.value] : [])),
      failures: ends.flatMap((end) =>
        end.status === 'rejected' ? [{ error: end.reason as unknown, sent: true, count: 1 }] : [],
      ),
      ...(costMicroUsd !== undefined && { toldMicroUsd: costMicroUsd }),
      ...(revisedPrompt !== undefined && { revisedPrompt }),
    }
  } catch (error) {
    return failed({ error, sent: true, count: call.count })
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

const gathered = (calls: CallEnd[]): Painted => ({
  calls,
  images: calls.flatMap(({ images }) => images),
  failures: calls.flatMap(({ failures }) => failures),
})

const failed = (failure: Failure): CallEnd => ({ images: [], failures: [failure] })

const unconfigured = ({ terms }: Run) =>
  new ProviderError('unavailable', `${terms.name} is not configured on this server any more.`, { didNoWork: true })
