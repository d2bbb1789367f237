import * as z from 'zod/mini'
import type { Item, Items } from './items.ts'

/** What of an index is asked for: made before `before`, with all `words`, one more than `limit`. */
type Wanted = { before: string; words: readonly string[]; limit: number }

/** The newest first, as `madeAs`. `reached`: how far it came when that was not the end. */
export type Found = { made: string[]; reached?: string }

/** How many entries a search looks at in one request, and in how many requests. */
const searched = { entries: 500, requests: 6 }

/** The jobs of one visitor, or those that are shared. */
export const galleryIndex = (of: { visitor: string } | 'shared') =>
  of === 'shared'
    ? { IndexName: 'shared', KeyConditionExpression: 'sharedIn = :of AND madeAs < :before', of }
    : { IndexName: 'gallery', KeyConditionExpression: 'galleryOf = :of AND madeAs < :before', of: of.visitor }

export async function newestOf(
  items: Items,
  { of, ...index }: ReturnType<typeof galleryIndex>,
  { before, words, limit }: Wanted,
): Promise<Found> {
  const filter = filterFor(words)
  const made: string[] = []
  let from: Item | undefined
  for (let requests = filter ? searched.requests : 1; requests > 0 && made.length <= limit; requests -= 1) {
    const page = await items.query({
      ...index,
      ...filter?.expression,
      attributes: 'madeAs',
      values: { ':of': of, ':before': before, ...filter?.values },
      ascending: false,
      limit: filter ? searched.entries : limit + 1,
      ...(from && { from }),
    })
    made.push(...page.items.map(madeAsOf))
    if (!page.next) return { made }
    from = page.next
  }
  return { made, ...(from && { reached: madeAsOf(from) }) }
}

const filterFor = (words: readonly string[]) =>
  words.length === 0
    ? undefined
    : {
        expression: {
          FilterExpression: words.map((_, n) => `contains(#words, :w${n})`).join(' AND '),
          names: { '#words': 'words' },
        },
        values: Object.fromEntries(words.map((word, n) => [`:w${n}`, word])),
      }

const Entry = z.object({ madeAs: z.string() })
const madeAsOf = (item: Item) => Entry.parse(item).madeAs
