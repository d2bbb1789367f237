import { catalogue, letters } from './catalogue.ts'
import type { CatalogueEntry, Source } from './entry.ts'

/** What is wrong with entries, each a sentence. */
export function faultsOf(entries: readonly CatalogueEntry[]): string[] {
  return [
    ...repeated(entries),
    ...entries.flatMap((entry) => [...ownFaults(entry), ...successorFaults(entry, entries)]),
  ]
}

/** An id may be at several providers; a name or an alias means one model. */
function repeated(entries: readonly CatalogueEntry[]): string[] {
  const seen = new Set<string>()
  const names = entries.flatMap(({ id, name, provider, aliases = [] }) => [
    ...new Set([`${provider} ${letters(id)}`, ...[name, ...aliases].map(letters)]),
  ])
  return names.flatMap((name) => {
    if (seen.has(name)) return [`${name} is there twice.`]
    seen.add(name)
    return []
  })
}

function ownFaults({ name, price, retires, standard, bounds = {} }: CatalogueEntry): string[] {
  const faults = []
  if (price && (price.images.length === 0 || price.images.some(({ microUsd }) => !(microUsd > 0))))
    faults.push(`The price of ${name} names no amount.`)
  if (price?.reserveMicroUsd !== undefined && !Number.isInteger(price.reserveMicroUsd))
    faults.push(`The price of ${name} is no whole number of micro-dollars.`)
  if (retires && !isDay(retires.on)) faults.push(`${name} retires on ${retires.on}, which is no day.`)
  if (retires && standard) faults.push(`${name} retires and is a standard model all the same.`)
  for (const source of [price?.source, retires?.source])
    if (source && !isSource(source)) faults.push(`A source of ${name} is no address with a day: ${source.page}.`)
  for (const [min, max] of [bounds.steps ?? [0, 1], bounds.guidance ?? [0, 1]])
    if (min >= max) faults.push(`The bounds of ${name} are the wrong way round.`)
  return faults
}

function successorFaults({ name, successor, retires }: CatalogueEntry, entries: readonly CatalogueEntry[]): string[] {
  if (successor === undefined) return retires ? [`${name} retires without a successor.`] : []
  const next = [...entries, ...catalogue].find((entry) => entry.name === successor)
  if (next === undefined) return [`The successor of ${name} is not in the catalogue: ${successor}.`]
  return next.retires ? [`The successor of ${name} is to be retired itself: ${successor}.`] : []
}

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/u.test(text) && !Number.isNaN(Date.parse(text))

const isSource = ({ page, asOf }: Source) => URL.canParse(page) && page.startsWith('https://') && isDay(asOf)
