import { expect, onTestFinished, test } from 'vitest'
import type { Generate } from '../providers/provider.ts'
import { fakeClock, hasStatus, model, paints, png, soon, testEngine } from './test-engine.ts'

const taskMs = 10_000

test("one visitor's job of twenty models with four images each does not hold up another's first picture", async () => {
  const clock = fakeClock()
  const bench = await testEngine({ clock, laneLimit: 20, leaseMs: 3_600_000, taskTimeoutMs: 3_600_000 })
  // What is done with the pictures is not measured here, and would take longer than all else.
  const facts = { width: 64, height: 48, mediaType: 'image/png' as const, thumbnail: png, thumbhash: '' }
  bench.deps.inspect = async () => facts
  bench.deps.images = { ...bench.storage.images, put: async () => {} }
  const over = new AbortController()
  onTestFinished(() => over.abort())
  const asked: { prompt: string; at: number }[] = []
  const slow: Generate = async (request) => {
    asked.push({ prompt: request.prompt, at: clock.now() })
    await clock.pause(taskMs, AbortSignal.any([request.signal, over.signal]))
    return paints(request)
  }
  const callsOf = (prompt: string) => asked.filter((call) => call.prompt === prompt)
  const many = Array.from({ length: 20 }, (_, n) => model(`m${n}`, slow))
  await bench.submit(many, { visitor: 'greedy', prompt: 'many', parameters: { imagesPerModel: 4 } })
  bench.run()
  await expect.poll(() => callsOf('many').length, soon).toBe(20)

  const { jobId } = await bench.submit([many[0]!, many[1]!], { visitor: 'modest', prompt: 'one' })
  const arrivedAt = clock.now()
  await bench.until(jobId, hasStatus('in_progress'))
  for (let calls = 20; callsOf('one').length === 0 && calls < 80; calls += 20) {
    clock.advance(taskMs)
    await expect.poll(() => asked.length, soon).toBeGreaterThanOrEqual(calls + 20)
  }
  const waitedMs = callsOf('one')[0]!.at - arrivedAt
  console.log(`another visitor's first call was sent after ${waitedMs} ms, where one call takes ${taskMs} ms`)
  expect(waitedMs).toBeLessThanOrEqual(taskMs)
  // The first visitor goes on in the other places meanwhile.
  expect(callsOf('many').length).toBeGreaterThan(20)
})
