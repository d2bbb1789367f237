import type { EngineDeps } from '../../jobs/engine-deps.ts'
import { releaseOrphans } from '../../jobs/release-orphans.ts'
import { attend } from '../../jobs/sweep.ts'
import type { Due, TaskKey } from '../../storage/storage.ts'

const batch = 100
const atOnce = 10

type Queue = {
  depth(): Promise<number>
  sendAt(task: TaskKey, to: { taker: string; at: number; now: number }): Promise<void>
}
type Run = Extract<Due, { kind: 'run' }>

/**
 * Sees to what died, what was deleted and what is not settled, until nothing of it is left or `until` (milliseconds since
 * 1970) is over. Tasks that are due although the queue is empty have lost their message: they get another. Answers how
 * many results are still to be settled, as far as it came.
 */
export async function sweepOnce(
  deps: EngineDeps,
  queue: Queue,
  { until }: { until: number },
): Promise<{ unsettled: number }> {
  let unsettled = 0
  for (let more = true; more && deps.now() < until;) {
    const due = await deps.jobs.due({ now: deps.now(), limit: batch, full: [] })
    const runs = due.filter((each) => each.kind === 'run')
    const others = due.filter((each) => each.kind !== 'run')
    const failed = await seeTo(deps, others)
    await sendLost(deps, queue, runs)
    unsettled = failed.filter(({ kind }) => kind === 'unsettled').length
    // What could not be seen to, goes on waiting or is to be seen to again would be found at once.
    more = due.length === batch && failed.length === 0 && !others.every(isToBeSeenAgain)
  }
  await releaseOrphans(deps)
  return { unsettled }
}

const isToBeSeenAgain = (due: Exclude<Due, Run>) => due.kind === 'deleted' && due.busy

/** Those that could not be. */
async function seeTo(deps: EngineDeps, due: readonly Exclude<Due, Run>[]): Promise<Exclude<Due, Run>[]> {
  const failed: Exclude<Due, Run>[] = []
  const see = (each: Exclude<Due, Run>) =>
    attend(deps, each).catch((err: unknown) => {
      failed.push(each)
      deps.log.error({ err, due: each }, 'could not be seen to')
    })
  for (let at = 0; at < due.length; at += atOnce) await Promise.all(due.slice(at, at + atOnce).map(see))
  return failed
}

async function sendLost({ now, log }: EngineDeps, queue: Queue, runs: readonly Run[]): Promise<void> {
  if (runs.length === 0 || (await queue.depth()) > 0) return
  log.warn({ tasks: runs.length }, 'due tasks are on no queue: they are sent again')
  for (const { task, visitor } of runs) await queue.sendAt(task, { taker: visitor, at: now(), now: now() })
}
