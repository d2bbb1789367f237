import type { GalleryEntry } from '../../contract/gallery.ts'
import type { ParameterName, Parameters } from '../../contract/parameters.ts'

/** `9 pictures`, `1 picture`. */
export const count = (number: number, thing: string): string =>
  `${number.toLocaleString('en')} ${thing}${number === 1 ? '' : 's'}`

type Progress = Pick<GalleryEntry, 'completedModels' | 'status' | 'totalModels'>

/** Where a job stands: `painting, 3 of 9`, `9 models, some missing`. */
export function statusWords({ status, completedModels, totalModels }: Progress): string {
  const models = count(totalModels, 'model')
  switch (status) {
    case 'pending':
      return 'waiting to start'
    case 'in_progress':
      return `painting, ${completedModels} of ${totalModels}`
    case 'completed':
      return models
    case 'partial':
      return `${models}, some missing`
    case 'cancelled':
      return `${models}, stopped`
    case 'failed':
      return totalModels === 1 ? '1 model, failed' : `${models}, all failed`
  }
}

/** What was asked for, in words, such as `28 steps`: all that was set, or only the parameters named. */
export function parameterWords(parameters: Parameters, only?: readonly ParameterName[]): string[] {
  const { aspectRatio, guidance, imagesPerModel = 1, negativePrompt, seed, steps } = parameters
  const words: [ParameterName, string | undefined][] = [
    ['aspectRatio', aspectRatio],
    ['steps', steps === undefined ? undefined : `${steps} steps`],
    ['guidance', guidance === undefined ? undefined : `guidance ${guidance}`],
    ['seed', seed === undefined ? undefined : `seed ${seed}`],
    ['imagesPerModel', imagesPerModel > 1 ? `${imagesPerModel} pictures a model` : undefined],
    ['negativePrompt', negativePrompt ? `without “${negativePrompt}”` : undefined],
  ]
  return words.flatMap(([name, text]) => (text !== undefined && (only?.includes(name) ?? true) ? [text] : []))
}

/** The beginning of a prompt, for a label that should not read out a thousand characters. */
export function shortPrompt(prompt: string): string {
  const characters = Array.from(prompt)
  return characters.length <= 60 ? prompt : `${characters.slice(0, 59).join('').trimEnd()}…`
}
