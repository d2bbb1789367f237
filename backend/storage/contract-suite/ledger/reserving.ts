import { describe, expect, test } from 'vitest'
import type { Ledger } from '../../money.ts'
import { noon } from '../samples.ts'
import { noBudgets, partsOf, reserved, spent, sums, sumsOf } from './ledger-samples.ts'

export function reserving(open: () => Promise<Ledger>) {
  describe('reserving', () => {
    test('promises each part, by day and model, under a name that cannot be guessed', async () => {
      const ledger = await open()
      const first = await reserved(ledger, { red: 40_000, blue: 1 }, { at: noon })
      const second = await reserved(ledger, { red: 2 }, { at: noon })
      expect(first['red']?.reservation).toMatch(/^[\w-]{22,}$/u)
      expect(second['red']?.reservation).not.toBe(first['red']?.reservation)
      expect(await sumsOf(ledger, noon, 'red')).toEqual(sums({ reservedMicroUsd: 40_002 }))
      expect(await sumsOf(ledger, noon, 'blue')).toEqual(sums({ reservedMicroUsd: 1 }))
    })

    test('is possible without end when there is no budget, and for nothing when nothing is left', async () => {
      const ledger = await open()
      await reserved(ledger, { red: 1e12 }, { at: noon })
      const budgets = { dailyMicroUsd: 0, monthlyMicroUsd: 0, modelDailyMicroUsd: new Map([['blue', 0]]) }
      await reserved(ledger, { blue: 0 }, { at: noon, budgets })
      expect(await spent(ledger, noon)).toBe(1e12)
    })

    test('promises all parts or none', async () => {
      const ledger = await open()
      const budgets = { modelDailyMicroUsd: new Map([['blue', 5]]) }
      const parts = partsOf({ red: 10, blue: 6, green: 10 })
      expect(await ledger.reserve({ at: noon, parts, budgets })).toMatchObject({ over: 'model', model: 'blue' })
      expect(await spent(ledger, noon)).toBe(0)
      expect(await ledger.open({ before: noon + 1, limit: 10 })).toEqual([])
    })

    test.each([-1, 0.5, Number.NaN, Infinity, 2 ** 53])('a part of %d micro-dollars is a mistake', async (microUsd) => {
      const ledger = await open()
      const parts = partsOf({ red: 10, blue: microUsd })
      await expect(ledger.reserve({ at: noon, parts, budgets: noBudgets })).rejects.toThrow(Error)
      expect(await spent(ledger, noon)).toBe(0)
      expect(await ledger.open({ before: noon + 1, limit: 10 })).toEqual([])
    })

    test.each([
      ['the day', { dailyMicroUsd: 10 * 1001, modelDailyMicroUsd: new Map() }],
      ['the month', { monthlyMicroUsd: 10 * 1001 + 1000, modelDailyMicroUsd: new Map() }],
      ['a model', { modelDailyMicroUsd: new Map([['red', 10 * 1000 + 999]]) }],
    ])('of 100 at the same moment, as many are promised as the budget of %s allows', async (_, budgets) => {
      const ledger = await open()
      const parts = partsOf({ red: 1000, blue: 1 })
      const answers = await Promise.all(Array.from({ length: 100 }, () => ledger.reserve({ at: noon, parts, budgets })))
      const promised = answers.flatMap((answer) => ('over' in answer ? [] : [answer.reservation]))
      expect(new Set(promised).size).toBe(10)
      expect(promised).toHaveLength(10)
      expect(await spent(ledger, noon)).toBe(10 * 1001)
      expect(await ledger.open({ before: noon + 1, limit: 100 })).toHaveLength(20)
    })
  })
}
