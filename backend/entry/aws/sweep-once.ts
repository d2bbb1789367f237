import type { EngineDeps } from '../../jobs/engine-deps.ts'
import { releaseOrphans } from '../../jobs/release-orphans.ts'
import { attend } from '../../jobs/sweep.ts'
import type { Due, TaskKey } from '../../storage/storage.ts'

const batch = 100
const atOnce = 10
/** Of those that lost their messages, as after an outage of SQS, in one sweep. */
const mostLost = 1000
/** How many of those that wait are sent again although others are on the queue. */
const doubted = 10

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
  for (let first = true, more = true; more && deps.now() < until; first = false) {
    const due = await deps.jobs.due({ now: deps.now(), limit: batch, full: [] })
    const others = due.filter((each) => each.kind !== 'run')
    const failed = await seeTo(deps, others)
    const runs = due.filter((each) => each.kind === 'run')
    // They stay due until a worker takes them: the next round would find them again, and send them again.
    if (first) await sendLost(deps, queue, { runs, areAll: due.length < batch })
    unsettled = failed.filter(({ kind }) => kind === 'unsettled').length
    // What could not be seen to, or is to be seen to again, would be found at once.
    more = due.length === batch && failed.length === 0 && others.some((each) => each.kind !== 'deleted' || !each.busy)
  }
  await releaseOrphans(deps)
  return { unsettled }
}

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

/**
 * While others are on the queue nobody can tell whose message is lost. Then those whose turn is next are sent again, a few at a
 * time, or a lost one would wait for as long as the queue is never empty; of two messages one is worked.
 */
async function sendLost(
  { jobs, now, log }: EngineDeps,
  queue: Queue,
  { runs, areAll }: { runs: readonly Run[]; areAll: boolean },
): Promise<void> {
  if (runs.length === 0) return
  const isEmpty = (await queue.depth()) === 0
  const sendAgain = ({ task, visitor }: Run) => queue.sendAt(task, { taker: visitor, at: now(), now: now() })
  if (!isEmpty) {
    await Promise.all(runs.slice(0, doubted).map(sendAgain))
    return
  }
  const due = areAll ? runs : await jobs.due({ now: now(), limit: mostLost, full: [] })
  const lost = due.filter((each) => each.kind === 'run')
  log.warn({ tasks: lost.length }, 'due tasks are on no queue: they are sent again')
  for (let at = 0; at < lost.length; at += atOnce) await Promise.all(lost.slice(at, at + atOnce).map(sendAgain))
}
