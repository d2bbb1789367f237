const longestMs = 10_000

/** Asks after 1, 2, 4, 8, 10, 10 … seconds, and at once when the browser comes online, until `isUp`. Returns the way to stop. */
export function probeUntilUp(ask: () => Promise<unknown>, isUp: () => boolean): () => void {
  const stopping = new AbortController()
  let waitMs = 1000
  const again = () => void probe()
  let timer = setTimeout(again, waitMs)
  addEventListener('online', again, { signal: stopping.signal })
  async function probe() {
    clearTimeout(timer)
    // Why it failed is known already: the server is away.
    await ask().catch(() => {})
    if (isUp() || stopping.signal.aborted) return
    waitMs = Math.min(waitMs * 2, longestMs)
    timer = setTimeout(again, waitMs)
  }
  return () => {
    clearTimeout(timer)
    stopping.abort()
  }
}
