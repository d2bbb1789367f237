import { aspectRatios } from '../../../contract/parameters.ts'
import { standardKeys } from '../../model-settings.ts'
import { factsOf, type ProviderId } from '../provider-list.ts'
import { lifecycleOf, retiresSoon } from './catalogue.ts'
import { type CatalogueEntry, dearest, type Price, type Source } from './entry.ts'

/** The catalogue as lines for a terminal; what is shut down soon, or was, is marked. `now` in milliseconds since 1970. */
export function asLines(entries: readonly CatalogueEntry[], now: number): string[] {
  const rows = entries.map((entry) => [
    entry.name,
    entry.provider,
    entry.id,
    entry.price ? dollars(dearest(entry.price)) : 'unknown',
    abilitiesOf(entry),
    endOf(entry, now),
  ])
  const head = ['name', 'provider', 'id', 'price', 'takes', '']
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)))
  return [head, ...rows].map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}

function endOf(entry: CatalogueEntry, now: number): string {
  const lifecycle = lifecycleOf(entry, new Date(now).toISOString().slice(0, 10))
  if (lifecycle.state === 'live') return ''
  const instead = entry.successor === undefined ? '' : `, then ${entry.successor}`
  if (lifecycle.state === 'retired') return `RETIRED since ${lifecycle.on ?? 'long'}${instead}`
  return lifecycle.state === 'retires'
    ? `${retiresSoon(lifecycle, now) ? 'SOON: ' : ''}until ${lifecycle.on}${instead}`
    : ''
}

/** The catalogue as a page of the documentation, the same on every day. */
export function asPage(entries: readonly CatalogueEntry[]): string {
  const providers = [...new Set(entries.map(({ provider }) => provider))]
  return [...introduction, ...providers.flatMap((provider) => section(provider, entries)), ...sources(entries)].join(
    '\n',
  )
}

const introduction = [
  '# Models',
  '',
  'Made by `npm run catalogue -- --write` from `backend/providers/catalogue/`; a test keeps it true. Prices and dates are what',
  'the pages below said on the day that stands beside them. Nothing was tried against a live API, and the provider’s bill is',
  'what counts. A mark ° says that a fact rests on one page of somebody else.',
  '',
  'A model with ✓ is there with the provider’s key alone. Any other is configured by its name or id:',
  '`MODEL_COUNT=1`, `MODEL_1_NAME="FLUX.2 Max"`, `MODEL_1_KEY=…`. The price is the most that one image can cost here.',
  '“Takes” names what a model can be told beside the prompt; what is beyond its bounds is brought to the nearest end.',
  '',
]

function section(provider: ProviderId, entries: readonly CatalogueEntry[]): string[] {
  const { name } = factsOf(provider)
  const key = standardKeys[provider] ?? 'BEDROCK_ENABLED'
  return [
    `## ${name}`,
    '',
    `Provider \`${provider}\`, key \`${key}\`.`,
    '',
    '| | model | id | price | takes | until |',
    '| --- | --- | --- | --- | --- | --- |',
    ...entries
      .filter((entry) => entry.provider === provider)
      .map((entry) => {
        const { id, standard, price, retires, successor, aliases = [] } = entry
        const also = aliases.length === 0 ? '' : ` (also ${aliases.join(', ')})`
        const end = retires ? `${retires.on}${mark(retires.source)}, then ${successor}` : ''
        return `| ${standard ? '✓' : ''} | ${entry.name}${also} | \`${id}\` | ${priceOf(price)} | ${abilitiesOf(entry)} | ${end} |`
      }),
    '',
  ]
}

function sources(entries: readonly CatalogueEntry[]): string[] {
  const all = entries
    .flatMap(({ price, retires }) => [price?.source, retires?.source])
    .filter((source) => source !== undefined)
  const lines = all.map(({ page, asOf, weak }) => `- <${page}>, ${asOf}${weak ? ' °' : ''}`)
  return ['## Sources', '', ...[...new Set(lines)].toSorted(), '']
}

const mark = ({ weak }: Source) => (weak ? '°' : '')

function priceOf(price: Price | undefined): string {
  if (price === undefined) return 'not known'
  const [first, ...others] = price.images
  const list = first && others.length === 0 && first.size === undefined ? '' : `: ${price.images.map(named).join(', ')}`
  return `${dollars(dearest(price))}${mark(price.source)}${list}`
}

const named = ({ size, quality, microUsd }: Price['images'][number]) =>
  [size, quality, dollars(microUsd)].filter((part) => part !== undefined).join(' ')

function dollars(microUsd: number): string {
  return `$${(microUsd / 1_000_000).toFixed(6).replace(/0{1,4}$/u, '')}`
}

function abilitiesOf({ abilities, bounds = {} }: CatalogueEntry): string {
  const { aspectRatios: ratios, seed, negativePrompt, steps, guidance, imagesPerCall } = abilities
  return [
    ratios.length === aspectRatios.length ? 'all shapes' : ratios.join(' '),
    seed && 'seed',
    negativePrompt && 'negative prompt',
    steps && `steps${between(bounds.steps)}`,
    guidance && `guidance${between(bounds.guidance)}`,
    imagesPerCall > 1 && `${imagesPerCall} a call`,
  ]
    .filter((part) => part !== false)
    .join(', ')
}

const between = (range: readonly [number, number] | undefined) => (range ? ` ${range[0]}–${range[1]}` : '')
