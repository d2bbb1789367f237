import { describe, expect, test } from 'vitest'
import type { Ledger, Part } from '../../money.ts'
import { noon } from '../samples.ts'
import { partsOf, spent } from './ledger-samples.ts'

const dayMs = 86_400_000
const models = ['red', 'green', 'blue', 'enhance']
const budgets = { monthlyMicroUsd: 40_000, dailyMicroUsd: 20_000, modelDailyMicroUsd: new Map([['red', 5000]]) }

export function balancing(open: () => Promise<Ledger>) {
  describe('the ledger balances to the micro-dollar', () => {
    test.each([1, 2, 3, 4, 5])('whatever happens, here by seed %i', async (seed) => {
      const ledger = await open()
      const random = numbersFrom(seed)
      const promised = new Map<Part, number>()
      const day = () => noon + random(3) * dayMs
      const pick = () => [...promised.keys()][random(promised.size)]

      const reserve = async () => {
        const some = models.filter(() => random(2) === 1)
        const prices = Object.fromEntries(some.map((model) => [model, random(800)]))
        const answer = await ledger.reserve({ at: day(), parts: partsOf(prices), budgets })
        if ('over' in answer) return
        for (const model of some) promised.set({ reservation: answer.reservation, model }, prices[model] ?? 0)
      }
      const settle = async (part: Part) => {
        const costMicroUsd = random(6) === 0 ? null : random(1000)
        const end = { costMicroUsd, costCertain: random(3) > 0, at: day() }
        expect(await ledger.settle(part, end)).toBe(promised.delete(part))
        expect(await ledger.settle(part, { ...end, costMicroUsd: random(1000) })).toBe(false)
      }

      for (let step = 0; step < 150; step++) {
        const part = pick()
        if (part === undefined || random(2) === 0) await reserve()
        else if (random(3) === 0) await ledger.confirm(part)
        else await settle(part)
        expect(await imbalance(ledger)).toBe([...promised.values()].reduce((sum, microUsd) => sum + microUsd, 0))
      }
      expect(await ledger.open({ before: noon + 9 * dayMs, limit: 1000 })).toHaveLength(promised.size)
      expect(await spent(ledger, noon)).toBeGreaterThan(0)
      for (const part of promised.keys()) await settle(part)
      expect(await imbalance(ledger)).toBe(0)
    })
  })
}

/** What was reserved and corrected, but neither settled nor released. */
const imbalance = async (ledger: Ledger) =>
  (await ledger.spend(noon)).reduce(
    (sum, line) => sum + line.reservedMicroUsd + line.correctedMicroUsd - line.settledMicroUsd - line.releasedMicroUsd,
    0,
  )

/** Repeatable numbers from 0 up to below the bound. */
function numbersFrom(seed: number): (bound: number) => number {
  let state = seed
  return (bound) => {
    state = (state * 48_271) % 2_147_483_647
    return Math.floor((state / 2_147_483_647) * bound)
  }
}
