import type { ModelSettings } from '../../backend/model-settings.ts'
import { retiresSoon } from '../../backend/providers/catalogue/catalogue.ts'
import { readModels } from '../../backend/providers/registry.ts'
import { bad, type Finding, good } from '../cloud/finding.ts'

const uncalled = () => Promise.reject(new Error('Nothing is called'))

/** Models that were shut down, or will be soon. */
export function sunsets(settings: ModelSettings, now: number): Finding[] {
  // With a budget, models without a price would be missing here.
  const deps = { connect: () => uncalled, paint: uncalled, now: () => now, budgeted: false }
  const { models } = readModels(settings, deps)
  const ending = models.filter(
    // One that was shut down and is enabled is to be tried all the same.
    ({ enabled, lifecycle }) => (lifecycle.state === 'retired' && !enabled) || retiresSoon(lifecycle, now),
  )
  if (ending.length === 0) return [good('No model is shut down within 45 days')]
  return ending.map(({ name, lifecycle, successor, successorSetting }) => {
    const when = 'on' in lifecycle && lifecycle.on !== undefined ? ` on ${lifecycle.on}` : ''
    const title = lifecycle.state === 'retired' ? `${name} was shut down${when}` : `${name} is shut down${when}`
    if (successor === undefined) return bad(title, 'Take it out of the settings.')
    return bad(
      title,
      `Its successor is ${successor}: ${settings.slots && successorSetting ? `set ${successorSetting}` : 'a newer version of Pixel Prompt has it'}.`,
    )
  })
}
