import type { Budgets } from '../money.ts'
import { mostParts, partName, type Reservation, sumName } from './day-item.ts'
import type { Change } from './items.ts'

type Wanted = {
  at: number
  jobId?: string
  parts: readonly { model: string; microUsd: number }[]
  /** Of the day's item alone. */
  budgets: Budgets
  /** What was spent on the other days of the month. */
  before: number
}

/** The change that promises all parts, on condition that the budgets allow it; undefined when they never can. */
export function promiseParts(
  reservation: Reservation,
  { at, jobId, parts, budgets, before }: Wanted,
): Change | undefined {
  const price = parts.reduce((sum, { microUsd }) => sum + microUsd, 0)
  const { dailyMicroUsd = Infinity, monthlyMicroUsd = Infinity, modelDailyMicroUsd } = budgets
  const bounds = [
    { sum: 'spent', price, budget: Math.min(dailyMicroUsd, monthlyMicroUsd - before) },
    ...parts.map(({ model, microUsd }) => ({
      sum: sumName('spent', model),
      price: microUsd,
      budget: modelDailyMicroUsd.get(model) ?? Infinity,
    })),
  ].map((bound) => ({ ...bound, most: mostBefore(bound) }))
  if (bounds.some(({ most }) => most < 0)) return undefined

  const names: Record<string, string> = { '#due': 'dueIn', '#dueAs': 'dueAs' }
  const values: Record<string, unknown> = {
    ':due': 'ledger',
    ':dueAs': `${reservation.day}#${reservation.shard}`,
    ':none': 0,
    ':count': parts.length,
    ':room': mostParts - parts.length,
  }
  for (const [place, bound] of bounds.entries()) {
    names[`#s${place}`] = bound.sum
    values[`:s${place}`] = bound.price
    values[`:m${place}`] = bound.most
  }
  for (const [place, { model, microUsd }] of parts.entries()) {
    names[`#p${place}`] = partName(reservation, model)
    values[`:p${place}`] = { at, microUsd, jobId }
  }
  return {
    set: ['#due = :due', '#dueAs = :dueAs', ...parts.map((_, place) => `#p${place} = :p${place}`)],
    add: ['parts :count', ...bounds.map((_, place) => `#s${place} :s${place}`)],
    condition: [
      // Should the answer be lost, a second try must not promise it again.
      'attribute_not_exists(#p0)',
      unless('parts', 'parts <= :room'),
      ...bounds.map((_, place) => unless(`#s${place}`, `#s${place} BETWEEN :none AND :m${place}`)),
    ].join(' AND '),
    names,
    values,
    tell: 'changed',
  }
}

/** What may have been spent before. What costs nothing is always allowed, after a correction took more than there was too. */
const mostBefore = ({ price, budget }: { price: number; budget: number }) =>
  price === 0 ? Number.MAX_SAFE_INTEGER : Math.min(budget, Number.MAX_SAFE_INTEGER) - price

const unless = (name: string, condition: string) => `(attribute_not_exists(${name}) OR ${condition})`
