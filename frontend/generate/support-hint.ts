import type { Model } from '../../contract/model.ts'
import type { ParameterName, Parameters } from '../../contract/parameters.ts'
import { canPaint } from './models.ts'
import { takes } from './support.ts'

/** Whether no chosen model takes a parameter, and what is to be said when not all of them do. */
export type Support = { dead: boolean; hint: string | undefined }

/** Of a shape that is set, that one; else any. */
export function supportOf(
  name: Exclude<ParameterName, 'imagesPerModel'>,
  { parameters, chosen, all }: { parameters: Parameters; chosen: readonly Model[]; all: readonly Model[] },
): Support {
  const shape = name === 'aspectRatio' ? parameters.aspectRatio : undefined
  const able = (model: Model) => takes(model, name, shape)
  const takers = chosen.filter(able)
  const others = chosen.filter((model) => !able(model))
  const what = shape ?? phrases[name]
  const kept = parameters[name] === undefined ? '' : ' What you set is kept, but not sent.'
  if (chosen.length === 0) return { dead: true, hint: `No model is chosen.${kept}` }
  if (takers.length === 0) {
    const would = all.filter((model) => canPaint(model) && able(model))
    const who = would.length === 0 ? '' : `; ${would.length > most ? `${would.length} others` : few(would)} would`
    return { dead: true, hint: `No chosen model takes ${what}${who}.${kept}` }
  }
  if (others.length === 0) return { dead: false, hint: undefined }
  if (others.length < takers.length) return { dead: false, hint: `All but ${few(others)} take ${what}.` }
  return { dead: false, hint: `Only ${few(takers)} ${takers.length === 1 ? 'takes' : 'take'} ${what}.` }
}

const phrases = {
  steps: 'steps',
  guidance: 'guidance',
  aspectRatio: 'a shape',
  seed: 'a seed',
  negativePrompt: 'a negative prompt',
} as const

const most = 4

/** All of a few; of many the first, and how many others. */
function few(models: readonly Model[]): string {
  const names = models.map(({ name }) => name)
  const listed = names.length > most ? [...names.slice(0, most - 1), `${names.length - most + 1} others`] : names
  return new Intl.ListFormat('en-GB').format(listed)
}
