import { expect, test } from 'vitest'
import { runPrice } from './price.ts'

test('a run costs what each of its models costs, for every picture', () => {
  expect(runPrice([{ priceMicroUsd: 40_000 }, { priceMicroUsd: 2500 }], 3)).toBe(127_500)
  expect(runPrice([{ priceMicroUsd: 0 }], 4)).toBe(0)
})

test('is unknown as soon as one price is', () => {
  expect(runPrice([{ priceMicroUsd: 40_000 }, { priceMicroUsd: null }], 1)).toBeNull()
})
