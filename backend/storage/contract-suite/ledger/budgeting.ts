import { describe, expect, test } from 'vitest'
import type { Budgets, Ledger } from '../../money.ts'
import { noon } from '../samples.ts'
import { partsOf, reserved } from './ledger-samples.ts'

const midnight = Date.UTC(2026, 10, 23)
const newMonth = Date.UTC(2026, 11, 1)
const certain = { costCertain: true }

const ofDay = (dailyMicroUsd: number): Budgets => ({ dailyMicroUsd, modelDailyMicroUsd: new Map() })
const ofMonth = (monthlyMicroUsd: number): Budgets => ({ monthlyMicroUsd, modelDailyMicroUsd: new Map() })
const ofModel = (model: string, microUsd: number): Budgets => ({ modelDailyMicroUsd: new Map([[model, microUsd]]) })

export function budgeting(open: () => Promise<Ledger>) {
  /** What is said to be left when a dollar more than everything is asked for. */
  async function left(ledger: Ledger, at: number, budgets: Budgets, model = 'red'): Promise<number> {
    const answer = await ledger.reserve({ at, parts: partsOf({ [model]: 1e15 }), budgets })
    return 'over' in answer ? answer.leftMicroUsd : Number.NaN
  }

  describe('a budget', () => {
    test.each([
      ['day', ofDay(100), { over: 'day', leftMicroUsd: 39 }],
      ['month', ofMonth(100), { over: 'month', leftMicroUsd: 39 }],
      ['model', ofModel('red', 100), { over: 'model', model: 'red', leftMicroUsd: 39 }],
    ])(
      'of a %s is used to the last micro-dollar; then the answer says exactly what is left',
      async (_, budgets, over) => {
        const ledger = await open()
        await reserved(ledger, { red: 61 }, { at: noon, budgets })
        expect(await ledger.reserve({ at: noon, parts: partsOf({ red: 40 }), budgets })).toEqual(over)
        await reserved(ledger, { red: 39 }, { at: noon, budgets })
        expect(await ledger.reserve({ at: noon, parts: partsOf({ red: 1 }), budgets })).toEqual({
          ...over,
          leftMicroUsd: 0,
        })
      },
    )

    test.each([ofDay(100), ofMonth(100)])('of all models is met by their sum', async (budgets) => {
      const ledger = await open()
      await reserved(ledger, { red: 30, blue: 30 }, { at: noon, budgets })
      expect(await ledger.reserve({ at: noon, parts: partsOf({ red: 20, green: 21 }), budgets })).toMatchObject({
        leftMicroUsd: 40,
      })
      await reserved(ledger, { red: 20, green: 20 }, { at: noon, budgets })
    })

    test('of a model binds that model only', async () => {
      const ledger = await open()
      const budgets = ofModel('red', 50)
      await reserved(ledger, { red: 20, blue: 1000 }, { at: noon, budgets })
      await reserved(ledger, { blue: 1000 }, { at: noon, budgets })
      expect(await left(ledger, noon, budgets)).toBe(30)
    })

    test('of 0 allows nothing', async () => {
      const ledger = await open()
      for (const budgets of [ofDay(0), ofMonth(0), ofModel('red', 0)]) {
        expect(await ledger.reserve({ at: noon, parts: partsOf({ red: 1 }), budgets })).toMatchObject({
          leftMicroUsd: 0,
        })
      }
    })

    test('that stays exhausted longest is named, when several are too small', async () => {
      const ledger = await open()
      await reserved(ledger, { red: 10 }, { at: noon })
      const asking = (budgets: Budgets) => ledger.reserve({ at: noon, parts: partsOf({ red: 9 }), budgets })
      const model = ofModel('red', 12)
      expect(await asking({ dailyMicroUsd: 14, monthlyMicroUsd: 18, ...model })).toEqual({
        over: 'month',
        leftMicroUsd: 8,
      })
      expect(await asking({ dailyMicroUsd: 14, monthlyMicroUsd: 19, ...model })).toEqual({
        over: 'day',
        leftMicroUsd: 4,
      })
      expect(await asking({ dailyMicroUsd: 19, monthlyMicroUsd: 19, ...model })).toMatchObject({ over: 'model' })
    })

    test('of a day begins anew at midnight UTC, the one of a month does not', async () => {
      const ledger = await open()
      await reserved(ledger, { red: 100 }, { at: midnight - 1 })
      expect(await left(ledger, midnight - 1, ofDay(100))).toBe(0)
      expect(await left(ledger, midnight, ofDay(100))).toBe(100)
      expect(await left(ledger, midnight, ofModel('red', 100))).toBe(100)
      expect(await left(ledger, midnight, ofMonth(150))).toBe(50)
    })

    test('of a month begins anew with the month, and counts its first and its last day', async () => {
      const ledger = await open()
      await reserved(ledger, { red: 1 }, { at: newMonth - 1 })
      await reserved(ledger, { red: 10 }, { at: newMonth })
      await reserved(ledger, { red: 20 }, { at: Date.UTC(2026, 11, 31, 23, 59, 59, 999) })
      await reserved(ledger, { red: 100 }, { at: Date.UTC(2027, 0, 1) })
      await reserved(ledger, { red: 1000 }, { at: Date.UTC(2025, 11, 15) })
      expect(await left(ledger, Date.UTC(2026, 11, 15), ofMonth(50))).toBe(20)
      expect(await left(ledger, Date.UTC(2026, 10, 15), ofMonth(50))).toBe(49)
    })

    test('gets back what was released, and pays for corrections until nothing is left', async () => {
      const ledger = await open()
      const cheap = await reserved(ledger, { red: 60 }, { at: noon })
      await ledger.settle(cheap['red']!, { costMicroUsd: 25, ...certain, at: noon })
      const budgets = { ...ofDay(100), monthlyMicroUsd: 100, ...ofModel('red', 100) }
      expect(await left(ledger, noon, ofDay(100))).toBe(75)
      expect(await left(ledger, noon, ofMonth(100))).toBe(75)
      expect(await left(ledger, noon, ofModel('red', 100))).toBe(75)
      const dear = await reserved(ledger, { red: 75 }, { at: noon, budgets })
      await ledger.settle(dear['red']!, { costMicroUsd: 80, ...certain, at: noon })
      for (const one of [ofDay(100), ofMonth(100), ofModel('red', 100)]) expect(await left(ledger, noon, one)).toBe(0)
      expect(await left(ledger, noon, ofDay(106))).toBe(1)
    })

    test('pays for what may not have been charged as for everything else', async () => {
      const ledger = await open()
      const part = await reserved(ledger, { red: 60 }, { at: noon })
      await ledger.settle(part['red']!, { costMicroUsd: null, costCertain: false, at: noon })
      expect(await left(ledger, noon, ofDay(100))).toBe(40)
    })

    test('pays on the day of the promise, whenever it is settled', async () => {
      const ledger = await open()
      const part = await reserved(ledger, { red: 60 }, { at: newMonth - 1 })
      await ledger.settle(part['red']!, { costMicroUsd: 50, ...certain, at: newMonth + 5 })
      expect(await left(ledger, newMonth - 1, ofDay(100))).toBe(50)
      expect(await left(ledger, newMonth - 1, ofMonth(100))).toBe(50)
      expect(await left(ledger, newMonth, ofMonth(100))).toBe(100)
    })
  })
}
