import { describe, expect, test } from 'vitest'
import type { Ledger } from '../../money.ts'
import { noon, randomId } from '../samples.ts'
import { reserved, sums } from './ledger-samples.ts'

export function openParts(open: () => Promise<Ledger>) {
  describe('open parts', () => {
    test('are told with their job and whether they were confirmed', async () => {
      const ledger = await open()
      const jobId = randomId()
      const { red, blue } = await reserved(ledger, { red: 1, blue: 1 }, { at: noon, jobId })
      const { enhance } = await reserved(ledger, { enhance: 1 }, { at: noon + 1 })
      await ledger.confirm(blue!)
      const parts = await ledger.open({ before: noon + 2, limit: 10 })
      expect(parts).toHaveLength(3)
      expect(parts.slice(0, 2)).toContainEqual({ ...red!, jobId, confirmed: false })
      expect(parts.slice(0, 2)).toContainEqual({ ...blue!, jobId, confirmed: true })
      expect(parts[2]).toStrictEqual({ ...enhance!, confirmed: false })
    })

    test('are told the oldest first, up to the limit', async () => {
      const ledger = await open()
      for (const ms of [30, 10, 40, 20]) await reserved(ledger, { [`m${ms}`]: 1 }, { at: noon + ms })
      const models = async (limit: number) =>
        (await ledger.open({ before: noon + 100, limit })).map(({ model }) => model)
      expect(await models(10)).toEqual(['m10', 'm20', 'm30', 'm40'])
      expect(await models(2)).toEqual(['m10', 'm20'])
    })

    test('are only those from before, across midnights', async () => {
      const ledger = await open()
      await reserved(ledger, { old: 1 }, { at: noon - 100 * 86_400_000 })
      await reserved(ledger, { now: 1 }, { at: noon })
      const models = async (before: number) => (await ledger.open({ before, limit: 9 })).map(({ model }) => model)
      expect(await models(noon)).toEqual(['old'])
      expect(await models(noon + 1)).toEqual(['old', 'now'])
    })

    test('no longer are those that were settled', async () => {
      const ledger = await open()
      const { red } = await reserved(ledger, { red: 1, blue: 1 }, { at: noon })
      await ledger.settle(red!, { costMicroUsd: 1, costCertain: true, at: noon })
      expect(await ledger.open({ before: noon + 1, limit: 9 })).toMatchObject([{ model: 'blue' }])
    })
  })

  describe('spending', () => {
    test('is told by day and model, of one UTC month', async () => {
      const ledger = await open()
      const days: [number, Record<string, number>][] = [
        [Date.UTC(2026, 9, 31, 23, 59, 59, 999), { red: 1 }],
        [Date.UTC(2026, 10, 1), { red: 2 }],
        [Date.UTC(2026, 10, 30, 23, 59, 59, 999), { red: 4, blue: 8 }],
        [Date.UTC(2026, 11, 1), { red: 16 }],
        [Date.UTC(2025, 10, 15), { red: 32 }],
      ]
      for (const [at, prices] of days) await reserved(ledger, prices, { at })
      const lines = (await ledger.spend(noon)).toSorted((a, b) => a.reservedMicroUsd - b.reservedMicroUsd)
      expect(lines).toEqual([
        { day: '2026-11-01', model: 'red', ...sums({ reservedMicroUsd: 2 }) },
        { day: '2026-11-30', model: 'red', ...sums({ reservedMicroUsd: 4 }) },
        { day: '2026-11-30', model: 'blue', ...sums({ reservedMicroUsd: 8 }) },
      ])
      expect(await ledger.spend(Date.UTC(2026, 7, 1))).toEqual([])
    })
  })
}
