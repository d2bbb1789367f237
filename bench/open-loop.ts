import * as z from 'zod'

// The process that sends: `open-loop.ts <json of Load>`. The schedule is fixed before the first request: a late answer
// delays no later request, and what this process itself is late in sending counts as the server's time.
const Load = z.object({
  url: z.string(),
  perSecond: z.number(),
  seconds: z.number(),
  body: z.unknown(),
  headers: z.record(z.string(), z.string()).optional(),
})
const { url, perSecond, seconds, body, headers } = Load.parse(JSON.parse(process.argv[2] ?? ''))

const givenUpAfterMs = 10_000
const text = JSON.stringify(body)
const startAt = performance.now() + 200
const sends = Array.from({ length: perSecond * seconds }, (_, index) => send(startAt + (index * 1000) / perSecond))
process.send?.(await Promise.all(sends), () => process.exit(0))

/** Milliseconds from when it should have been sent to the last byte of its answer; null: it failed. */
async function send(dueAt: number): Promise<number | null> {
  await new Promise((resolve) => setTimeout(resolve, dueAt - performance.now()))
  try {
    const signal = AbortSignal.timeout(givenUpAfterMs)
    const response = await fetch(url, {
      method: 'POST',
      headers: { ...headers, 'Content-Type': 'application/json' },
      body: text,
      signal,
    })
    await response.text()
    return response.status === 202 ? performance.now() - dueAt : null
  } catch {
    return null
  }
}
