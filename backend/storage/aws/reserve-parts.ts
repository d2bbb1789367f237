import { randomInt } from 'node:crypto'
import * as z from 'zod/mini'
import { MicroUsd } from '../../../contract/primitives.ts'
import type { Ledger, OverBudget } from '../money.ts'
import { overBudget } from '../over-budget.ts'
import { StorageUnavailable } from '../storage.ts'
import {
  keyOfDay,
  linesOf,
  mostParts,
  nameOf,
  newReservation,
  partName,
  placeOf,
  type Reservation,
} from './day-item.ts'
import type { Item, Items } from './items.ts'
import { promiseParts } from './promise-parts.ts'
import { readMonth } from './read-month.ts'
import { shardBudgets } from './shard-budgets.ts'

type Request = Parameters<Ledger['reserve']>[0]
type Place = { day: string; shards: number }

/** Promises all parts or none, as one conditional change of one item: of one of the day's shards, which are tried in turn. */
export async function reserveParts(
  { items, shards }: { items: Items; shards: number },
  request: Request,
): Promise<{ reservation: string } | OverBudget> {
  check(request)
  const day = new Date(request.at).toISOString().slice(0, 10)
  const first = randomInt(shards)
  const reservations = Array.from({ length: shards }, (_, n) => newReservation({ day, shard: (first + n) % shards }))
  const [one] = reservations
  if (one && request.parts.length === 0) return { reservation: nameOf(one) }

  // Only settlements change what was spent on other days.
  let month =
    request.budgets.monthlyMicroUsd === undefined ? [] : await readMonth(items, day, { attributes: 'sk, spent' })
  for (let round = 0; round < rounds; round += 1) {
    const before = spentBefore(month, day)
    for (const reservation of reservations) {
      const budgets = shardBudgets(request.budgets, { ...reservation, shards, before })
      const change = promiseParts(reservation, { ...request, budgets, before })
      if (change && (await items.update(keyOfDay(reservation), change))) return { reservation: nameOf(reservation) }
    }
    month = await readMonth(items, day)
    const made = reservations.find((reservation) => isPromised(month, reservation, request))
    // Its answer was lost, and somebody else changed the item before the next try.
    if (made) return { reservation: nameOf(made) }
    const over = whyRefused(month, request, { day, shards })
    if (over) return over
  }
  throw new StorageUnavailable('Too many want to spend at the same moment. Try again in a minute.')
}

// What was given back between a refusal and the look at its reason is there for the next round.
const rounds = 3

function check({ parts }: Request): void {
  const prices = z.array(MicroUsd).parse(parts.map(({ microUsd }) => microUsd))
  MicroUsd.parse(prices.reduce((sum, price) => sum + price, 0))
  const models = new Set(parts.map(({ model }) => model))
  if (models.size < parts.length) throw new Error('A reservation names a model twice')
}

const spentBefore = (month: readonly Item[], day: string) =>
  month.filter((item) => placeOf(item).day !== day).reduce((sum, item) => sum + MicroUsd.parse(item['spent']), 0)

const isPromised = (month: readonly Item[], reservation: Reservation, { parts }: Request) =>
  month.some((item) => parts.some(({ model }) => item[partName(reservation, model)] !== undefined))

/** Undefined when they would be allowed by now. Throws StorageUnavailable when they are, but no item has room for them. */
function whyRefused(month: readonly Item[], request: Request, { day, shards }: Place): OverBudget | undefined {
  const all = month.flatMap(linesOf)
  const over = overBudget({ ...request, month: all, day })
  if (over) return over
  const today = Array.from({ length: shards }, (_, shard) => ({
    shard,
    item: month.find((item) => item['sk'] === keyOfDay({ day, shard }).sk),
  }))
  if (today.every(({ item }) => openIn(item) + request.parts.length > mostParts)) {
    throw new StorageUnavailable('So much is waiting and under way that no more can be started. Try again in a minute.')
  }
  const others = all.filter((line) => line.day !== day)
  const before = spentBefore(month, day)
  const overs = today.map(({ shard, item }) =>
    overBudget({
      ...request,
      month: [...others, ...(item ? linesOf(item) : [])],
      day,
      budgets: shardBudgets(request.budgets, { shard, shards, before }),
    }),
  )
  return overs.every((one) => one !== undefined) ? overs[0] : undefined
}

const openIn = (item: Item | undefined) => z.int().parse(item?.['parts'] ?? 0)
