import { pkOfMonth } from './day-item.ts'
import type { Item, Items } from './items.ts'

/** The items of the days of a month; one request for each megabyte. */
export async function readMonth(items: Items, day: string, projection: { attributes?: string } = {}): Promise<Item[]> {
  const all: Item[] = []
  let from: Item | undefined
  do {
    const page = await items.query({
      ...projection,
      KeyConditionExpression: 'pk = :pk',
      values: { ':pk': pkOfMonth(day) },
      ...(from && { from }),
    })
    all.push(...page.items)
    from = page.next
  } while (from)
  return all
}
