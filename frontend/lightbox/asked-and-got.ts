import type { ParameterName } from '../../contract/parameters.ts'
import { costWords } from '../ui/cost-words.ts'
import { formatDuration } from '../ui/duration.ts'
import { formatMoney } from '../ui/money.ts'
import type { LightboxSlide } from '../ui/slide.ts'

/** `differs`: it is not what was asked for. */
export type Row = { what: string; asked: string; got: string; differs: boolean }

/** What was asked of the model against what it did, for each parameter that was set. */
export function askedAndGot({ image, result, job }: LightboxSlide): Row[] {
  const { guidance, imagesPerModel, negativePrompt, seed, steps } = job.parameters
  const row = (name: ParameterName, what: string, asked: string | undefined, got?: string): Row[] => {
    if (asked === undefined) return []
    if (result.ignored.includes(name)) return [{ what, asked, got: 'not offered, not sent', differs: true }]
    return [{ what, asked, got: got ?? 'sent', differs: name === 'imagesPerModel' && got !== asked }]
  }
  // Of a seed that the server drew itself, a model that takes none was asked nothing.
  const askedSeed = image.seed !== undefined || result.ignored.includes('seed') ? seed : undefined
  return [
    promptRow(result),
    shapeRow({ image, result, job }),
    ...row('seed', 'Seed', askedSeed?.toString(), image.seed?.toString()),
    ...row('steps', 'Steps', steps?.toString()),
    ...row('guidance', 'Guidance', guidance?.toString()),
    ...row('imagesPerModel', 'Pictures', imagesPerModel?.toString(), result.images.length.toString()),
    ...row('negativePrompt', 'Negative prompt', negativePrompt || undefined),
  ]
}

/** The words themselves stand above. */
function promptRow({ sentPrompt, revisedPrompt }: LightboxSlide['result']): Row {
  const got =
    revisedPrompt !== undefined
      ? 'rewritten by the provider'
      : sentPrompt === undefined
        ? 'sent as written'
        : 'sent in other words'
  return { what: 'Prompt', asked: 'as written', got, differs: got !== 'sent as written' }
}

// Providers round to whole blocks of pixels: 896 × 1280 is how one of them paints 3:4.
const roundedBy = 0.08

function shapeRow({ image: { width, height }, result, job }: LightboxSlide): Row {
  const asked = job.parameters.aspectRatio
  const row = { what: 'Shape', asked: asked ?? 'Default' }
  const size = `${width} × ${height}`
  if (result.ignored.includes('aspectRatio')) return { ...row, got: `${size}, shape not offered`, differs: true }
  const [across = 1, down = 1] = asked?.split(':').map(Number) ?? [width, height]
  const differs = Math.abs((width * down) / (height * across) - 1) > roundedBy
  return { ...row, got: differs ? `${size}, not ${asked}` : size, differs }
}

/** What is known of the picture besides, as pairs of a name and its words. */
export function factsOf({ image, result }: LightboxSlide): [string, string][] {
  return [
    [
      'Made by',
      result.provider === 'sketch' ? `${result.name}: sketch, not AI` : `${result.name} at ${result.provider}`,
    ],
    ['Made', new Date(result.completedAt).toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short' })],
    ['Time', formatDuration(result.durationMs)],
    ['Cost', costInFull(result)],
    ['File', `${formatName(image.mediaType)}, ${formatBytes(image.bytes)}`],
    ...(result.attempt > 1 ? [['Attempt', result.attempt.toString()] satisfies [string, string]] : []),
  ]
}

function costInFull(result: LightboxSlide['result']): string {
  const { costMicroUsd, costCertain, images } = result
  const words = costWords(result, images.length)
  if (!costCertain) return `${words}: pictures that did not come may have been charged`
  if (images.length === 1 || costMicroUsd === null || costMicroUsd === 0) return words
  return `${formatMoney(costMicroUsd / images.length)}, one of ${images.length} for ${words}`
}

const formatName = (mediaType: string) => mediaType.slice('image/'.length).toUpperCase()

function formatBytes(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}
