import { parameterRanges } from '../../contract/parameters.ts'
import type { ImageModel, ImageRequest } from '../providers/provider.ts'
import { failed, type Call, type CallEnd } from './call-end.ts'
import type { EngineDeps } from './engine-deps.ts'
import { keepImage } from './keep-image.ts'
import { persistently } from './persistently.ts'
import type { Run } from './run-task.ts'
import { sendable } from './task-terms.ts'

/** Makes one call that was allowed, or with a ticket collects what an earlier one paints, and keeps what comes. */
export async function makeCall(
  deps: EngineDeps,
  run: Run,
  model: ImageModel,
  { ticket, ...call }: Call & { ticket: string | undefined },
): Promise<CallEnd> {
  const { prompt, parameters } = run.job
  const { seed, ...sent } = sendable(model, parameters)
  const firstSeed = seed === undefined ? undefined : (seed + call.first) % (parameterRanges.seed.max + 1)
  let accepted = ticket !== undefined
  const noteTicket = async (given: string) => {
    accepted = true
    await keepTicket(deps, run, { call: call.index, ticket: given })
  }
  const onProgress = call.count === run.terms.requested ? noteProgress(deps, run) : undefined
  try {
    const generating = model.generate({
      ...sent,
      ...(firstSeed !== undefined && { seed: firstSeed }),
      prompt,
      count: call.count,
      signal: run.signal,
      ...(onProgress && { onProgress }),
      ...(ticket === undefined ? { onTicket: noteTicket } : { ticket }),
    } satisfies ImageRequest)
    const { images, revisedPrompt, costMicroUsd } = await orAborted(generating, run.signal)
    const ownSeed = call.count === 1 && firstSeed !== undefined ? { seed: firstSeed } : {}
    const keeping = images
      .slice(0, call.count)
      .map((image, i) => keepImage(deps, run, { ...ownSeed, ...image }, call.first + i))
    const ends = await Promise.allSettled(keeping)
    return {
      images: ends.flatMap((end) => (end.status === 'fulfilled' ? [end.value] : [])),
      failures: ends.flatMap((end) =>
        end.status === 'rejected' ? [{ error: end.reason as unknown, sent: true, accepted, count: 1 }] : [],
      ),
      ...(costMicroUsd !== undefined && { toldMicroUsd: costMicroUsd }),
      ...(revisedPrompt !== undefined && { revisedPrompt }),
    }
  } catch (error) {
    return failed({ error, sent: true, accepted, count: call.count })
  }
}

/** Each note makes every reader look: so far apart, and by so much, that a bar moves and no more. */
const noteEveryMs = 1000
const noteSteps = 0.05

// Of a task of one call alone: of several, each would tell of its own part.
function noteProgress({ jobs, now, log }: EngineDeps, { task, lease }: Run): (painted: number) => void {
  let noted = { at: -Infinity, painted: 0 }
  return (painted) => {
    const at = now()
    if (at - noted.at < noteEveryMs || painted - noted.painted < noteSteps) return
    noted = { at, painted }
    jobs.notePainted(task, { lease, now: at, painted }).catch((error: unknown) => {
      log.warn({ err: error, ...task }, 'how far it is could not be noted')
    })
  }
}

// The call has been sent and may be charged: where its ticket cannot be kept, this process still waits for the picture.
async function keepTicket(deps: EngineDeps, { task, lease }: Run, ticket: { call: number; ticket: string }) {
  const { jobs, now, log } = deps
  const keeping = persistently(deps, () => jobs.keepTicket(task, { lease, now: now(), ...ticket }))
  const kept = await keeping.catch((error: unknown) => {
    log.error({ err: error, ...task }, 'a ticket could not be kept')
    return true
  })
  if (!kept) log.warn({ ...task, call: ticket.call }, 'lease lost before its ticket was kept')
}

// A provider that does not heed the signal must not outlive the deadline.
function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const aborted = Promise.withResolvers<never>()
  const abort = () => aborted.reject(signal.reason)
  if (signal.aborted) abort()
  signal.addEventListener('abort', abort, { once: true })
  return Promise.race([work, aborted.promise]).finally(() => signal.removeEventListener('abort', abort))
}
