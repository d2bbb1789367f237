import { describe, expect, test } from 'vitest'
import { noon } from './contract-suite/samples.ts'
import type { Meters } from './meters.ts'

const hour = 3_600_000
const meter = { key: 'runs', window: '2026-11-25T12', endsAt: noon + hour }

/** What every Meters must do. `open` answers with one where nothing is counted, which it closes when the test is over. */
export function metersContract(open: () => Promise<Meters>) {
  describe('meters', () => {
    test('count to the limit and no further', async () => {
      const meters = await open()
      const take = () => meters.take(meter, { limit: 2, at: noon })
      expect([await take(), await take(), await take(), await take()]).toEqual([
        { taken: true, used: 1 },
        { taken: true, used: 2 },
        { taken: false, used: 2 },
        { taken: false, used: 2 },
      ])
    })

    test('let exactly as many through as the limit says, however many ask at once', async () => {
      const meters = await open()
      const asked = Array.from({ length: 100 }, () => meters.take(meter, { limit: 10, at: noon }))
      const answers = await Promise.all(asked)
      expect(answers.filter(({ taken }) => taken)).toHaveLength(10)
    })

    test('with a limit of 0 let nothing through, and count nothing', async () => {
      const meters = await open()
      expect(await meters.take(meter, { limit: 0, at: noon })).toEqual({ taken: false, used: 0 })
      expect(await meters.take(meter, { limit: 1, at: noon })).toEqual({ taken: true, used: 1 })
    })

    test('keep keys and windows apart', async () => {
      const meters = await open()
      await meters.take(meter, { limit: 1, at: noon })
      for (const other of [
        { ...meter, key: 'enhance' },
        { ...meter, window: '2026-11-25T13', endsAt: noon + 2 * hour },
      ]) {
        expect(await meters.take(other, { limit: 1, at: noon })).toEqual({ taken: true, used: 1 })
      }
    })

    test('what is given back can be taken again, and no more than that', async () => {
      const meters = await open()
      await meters.giveBack(meter)
      await meters.take(meter, { limit: 1, at: noon })
      await meters.giveBack(meter)
      await meters.giveBack(meter)
      const take = () => meters.take(meter, { limit: 1, at: noon })
      expect([await take(), await take()]).toEqual([
        { taken: true, used: 1 },
        { taken: false, used: 1 },
      ])
    })

    test('a lower limit than is counted lets nothing through', async () => {
      const meters = await open()
      for (let n = 0; n < 3; n += 1) await meters.take(meter, { limit: 5, at: noon })
      expect(await meters.take(meter, { limit: 2, at: noon })).toEqual({ taken: false, used: 3 })
    })

    test('what an ended window counted does not come into a new one of the same name', async () => {
      const meters = await open()
      await meters.take(meter, { limit: 1, at: noon })
      const again = { ...meter, endsAt: noon + 3 * hour }
      expect(await meters.take(again, { limit: 1, at: noon + 2 * hour })).toEqual({ taken: true, used: 1 })
    })
  })
}
