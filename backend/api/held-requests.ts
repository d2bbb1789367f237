import { clientNetwork } from '../accounts/client-network.ts'

/** Counts the requests that wait for news. */
export type HeldRequests = {
  /** Makes room for one; undefined when there is none, and it is answered as things stand. The answer gives the room back. */
  hold(address: string): (() => void) | undefined
}

/**
 * Each takes a connection and is looked at when its runs change, so that one client has only so many, and all together
 * leave connections for whoever asks for something else.
 */
export function heldRequests({ perClient, inAll }: { perClient: number; inAll: number }): HeldRequests {
  const held = new Map<string, number>()
  let all = 0
  return {
    hold(address) {
      const client = clientNetwork(address)
      const own = held.get(client) ?? 0
      if (own >= perClient || all >= inAll) return undefined
      all += 1
      held.set(client, own + 1)
      return () => {
        all -= 1
        const rest = (held.get(client) ?? 1) - 1
        if (rest === 0) held.delete(client)
        else held.set(client, rest)
      }
    },
  }
}
