import { describe, expect, test } from 'vitest'
import { noon } from './contract-suite/samples.ts'
import type { Switches } from './money.ts'

/** What every Switches must do. `open` answers with one where all is on, which it closes when the test is over. */
export function switchesContract(open: () => Promise<Switches>) {
  describe('switches', () => {
    test('everything is on until it is switched off', async () => {
      const switches = await open()
      expect(await switches.off()).toEqual(new Map())
      await switches.set('red', { on: true, at: noon })
      expect(await switches.off()).toEqual(new Map())
    })

    test('each model has its own, with the time since when it is off', async () => {
      const switches = await open()
      await switches.set('red', { on: false, at: noon })
      await switches.set('blue', { on: false, at: noon + 1 })
      await switches.set('green', { on: false, at: noon + 2 })
      await switches.set('blue', { on: true, at: noon + 3 })
      expect(await switches.off()).toEqual(
        new Map([
          ['red', noon],
          ['green', noon + 2],
        ]),
      )
    })

    test('who switches off what is off changes nothing; off and on again begins anew', async () => {
      const switches = await open()
      await switches.set('red', { on: false, at: noon })
      await switches.set('red', { on: false, at: noon + 1 })
      expect(await switches.off()).toEqual(new Map([['red', noon]]))
      await switches.set('red', { on: true, at: noon + 2 })
      await switches.set('red', { on: false, at: noon + 3 })
      expect(await switches.off()).toEqual(new Map([['red', noon + 3]]))
    })
  })
}
