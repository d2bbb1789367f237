import type { FullLane } from '../storage/storage.ts'

type InLane = { lane: string; visitor: string }

/**
 * Which lanes take no more tasks. A task waits inside for each of its calls, so that a lane takes more tasks than calls:
 * with as many tasks as calls it is full for those who have some in it, with twice as many for everybody.
 */
export function fullLanes(tasks: Iterable<InLane>, limit: number): FullLane[] {
  return [...Map.groupBy(tasks, ({ lane }) => lane)].flatMap(([lane, inside]): FullLane[] => {
    if (inside.length >= 2 * limit) return [{ lane, visitors: 'all' }]
    if (inside.length < limit) return []
    return [{ lane, visitors: [...new Set(inside.map(({ visitor }) => visitor))] }]
  })
}

/** Whether that visitor has to wait in that lane. */
export const isFullFor = (full: readonly FullLane[], { lane, visitor }: InLane): boolean =>
  full.some((each) => each.lane === lane && (each.visitors === 'all' || each.visitors.includes(visitor)))
