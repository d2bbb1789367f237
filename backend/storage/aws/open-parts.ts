import type { Ledger } from '../money.ts'
import { allPages } from './all-pages.ts'
import { openPartsOf, placeOf } from './day-item.ts'
import type { Item, Items, Key } from './items.ts'

/**
 * Of all days that have open parts, however old: an index names them. It may lag by some milliseconds, which nobody who looks
 * for forgotten parts can tell.
 */
export async function openParts(
  items: Items,
  { before, limit }: Parameters<Ledger['open']>[0],
): ReturnType<Ledger['open']> {
  const days = await items.getAll(await daysWithParts(items))
  const today = new Date(before).toISOString().slice(0, 10)
  // Today's would come back with the next reservation.
  await Promise.all(days.filter((item) => isDone(item) && placeOf(item).day < today).map((item) => forget(items, item)))
  return days
    .flatMap(openPartsOf)
    .filter(({ at }) => at < before)
    .toSorted((a, b) => a.at - b.at || order(a.reservation, b.reservation) || order(a.model, b.model))
    .slice(0, limit)
    .map(({ at, microUsd, ...part }) => part)
}

async function daysWithParts(items: Items): Promise<Key[]> {
  const query = { IndexName: 'due', KeyConditionExpression: 'dueIn = :ledger', values: { ':ledger': 'ledger' } }
  return (await allPages(items, query)).map(keyOf)
}

const keyOf = ({ pk, sk }: Item): Key => ({ pk: String(pk), sk: String(sk) })

const isDone = (item: Item) => openPartsOf(item).length === 0

/** Unless somebody has promised something since. */
const forget = (items: Items, item: Item) =>
  items.update(keyOf(item), {
    remove: ['dueIn', 'dueAs'],
    condition: '#last = :seen',
    names: { '#last': 'change' },
    values: { ':seen': item['change'] },
  })

const order = (a: string, b: string) => (a < b ? -1 : Number(a > b))
