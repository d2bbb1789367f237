import { getEventListeners } from 'node:events'
import { expect, test } from 'vitest'
import { localQueue } from './queue.ts'

const never = () => new AbortController().signal

test('what was sent before anybody waited is not missed, and is told once', async () => {
  const queue = localQueue()
  await queue.wake()
  await queue.wake()
  await queue.sent(never())

  let again = false
  const stop = new AbortController()
  const waiting = queue.sent(stop.signal).then(() => (again = true))
  await Promise.resolve()
  expect(again).toBe(false)
  stop.abort()
  await waiting
})

test('who waits is woken', async () => {
  const queue = localQueue()
  const waiting = queue.sent(never())
  await queue.wake()
  await expect(waiting).resolves.toBeUndefined()
})

test('what is sent while nobody waits any more is kept for the next who does', async () => {
  const queue = localQueue()
  const stop = new AbortController()
  const waiting = queue.sent(stop.signal)
  stop.abort()
  await queue.wake()
  await waiting
  await queue.sent(AbortSignal.abort())
  await expect(queue.sent(never())).resolves.toBeUndefined()
})

test('a wait leaves no listener on its signal', async () => {
  const queue = localQueue()
  const signal = never()
  const waiting = queue.sent(signal)
  await queue.wake()
  await waiting
  expect(getEventListeners(signal, 'abort')).toEqual([])
})
