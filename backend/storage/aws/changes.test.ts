import { getEventListeners } from 'node:events'
import { describe, expect, test } from 'vitest'
import { randomId } from '../contract-suite/samples.ts'
import { changesContract } from '../changes-contract-suite.ts'
import { awsChanges } from './changes.ts'
import type { Items, Key } from './items.ts'
import { dynamoJobs } from './job-store.ts'
import { countRequests, refuseRequests } from './test-faults.ts'
import { openItems } from './test-items.ts'

changesContract(async () => {
  const { items } = await openItems()
  return { jobs: dynamoJobs(items), changes: awsChanges(items) }
})

const never = () => new AbortController().signal
const keyOf = (jobId: string): Key => ({ pk: `JOB#${jobId}`, sk: 'JOB' })

/** `looked` settles when everybody who waits has had the answer to a look. */
async function open({ everyMs = 5 } = {}) {
  const { items, table } = await openItems()
  let answered = Promise.withResolvers<void>()
  const watched: Items = {
    ...items,
    async getAll(...query) {
      const found = await items.getAll(...query)
      answered.resolve()
      return found
    },
  }
  const write = (jobId: string, version = 1) =>
    items.update(keyOf(jobId), {
      set: ['#version = :version'],
      names: { '#version': 'version' },
      values: { ':version': version },
    })
  return {
    items,
    table,
    write,
    changes: awsChanges(watched, { everyMs }),
    async looked() {
      await answered.promise
      answered = Promise.withResolvers<void>()
    },
  }
}

describe('waiting for a change on AWS', () => {
  const [one, two] = [randomId(), randomId()]

  test.each<[string, (items: Items) => Promise<unknown>]>([
    [
      'a new version',
      (items) => items.update(keyOf(one), { set: ['#v = :two'], names: { '#v': 'version' }, values: { ':two': 2 } }),
    ],
    ['a change that is no new version', (items) => items.update(keyOf(one), {})],
    ['an item that goes', (items) => items.remove(keyOf(one))],
    ['an item that comes', (items) => items.update(keyOf(two), {})],
  ])('is woken by %s', async (_, change) => {
    const { items, changes, write, looked } = await open()
    await write(one)
    const woken = changes.next([one, two], never())
    await looked()
    await change(items)
    await expect(woken).resolves.toBeUndefined()
  })

  test('is not woken by other jobs', async () => {
    const { changes, write, looked } = await open()
    await write(one)
    const stop = new AbortController()
    let woken = false
    const waiting = changes.next([one], stop.signal).then(() => (woken = true))
    await looked()
    await write(two)
    for (let n = 0; n < 3; n += 1) await looked()
    expect(woken).toBe(false)
    stop.abort()
    await waiting
  })

  test('looks four times in three seconds, for as many jobs as one asks for', async () => {
    const { items, table } = await openItems()
    const changes = awsChanges(items)
    const requests = countRequests(table)
    await changes.next(
      Array.from({ length: 50 }, () => randomId()),
      AbortSignal.timeout(2950),
    )
    expect(requests()).toBe(4)
  })

  test('fifty who wait for the same jobs share a look', async () => {
    const { changes, write, looked, table } = await open({ everyMs: 200 })
    const requests = countRequests(table)
    await write(one)
    const waiting = Array.from({ length: 50 }, () => changes.next([one], never()))
    await looked()
    expect(requests()).toBe(2)
    await write(one, 2)
    await expect(Promise.all(waiting)).resolves.toHaveLength(50)
  })

  test('a table that is away wakes nobody; when it is back, everybody looks', async () => {
    const { changes, table } = await open()
    const requests = refuseRequests(table, { first: 3, name: 'AccessDeniedException' })
    await changes.next([one], never())
    expect(requests()).toBe(4)
    refuseRequests(table, { first: 99, name: 'AccessDeniedException' })
    await expect(changes.next([one], AbortSignal.timeout(50))).resolves.toBeUndefined()
  })

  test('ends at once when its signal aborts, and then nobody listens any more', async () => {
    const { changes, write, looked } = await open({ everyMs: 60_000 })
    await write(one)
    const stop = new AbortController()
    const [waiting, looking] = [changes.next([one], stop.signal), changes.next([two], stop.signal)]
    await looked()
    stop.abort(new Error('enough'))
    await Promise.all([waiting, looking, changes.next([one], stop.signal)])
    expect(getEventListeners(stop.signal, 'abort')).toEqual([])
  })
})
