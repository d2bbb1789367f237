import type { ParameterName } from '../../contract/parameters.ts'
import { costWords } from '../ui/cost-words.ts'
import { formatDuration } from '../ui/duration.ts'
import { formatMoney } from '../ui/money.ts'
import type { LightboxSlide } from '../ui/slide.ts'

export type Row = { what: string; asked: string; got: string }

/** What was asked of the model against what it did, for each parameter that was set. */
export function askedAndGot({ image, result, job }: LightboxSlide): Row[] {
  const { aspectRatio, guidance, imagesPerModel, negativePrompt, seed, steps } = job.parameters
  const row = (name: ParameterName, what: string, asked: string | undefined, got = 'sent'): Row[] =>
    asked === undefined ? [] : [{ what, asked, got: result.ignored.includes(name) ? 'not offered, not sent' : got }]
  // Of a seed that the server drew itself, a model that takes none was asked nothing.
  const askedSeed = image.seed !== undefined || result.ignored.includes('seed') ? seed : undefined
  const size = `${image.width} × ${image.height}`
  return [
    {
      what: 'Shape',
      asked: aspectRatio ?? 'Default',
      got: result.ignored.includes('aspectRatio') ? `${size}, shape not offered` : size,
    },
    ...row('seed', 'Seed', askedSeed?.toString(), image.seed?.toString()),
    ...row('steps', 'Steps', steps?.toString()),
    ...row('guidance', 'Guidance', guidance?.toString()),
    ...row('imagesPerModel', 'Pictures', imagesPerModel?.toString(), result.images.length.toString()),
    ...row('negativePrompt', 'Without', negativePrompt || undefined),
  ]
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
