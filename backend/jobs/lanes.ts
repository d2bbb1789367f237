/** Bounds how many calls are under way at once in each lane, and shares the places among those who wait. */
export type Lanes = {
  /** Waits its visitor's turn; the answer gives the place back. Rejects with the signal's reason. */
  enter(lane: string, visitor: string, signal: AbortSignal): Promise<() => void>
  /** For a call that is under way already: takes a place even where none is free. */
  join(lane: string, visitor: string): () => void
}

type Waiting = { visitor: string; enter: () => void }
type Lane = { inside: number; byVisitor: Map<string, number>; waiting: Set<Waiting> }

export function boundedLanes(limit: number): Lanes {
  const lanes = new Map<string, Lane>()

  const laneOf = (name: string) => {
    const lane = lanes.get(name) ?? { inside: 0, byVisitor: new Map<string, number>(), waiting: new Set<Waiting>() }
    lanes.set(name, lane)
    return lane
  }

  const count = (lane: Lane, visitor: string, by: 1 | -1) => {
    lane.inside += by
    const inside = (lane.byVisitor.get(visitor) ?? 0) + by
    if (inside === 0) lane.byVisitor.delete(visitor)
    else lane.byVisitor.set(visitor, inside)
  }

  const take = (name: string, visitor: string) => {
    count(laneOf(name), visitor, 1)
    return () => leave(name, visitor)
  }

  // A place is handed to the next in line and never freed in between, or a newcomer would slip in.
  const leave = (name: string, visitor: string) => {
    const lane = laneOf(name)
    count(lane, visitor, -1)
    const next = lane.inside < limit ? nextOf(lane) : undefined
    if (next) {
      count(lane, next.visitor, 1)
      next.enter()
    }
    if (lane.inside === 0) lanes.delete(name)
  }

  return {
    async enter(name, visitor, signal) {
      signal.throwIfAborted()
      const lane = laneOf(name)
      if (lane.inside < limit) return take(name, visitor)
      await turn(lane.waiting, visitor, signal)
      return () => leave(name, visitor)
    },
    join: take,
  }
}

/** The one who has waited longest among the visitors with the fewest calls inside. */
function nextOf({ byVisitor, waiting }: Lane): Waiting | undefined {
  const inside = ({ visitor }: Waiting) => byVisitor.get(visitor) ?? 0
  return [...waiting].reduce<Waiting | undefined>(
    (first, other) => (first === undefined || inside(other) < inside(first) ? other : first),
    undefined,
  )
}

const turn = (waiting: Set<Waiting>, visitor: string, signal: AbortSignal) =>
  new Promise<void>((resolve, reject) => {
    const enter = () => {
      waiting.delete(mine)
      signal.removeEventListener('abort', giveUp)
      resolve()
    }
    const giveUp = () => {
      waiting.delete(mine)
      reject(signal.reason instanceof Error ? signal.reason : new Error('Aborted'))
    }
    const mine = { visitor, enter }
    waiting.add(mine)
    signal.addEventListener('abort', giveUp, { once: true })
  })
