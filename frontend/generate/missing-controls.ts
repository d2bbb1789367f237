import type { Model } from '../../contract/model.ts'
import { parameterWords } from './parameter-words.ts'
import { isUsed } from './support.ts'

/** Says which controls are not there because no chosen model uses them, and which would. Undefined when all are there. */
export function missingControls(chosen: readonly Model[], all: readonly Model[]): string | undefined {
  const missing = optional.filter((name) => !isUsed(name, chosen))
  if (missing.length === 0) return undefined
  const preset = missing.includes('steps') && missing.includes('guidance') ? ['preset'] : []
  const words = [...preset, ...missing.map((name) => parameterWords[name])]
  const able = all.filter((model) => missing.some((name) => isUsed(name, [model]))).map(({ name }) => name)
  const example = able.length > 0 && able.length <= 3 ? `: ${listed(able)}` : ''
  // Steps are many, even when they are the only ones.
  const one = words.length === 1 && !missing.includes('steps')
  return `${capitalised(listed(words))} ${one ? 'appears' : 'appear'} when you choose a model that takes ${one ? 'it' : 'them'}${example}.`
}

const optional = ['steps', 'guidance', 'aspectRatio', 'seed', 'negativePrompt'] as const

// As the page writes it elsewhere, without a comma before the last.
const listed = (words: readonly string[]): string => new Intl.ListFormat('en-GB').format(words)

const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
