/** Bounds how many calls are under way at once in each lane. */
export type Lanes = {
  /** Waits its turn; the answer gives the place back. Rejects with the signal's reason. */
  enter(lane: string, signal: AbortSignal): Promise<() => void>
}

export function boundedLanes(limit: number): Lanes {
  const lanes = new Map<string, { inside: number; waiting: Set<() => void> }>()

  const laneOf = (name: string) => {
    const lane = lanes.get(name) ?? { inside: 0, waiting: new Set() }
    lanes.set(name, lane)
    return lane
  }

  // A place is handed to the next in line and never freed in between, or a newcomer would slip in.
  const leave = (name: string) => {
    const lane = laneOf(name)
    const [next] = lane.waiting
    if (next) return next()
    lane.inside -= 1
    if (lane.inside === 0) lanes.delete(name)
  }

  return {
    async enter(name, signal) {
      signal.throwIfAborted()
      const lane = laneOf(name)
      if (lane.inside < limit) lane.inside += 1
      else await turn(lane.waiting, signal)
      return () => leave(name)
    },
  }
}

const turn = (waiting: Set<() => void>, signal: AbortSignal) =>
  new Promise<void>((resolve, reject) => {
    const enter = () => {
      waiting.delete(enter)
      signal.removeEventListener('abort', giveUp)
      resolve()
    }
    const giveUp = () => {
      waiting.delete(enter)
      reject(signal.reason instanceof Error ? signal.reason : new Error('Aborted'))
    }
    waiting.add(enter)
    signal.addEventListener('abort', giveUp, { once: true })
  })
