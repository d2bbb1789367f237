import { expect, test } from 'vitest'
import { fullLanes, isFullFor } from './full-lanes.ts'

const tasks = (lane: string, visitor: string, count: number) => Array.from({ length: count }, () => ({ lane, visitor }))

test('a lane has room for everybody until it has as many tasks as calls', () => {
  expect(fullLanes(tasks('a', 'v', 2), 3)).toEqual([])
})

test('a lane with as many tasks as calls is full for those who have tasks in it, and has room for a newcomer', () => {
  const full = fullLanes([...tasks('a', 'v', 2), ...tasks('a', 'w', 1), ...tasks('b', 'x', 1)], 3)
  expect(full).toEqual([{ lane: 'a', visitors: ['v', 'w'] }])
  expect(isFullFor(full, { lane: 'a', visitor: 'w' })).toBe(true)
  expect(isFullFor(full, { lane: 'a', visitor: 'x' })).toBe(false)
  expect(isFullFor(full, { lane: 'b', visitor: 'x' })).toBe(false)
})

test('a lane with twice as many is full for everybody', () => {
  const full = fullLanes(tasks('a', 'v', 6), 3)
  expect(full).toEqual([{ lane: 'a', visitors: 'all' }])
  expect(isFullFor(full, { lane: 'a', visitor: 'x' })).toBe(true)
})
