import { MicroUsd } from '../../../contract/primitives.ts'
import { type Ledger, type Part, type SpendLine, sumsAtEnd } from '../money.ts'
import { keyOfDay, linesOf, partName, Promised, readReservation, sumName, sumsOf, sumsOfModel } from './day-item.ts'
import type { Items } from './items.ts'
import { openParts } from './open-parts.ts'
import { readMonth } from './read-month.ts'
import { reserveParts } from './reserve-parts.ts'

/**
 * The ledger in the items of days. A day that is written more often than one item can be is split into `shards`, each with
 * its share of the budgets; fewer than before may be had from the next day on.
 */
export function awsLedger(items: Items, { shards = 1 }: { shards?: number } = {}): Ledger {
  return {
    reserve: (request) => reserveParts({ items, shards }, request),

    async confirm(part) {
      const place = placeOfPart(part)
      if (!place) return false
      const confirmed = await items.update(place.key, {
        set: ['#part.confirmed = :yes'],
        condition: 'attribute_exists(#part)',
        names: { '#part': place.name },
        values: { ':yes': true },
        tell: 'changed',
      })
      return confirmed !== undefined
    },

    async settle(part, { costMicroUsd, costCertain }) {
      if (costMicroUsd !== null) MicroUsd.parse(costMicroUsd)
      const place = placeOfPart(part)
      if (!place) return false
      const item = await items.get(place.key, projectionOf([place.name, ...sumsOfModel(part.model)]))
      if (item?.[place.name] === undefined) return false
      // What was promised stays as it is until the part ends, so that it may be read before.
      const { microUsd } = Promised.parse(item[place.name])
      sumsOf(item, part.model, { open: microUsd })
      const { settledMicroUsd, releasedMicroUsd, correctedMicroUsd, uncertainMicroUsd } = sumsAtEnd(microUsd, {
        costMicroUsd,
        costCertain,
      })
      const spent = correctedMicroUsd - releasedMicroUsd
      const sums = [
        { name: 'parts', microUsd: -1 },
        { name: 'spent', microUsd: spent },
        { name: sumName('spent', part.model), microUsd: spent },
        { name: sumName('settled', part.model), microUsd: settledMicroUsd },
        { name: sumName('released', part.model), microUsd: releasedMicroUsd },
        { name: sumName('corrected', part.model), microUsd: correctedMicroUsd },
        { name: sumName('uncertain', part.model), microUsd: uncertainMicroUsd },
      ].filter((sum) => sum.microUsd !== 0)
      const settled = await items.update(place.key, {
        add: sums.map((_, n) => `#s${n} :s${n}`),
        remove: ['#part'],
        condition: 'attribute_exists(#part)',
        names: { '#part': place.name, ...Object.fromEntries(sums.map(({ name }, n) => [`#s${n}`, name])) },
        values: Object.fromEntries(sums.map((sum, n) => [`:s${n}`, sum.microUsd])),
        tell: 'changed',
      })
      return settled !== undefined
    },

    open: (query) => openParts(items, query),

    async spend(at) {
      const month = await readMonth(items, new Date(at).toISOString().slice(0, 10))
      return together(month.flatMap(linesOf))
    },
  }
}

/** Undefined: it was never promised. */
function placeOfPart({ reservation, model }: Part) {
  const found = readReservation(reservation)
  return found && { key: keyOfDay(found), name: partName(found, model) }
}

const projectionOf = (names: readonly string[]) => ({
  attributes: names.map((_, n) => `#n${n}`).join(', '),
  names: Object.fromEntries(names.map((name, n) => [`#n${n}`, name])),
})

/** One line for each day and model, from whichever shards. */
function together(lines: readonly SpendLine[]): SpendLine[] {
  const sums = new Map<string, SpendLine>()
  for (const line of lines) {
    const name = `${line.day} ${line.model}`
    const sum = sums.get(name)
    sums.set(name, sum ? added(sum, line) : line)
  }
  return [...sums].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line)
}

const added = (a: SpendLine, b: SpendLine): SpendLine => ({
  ...a,
  reservedMicroUsd: a.reservedMicroUsd + b.reservedMicroUsd,
  settledMicroUsd: a.settledMicroUsd + b.settledMicroUsd,
  releasedMicroUsd: a.releasedMicroUsd + b.releasedMicroUsd,
  correctedMicroUsd: a.correctedMicroUsd + b.correctedMicroUsd,
  uncertainMicroUsd: a.uncertainMicroUsd + b.uncertainMicroUsd,
})
