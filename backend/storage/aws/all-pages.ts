import type { Item, Items } from './items.ts'

/** All that a query finds: one request for each megabyte. */
export async function allPages(items: Items, query: Parameters<Items['query']>[0]): Promise<Item[]> {
  const all: Item[] = []
  let from: Item | undefined
  do {
    const page = await items.query({ ...query, ...(from && { from }) })
    all.push(...page.items)
    from = page.next
  } while (from)
  return all
}
