import { EventEmitter, getEventListeners } from 'node:events'
import { expect, test } from 'vitest'
import { changesContract } from '../changes-contract-suite.ts'
import { localChanges } from './changes.ts'
import { openForTest } from './test-storage.ts'

changesContract(async () => openForTest())

test('nobody listens any more when a wait is over, however it ended', async () => {
  const moved = new EventEmitter()
  const changes = localChanges(moved)
  const stop = new AbortController()
  const long = new AbortController()
  const woken = changes.next(['one', 'two', 'two'], long.signal)
  const stopped = changes.next(['one', 'three'], stop.signal)
  await changes.next(['four'], AbortSignal.abort())
  expect(moved.eventNames()).toEqual(['one', 'two', 'three'])

  moved.emit('two')
  stop.abort()
  await Promise.all([woken, stopped])
  expect(moved.eventNames()).toEqual([])
  expect(getEventListeners(long.signal, 'abort')).toEqual([])
})

test('other jobs wake nobody, and neither does a write that changed nothing', async () => {
  const { jobs, changes } = openForTest()
  const stop = new AbortController()
  let woken = false
  const waiting = changes.next(['one'], stop.signal).then(() => (woken = true))
  await jobs.tombstone('one', { now: 0 })
  await jobs.requestCancel({ jobId: 'one', model: 'red', attempt: 1 }, { now: 0 })
  await jobs.tombstone('two', { now: 0 })
  expect(woken).toBe(false)
  stop.abort()
  await waiting
})
