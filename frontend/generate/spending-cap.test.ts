import { expect, test } from 'vitest'
import { capFault, passesCap, readCap } from './spending-cap.ts'

test.each([
  ['', undefined],
  ['  ', undefined],
  ['0.50', 500_000],
  ['0,5', 500_000],
  ['.25', 250_000],
  ['$ 2', 2_000_000],
  ['1.005', 1_005_000],
  ['0', 0],
  ['3.', 3_000_000],
])('%j is read as %j micro-dollars', (text, cap) => {
  expect(readCap(text)).toBe(cap)
})

test.each(['.', '$', 'a lot', '1.2.3', '-1', '1e3', '0.1234567'])('%j is no amount, and is said to be none', (text) => {
  expect(readCap(text)).toBeNull()
  expect(capFault(0, readCap(text))).toContain('such as 0.50')
})

test('a run passes the cap when it costs more, or nobody knows what', () => {
  expect(passesCap(500_001, 500_000)).toBe(true)
  expect(passesCap(500_000, 500_000)).toBe(false)
  expect(passesCap(null, 500_000)).toBe(true)
  expect(passesCap(null, undefined)).toBe(false)
  expect(capFault(360_000, 100_000)).toContain('may cost $0.36, and you allow $0.10')
  expect(capFault(360_000, 0)).toContain('you allow nothing')
  expect(capFault(null, 100_000)).toContain('not known')
  expect(capFault(100_000, 100_000)).toBeUndefined()
})
