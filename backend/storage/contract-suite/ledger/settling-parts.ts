import { describe, expect, test } from 'vitest'
import type { Cost, Ledger } from '../../money.ts'
import { noon } from '../samples.ts'
import { reserved, sums, sumsOf } from './ledger-samples.ts'

const cost: Cost & { at: number } = { costMicroUsd: 100, costCertain: true, at: noon }

export function settlingParts(open: () => Promise<Ledger>) {
  describe('confirming', () => {
    test('an open part is confirmed, however often', async () => {
      const ledger = await open()
      const { red } = await reserved(ledger, { red: 100 }, { at: noon })
      expect([await ledger.confirm(red!), await ledger.confirm(red!)]).toEqual([true, true])
      expect(await sumsOf(ledger, noon)).toEqual(sums({ reservedMicroUsd: 100 }))
    })

    test('not when it has ended, or never was', async () => {
      const ledger = await open()
      const { red, blue } = await reserved(ledger, { red: 100, blue: 1 }, { at: noon })
      await ledger.settle(red!, cost)
      expect(await ledger.confirm(red!)).toBe(false)
      expect(await ledger.confirm({ ...red!, model: 'green' })).toBe(false)
      expect(await ledger.confirm({ ...blue!, reservation: 'unknown' })).toBe(false)
      expect(await ledger.confirm(blue!)).toBe(true)
    })

    test('a release and a confirmation at the same moment: one of them comes too late', async () => {
      const ledger = await open()
      const { red } = await reserved(ledger, { red: 100 }, { at: noon })
      const [settled, confirmed] = await Promise.all([
        ledger.settle(red!, { ...cost, costMicroUsd: 0 }),
        ledger.confirm(red!),
      ])
      expect(settled).toBe(true)
      expect(await ledger.confirm(red!)).toBe(false)
      expect([true, false]).toContain(confirmed)
    })
  })

  describe('settling a part', () => {
    test.each<[string, Cost, ReturnType<typeof sums>]>([
      [
        'exactly what was reserved',
        { costMicroUsd: 100, costCertain: true },
        sums({ reservedMicroUsd: 100, settledMicroUsd: 100 }),
      ],
      [
        'less: the rest is released',
        { costMicroUsd: 30, costCertain: true },
        sums({ reservedMicroUsd: 100, settledMicroUsd: 30, releasedMicroUsd: 70 }),
      ],
      [
        'nothing: all is released',
        { costMicroUsd: 0, costCertain: true },
        sums({ reservedMicroUsd: 100, releasedMicroUsd: 100 }),
      ],
      [
        'more: the excess is a correction',
        { costMicroUsd: 130, costCertain: true },
        sums({ reservedMicroUsd: 100, settledMicroUsd: 130, correctedMicroUsd: 30 }),
      ],
      [
        'what is not known: it counts as what was reserved',
        { costMicroUsd: null, costCertain: false },
        sums({ reservedMicroUsd: 100, settledMicroUsd: 100, uncertainMicroUsd: 100 }),
      ],
      [
        'what may not have been charged',
        { costMicroUsd: 30, costCertain: false },
        sums({ reservedMicroUsd: 100, settledMicroUsd: 30, releasedMicroUsd: 70, uncertainMicroUsd: 30 }),
      ],
    ])('at %s', async (_, end, expected) => {
      const ledger = await open()
      const { red } = await reserved(ledger, { red: 100 }, { at: noon })
      await ledger.confirm(red!)
      expect(await ledger.settle(red!, { ...end, at: noon + 1 })).toBe(true)
      expect(await sumsOf(ledger, noon)).toEqual(expected)
      expect(await ledger.open({ before: noon + 1, limit: 5 })).toEqual([])
    })

    test('happens once: who comes again, with another cost too, changes nothing', async () => {
      const ledger = await open()
      const { red } = await reserved(ledger, { red: 100 }, { at: noon })
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, n) => ledger.settle(red!, { ...cost, costMicroUsd: n < 10 ? 40 : 90 })),
      )
      expect(answers.filter(Boolean)).toHaveLength(1)
      const after = await sumsOf(ledger, noon)
      expect([40, 90]).toContain(after.settledMicroUsd)
      expect(await ledger.settle(red!, { ...cost, costMicroUsd: 7 })).toBe(false)
      expect(await sumsOf(ledger, noon)).toEqual(after)
    })

    test('ends neither the other parts of the reservation nor those of others', async () => {
      const ledger = await open()
      const { red } = await reserved(ledger, { red: 100, blue: 100 }, { at: noon })
      await reserved(ledger, { red: 100 }, { at: noon })
      await ledger.settle(red!, { ...cost, costMicroUsd: 40 })
      expect(await ledger.open({ before: noon + 1, limit: 5 })).toHaveLength(2)
      expect(await sumsOf(ledger, noon, 'blue')).toEqual(sums({ reservedMicroUsd: 100 }))
    })

    test('of what was never promised is nothing', async () => {
      const ledger = await open()
      const { red } = await reserved(ledger, { red: 100 }, { at: noon })
      expect(await ledger.settle({ ...red!, model: 'blue' }, cost)).toBe(false)
      expect(await ledger.settle({ ...red!, reservation: 'unknown' }, cost)).toBe(false)
      expect(await sumsOf(ledger, noon)).toEqual(sums({ reservedMicroUsd: 100 }))
    })

    test.each([-1, 0.5, Number.NaN, Infinity, 2 ** 53])(
      'at %d micro-dollars is a mistake, and leaves the part open',
      async (costMicroUsd) => {
        const ledger = await open()
        const { red } = await reserved(ledger, { red: 100 }, { at: noon })
        await expect(ledger.settle(red!, { ...cost, costMicroUsd })).rejects.toThrow(Error)
        expect(await sumsOf(ledger, noon)).toEqual(sums({ reservedMicroUsd: 100 }))
        expect(await ledger.settle(red!, cost)).toBe(true)
      },
    )
  })
}
