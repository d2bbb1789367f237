/** The server's time, by which its jobs are stamped. The browser's own clock is believed as far as no answer contradicts it. */
export function createServerClock(browserNow: () => number) {
  let aheadMs = 0
  return {
    now: () => browserNow() + aheadMs,
    /** The `Date` header of an answer that has just come: when it was sent, cut down to a whole second. */
    hear(date: string | null, askedAt: number) {
      const sentAt = Date.parse(date ?? '')
      if (Number.isNaN(sentAt)) return
      const atLeast = sentAt - browserNow()
      const atMost = sentAt + 1000 - askedAt
      aheadMs = Math.min(Math.max(aheadMs, atLeast), atMost)
    },
  }
}

export const serverClock = createServerClock(() => Date.now())
