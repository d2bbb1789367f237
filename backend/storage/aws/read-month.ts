import { allPages } from './all-pages.ts'
import { pkOfMonth } from './day-item.ts'
import type { Item, Items } from './items.ts'

/** The items of the days of a month. */
export const readMonth = (items: Items, day: string, projection: { attributes?: string } = {}): Promise<Item[]> =>
  allPages(items, { ...projection, KeyConditionExpression: 'pk = :pk', values: { ':pk': pkOfMonth(day) } })
