import type { FullLane, TaskKey } from './storage.ts'

/** A task that could run now, and as whom it waits. */
export type Waiting = {
  task: TaskKey
  lane: string
  visitor: string
  dueAt: number
  /** When its job was made. */
  createdAt: number
  position: number
}

/** No task has to wait for as long as that: what is due later is due, of a clock that has been set back since. */
export const farthestDueMs = 60_000

export const isDue = (dueAt: number, now: number): boolean => dueAt <= now || dueAt > now + farthestDueMs

/**
 * Those that wait for a lane with room, by turns: a turn is how many tasks of its visitor the lane has or gets before it,
 * itself included. `running`: the tasks in progress.
 */
export function byTurns(
  waiting: readonly Waiting[],
  { running, full }: { running: readonly Pick<Waiting, 'lane' | 'visitor'>[]; full: readonly FullLane[] },
): Waiting[] {
  const ahead = Map.groupBy(running, waiterOf)
  const hasRoom = ({ lane, visitor }: Waiting) =>
    !full.some((each) => each.lane === lane && (each.visitors === 'all' || each.visitors.includes(visitor)))
  const waiters = Map.groupBy(waiting.filter(hasRoom), waiterOf)
  return [...waiters]
    .flatMap(([waiter, tasks]) =>
      tasks.toSorted(byAge).map((each, n) => ({ turn: (ahead.get(waiter)?.length ?? 0) + n, each })),
    )
    .toSorted((a, b) => a.turn - b.turn || byAge(a.each, b.each))
    .map(({ each }) => each)
}

const waiterOf = ({ lane, visitor }: Pick<Waiting, 'lane' | 'visitor'>) => JSON.stringify([lane, visitor])

const byAge = (a: Waiting, b: Waiting) =>
  a.dueAt - b.dueAt || a.createdAt - b.createdAt || compare(a.task.jobId, b.task.jobId) || a.position - b.position

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b))
