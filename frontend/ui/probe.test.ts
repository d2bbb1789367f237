import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { probeUntilUp } from './probe.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

test('asks after 1, 2, 4, 8 and then every 10 seconds, until the server is up', async () => {
  const asked: number[] = []
  const began = Date.now()
  let up = false
  probeUntilUp(
    () => {
      asked.push((Date.now() - began) / 1000)
      up = asked.length === 6
      return Promise.reject(new Error('away'))
    },
    () => up,
  )
  await vi.advanceTimersByTimeAsync(120_000)
  expect(asked).toEqual([1, 3, 7, 15, 25, 35])
})

test('asks at once when the browser is online again, and no more once stopped', async () => {
  const ask = vi.fn<() => Promise<void>>(() => Promise.resolve())
  const stop = probeUntilUp(ask, () => false)
  dispatchEvent(new Event('online'))
  expect(ask).toHaveBeenCalledOnce()
  stop()
  dispatchEvent(new Event('online'))
  await vi.advanceTimersByTimeAsync(60_000)
  expect(ask).toHaveBeenCalledOnce()
})
