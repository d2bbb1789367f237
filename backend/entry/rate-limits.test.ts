import { expect, test } from 'vitest'
import { rateLimits } from './rate-limits.ts'

test('of exports fewer may be begun than of their parts, and on this machine as many as one likes', () => {
  const exportsOf = (given: { public: boolean; exportPartBytes?: number }) =>
    rateLimits({ limits: {}, exempt: [], ...given }).exports.map(({ most }) => most)
  expect(exportsOf({ public: true })).toEqual([6])
  expect(exportsOf({ public: true, exportPartBytes: 150_000_000 })).toEqual([30])
  expect(exportsOf({ public: false, exportPartBytes: 150_000_000 })).toEqual([])
})
