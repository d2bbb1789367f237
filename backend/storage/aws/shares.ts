import * as z from 'zod/mini'
import type { ShareRecord, Shares } from '../shares.ts'
import { ifPossible } from './if-possible.ts'
import type { Items, Key } from './items.ts'
import type { StoredJob } from './job-item.ts'
import { untilMade } from './until-made.ts'
import { jobTable, live } from './job-table.ts'

/** A link is kept in the item of its job; an item of its own only leads there. */
export function dynamoShares(items: Items): Shares {
  const { read, change } = jobTable(items)
  const jobIdOf = async (shareId: string) => {
    const pointer = await items.get(shareKey(shareId))
    return pointer && Pointer.parse(pointer).jobId
  }
  const sharesOf = async (jobId: string) => {
    const job = await read(jobId)
    return job && job.deletedAt === undefined ? recordsOf(job) : []
  }
  const forget = (shareId: string) => ifPossible(items.remove(shareKey(shareId)))

  // Somebody else may make one, or take one away, after the job was read: then it is read again.
  const keep = ({ shareId, jobId, ...share }: ShareRecord, most: number) =>
    untilMade(async () => {
      const job = await read(jobId)
      if (!job || job.deletedAt !== undefined) return false
      const kept = recordsOf(job)
      const ended = kept.filter(({ expiresAt }) => expiresAt <= share.createdAt)
      if (kept.length - ended.length >= most) return false
      const made = await change(jobId, {
        set: ['#shares.#share = :share'],
        remove: ended.map((_, n) => `#shares.#ended${n}`),
        condition: [live, 'size(#shares) = :kept', ...ended.map((_, n) => `attribute_exists(#shares.#ended${n})`)].join(
          ' AND ',
        ),
        names: { share: shareId, ...Object.fromEntries(ended.map((each, n) => [`ended${n}`, each.shareId])) },
        values: { share, kept: kept.length },
      })
      return made && true
    })

  return {
    async create(share, { most }) {
      const { shareId, jobId, expiresAt } = share
      await items.update(shareKey(shareId), {
        set: ['jobId = :jobId', '#ttl = :ttl'],
        names: { '#ttl': 'ttl' },
        values: { ':jobId': jobId, ':ttl': Math.ceil(expiresAt / 1000) },
      })
      if (await keep(share, most)) return true
      await forget(shareId)
      return false
    },

    async find(shareId, { now }) {
      const jobId = await jobIdOf(shareId)
      const found = jobId === undefined ? undefined : (await sharesOf(jobId)).find((each) => each.shareId === shareId)
      return found && found.expiresAt > now ? found : undefined
    },

    async list(jobId, { now }) {
      return (await sharesOf(jobId))
        .filter(({ expiresAt }) => expiresAt > now)
        .toSorted((a, b) => b.createdAt - a.createdAt || (a.shareId < b.shareId ? -1 : 1))
    },

    async revoke(shareId) {
      const jobId = await jobIdOf(shareId)
      if (jobId === undefined) return false
      const revoked = await change(jobId, {
        remove: ['#shares.#share'],
        condition: 'attribute_exists(#shares.#share)',
        names: { share: shareId },
      })
      await forget(shareId)
      return revoked !== undefined
    },
  }
}

const shareKey = (shareId: string): Key => ({ pk: `SHARE#${shareId}`, sk: 'SHARE' })

const Pointer = z.object({ jobId: z.string() })

const recordsOf = ({ jobId, shares }: StoredJob): ShareRecord[] =>
  Object.entries(shares).map(([shareId, share]) => ({ shareId, jobId, ...share }))
