import { retiresSoon } from '../../backend/providers/catalogue/catalogue.ts'
import { readModels } from '../../backend/providers/registry.ts'
import { bad, good } from '../cloud/finding.ts'
import type { Check } from './check.ts'
import type { SettingsSource } from './settings-source.ts'

const uncalled = () => Promise.reject(new Error('Nothing is called'))

/** Models that were shut down, or will be soon. */
export const sunsets = <Deps extends { now(): number }>({ read, mend }: SettingsSource<Deps>): Check<Deps> => ({
  name: 'Which models end',
  async look(deps) {
    const settings = (await read(deps))?.models
    if (settings === undefined) return []
    const now = deps.now()
    // With a budget, models without a price would be missing here.
    const { models } = readModels(settings, {
      connect: () => uncalled,
      paint: uncalled,
      now: () => now,
      budgeted: false,
    })
    const ending = models.filter(
      // One that was shut down and is enabled is to be tried all the same.
      ({ enabled, lifecycle }) => (lifecycle.state === 'retired' && !enabled) || retiresSoon(lifecycle, now),
    )
    if (ending.length === 0) return [good('No model is shut down within 45 days')]
    return ending.map(({ name, lifecycle, successor, successorSetting }) => {
      const when = 'on' in lifecycle && lifecycle.on !== undefined ? ` on ${lifecycle.on}` : ''
      const title = lifecycle.state === 'retired' ? `${name} was shut down${when}` : `${name} is shut down${when}`
      if (successor === undefined) return bad(title, mend('Take it out of the models'))
      const itsSuccessor = `Its successor is ${successor}`
      return bad(
        title,
        settings.slots && successorSetting
          ? mend(`${itsSuccessor}: set ${successorSetting}`)
          : `${itsSuccessor}: a newer version of Pixel Prompt has it.`,
      )
    })
  },
})
