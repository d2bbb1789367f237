import { ProviderError, type ImageModel } from '../providers/provider.ts'
import type { KeptImage } from '../storage/storage.ts'
import { failed, NotBegun, type Call, type CallEnd, type Failure } from './call-end.ts'
import type { EngineDeps } from './engine-deps.ts'
import { enterCall } from './enter-call.ts'
import { makeCall } from './make-call.ts'
import type { Run } from './run-task.ts'

export type Painted = { images: KeptImage[]; failures: Failure[]; calls: CallEnd[] }

/**
 * Makes the calls that a task needs, side by side; what an earlier runner sent is collected. Before anything was sent,
 * `lost`: the lease is somebody else's; `not_begun`: the server is stopping.
 */
export async function paintTask(deps: EngineDeps, run: Run): Promise<Painted | 'lost' | 'not_begun'> {
  const model = deps.models.get(run.task.model)
  if (!model) return gathered([failed(unconfigured(run))])
  const calls: Promise<CallEnd>[] = []
  for (const call of callsOf(run, model)) {
    const ticket = run.tickets.find((each) => each.call === call.index)?.ticket
    const entry = ticket === undefined ? await enterCall(deps, run, model, call) : join(deps, run, model)
    if (entry.kind === 'entered') calls.push(makeCall(deps, run, model, { ...call, ticket }).finally(entry.leave))
    else if (entry.kind === 'refused') calls.push(Promise.resolve(failed(entry.failure)))
    else if (calls.length === 0) return entry.kind
    else calls.push(Promise.resolve(failed({ error: new NotBegun(), sent: false, count: call.count })))
    if (entry.kind !== 'entered') break
  }
  return gathered(await Promise.all(calls))
}

function callsOf({ terms: { requested } }: Run, { abilities: { imagesPerCall: size } }: ImageModel): Call[] {
  return Array.from({ length: Math.ceil(requested / size) }, (_, index) => {
    const first = index * size
    return { index, first, count: Math.min(size, requested - first) }
  })
}

const join = ({ lanes }: EngineDeps, { taker }: Run, { lane }: ImageModel) => ({
  kind: 'entered' as const,
  leave: lanes.join(lane, taker),
})

const gathered = (calls: CallEnd[]): Painted => ({
  calls,
  images: calls.flatMap(({ images }) => images),
  failures: calls.flatMap(({ failures }) => failures),
})

// What an earlier runner sent may have been charged although nobody can collect it now.
function unconfigured({ terms, tickets }: Run): Failure {
  const error = new ProviderError('unavailable', `${terms.name} is not configured on this server any more.`, {
    didNoWork: tickets.length === 0,
  })
  return { error, sent: tickets.length > 0, count: terms.requested }
}
