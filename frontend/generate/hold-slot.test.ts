import { expect, test } from 'vitest'
import { withHoldSlot } from './hold-slot.ts'

/** Web Locks as far as `ifAvailable` goes. */
function fakeLocks(): LockManager {
  const taken = new Set<string>()
  const request = async (name: string, _: object, work: (lock: Lock | null) => unknown) => {
    if (taken.has(name)) return work(null)
    taken.add(name)
    try {
      return await work({ name, mode: 'exclusive' })
    } finally {
      taken.delete(name)
    }
  }
  return { request, query: () => Promise.resolve({}) } as unknown as LockManager
}

test('two may hold at a time; a third may not until one is done', async () => {
  const locks = fakeLocks()
  const ends: (() => void)[] = []
  const hold = () =>
    new Promise<boolean>((allowed) => {
      void withHoldSlot(locks, (mayHold) => {
        allowed(mayHold)
        return new Promise<void>((end) => ends.push(end))
      })
    })
  expect(await hold()).toBe(true)
  expect(await hold()).toBe(true)
  expect(await hold()).toBe(false)
  ends.forEach((end) => end())
  await Promise.resolve()
  await new Promise(setImmediate)
  expect(await hold()).toBe(true)
})

test('without Web Locks everybody may hold', async () => {
  expect(await withHoldSlot(undefined, (mayHold) => Promise.resolve(mayHold))).toBe(true)
})
