import { ProviderError, type ImageModel } from '../providers/provider.ts'
import type { Call, Failure } from './call-end.ts'
import type { EngineDeps } from './engine-deps.ts'
import { StopRequested } from './hold-lease.ts'
import type { Run } from './run-task.ts'

export type Entry =
  | { kind: 'entered'; leave: () => void }
  | { kind: 'refused'; failure: Failure }
  | { kind: 'lost' }
  | { kind: 'not_begun' }

/** Waits for a place in the lane, and asks for all that must be so before a call is sent. */
export async function enterCall(
  deps: EngineDeps,
  run: Run,
  { lane }: ImageModel,
  { index, count }: Call,
): Promise<Entry> {
  const { signal, stopping } = run
  try {
    const leave = await deps.lanes.enter(lane, run.taker, AbortSignal.any([signal, stopping]))
    const kind = await permit(deps, run, index).catch((error: unknown) => {
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

async function permit(deps: EngineDeps, run: Run, index: number): Promise<'entered' | 'lost'> {
  // What could not be kept is not paid for.
  await deps.images.ready()
  if (index === 0) {
    await checkSwitch(deps, run)
    await confirmMoney(deps, run)
  }
  return mark(deps, run, index)
}

async function checkSwitch({ switches }: EngineDeps, { terms: { model, name } }: Run): Promise<void> {
  if (!(await switches.off()).has(model)) return
  throw new ProviderError('unavailable', `${name} was switched off by the operator. Nothing was sent.`, {
    didNoWork: true,
  })
}

// From here on the money is this task's to spend: the sweep cannot take it back any more.
async function confirmMoney({ ledger }: EngineDeps, { terms: { model, reservation } }: Run): Promise<void> {
  if (reservation === null || (await ledger.confirm({ reservation, model }))) return
  throw new ProviderError(
    'internal',
    'Its reservation of money was given back before its turn came. Nothing was sent; try again.',
    { didNoWork: true },
  )
}

// The mark is written before the call is made: after a crash nobody can know whether an unmarked call was.
async function mark({ jobs, now, leaseMs }: EngineDeps, { task, lease }: Run, call: number) {
  const marked = () => jobs.markDispatched(task, { lease, now: now(), call })
  if (await marked()) return 'entered'
  const state = await jobs.heartbeat(task, { lease, now: now(), leaseUntil: now() + leaseMs })
  if (state === 'cancel_requested') throw new StopRequested('Stopped by the visitor')
  // A lease of one's own ran out when the clock was set forward, or the machine was asleep.
  return state === 'kept' && (await marked()) ? 'entered' : 'lost'
}
