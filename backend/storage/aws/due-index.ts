import * as z from 'zod/mini'
import { graves, hintedTime, shards } from './due-hint.ts'
import type { Item } from './items.ts'
import { jobIdOf, jobKey, type StoredJob, storedJob } from './job-item.ts'
import type { JobTable } from './job-table.ts'
import { timeText } from './time-ordered.ts'

/** A job of which something is left to be done. `hint`: not later than when it has to be looked at. */
type OpenJob = { jobId: string; hint: number }

export type DueIndex = {
  /** Those to be looked at first, of all of them if there are not very many. */
  open(): Promise<OpenJob[]>
  read(jobs: readonly OpenJob[]): Promise<StoredJob[]>
  /** Removed jobs whose ids are no longer to be kept at `now`. */
  oldGraves(at: { now: number; limit: number }): Promise<OpenJob[]>
}

const pageOfShard = 125

export function dueIndex({ items }: Pick<JobTable, 'items'>): DueIndex {
  // Of a shard that holds more than a page, each look sees the first page and one of the others, so that what cannot be
  // seen to at the moment, however much, keeps nothing out.
  const resumed = new Map<string, Item>()

  const page = async (shard: string, from?: Item) => {
    const { items: entries, next } = await items.query({
      IndexName: 'due',
      KeyConditionExpression: 'dueIn = :shard',
      values: { ':shard': shard },
      limit: pageOfShard,
      ...(from && { from }),
    })
    return { jobs: entries.map(openJob), next }
  }

  const openIn = async (shard: string) => {
    const first = await page(shard)
    if (!first.next) return first.jobs
    const other = await page(shard, resumed.get(shard) ?? first.next)
    if (other.next) resumed.set(shard, other.next)
    else resumed.delete(shard)
    return [...first.jobs, ...other.jobs]
  }

  return {
    async open() {
      const found = (await Promise.all(shards.map(openIn))).flat()
      return [...new Map(found.map((job) => [job.jobId, job])).values()]
    },
    async read(jobs) {
      const found = await items.getAll(jobs.map(({ jobId }) => jobKey(jobId)))
      return found.flatMap((item) => storedJob(item) ?? [])
    },
    async oldGraves({ now, limit }) {
      const { items: entries } = await items.query({
        IndexName: 'due',
        KeyConditionExpression: 'dueIn = :graves AND dueAs < :later',
        values: { ':graves': graves, ':later': timeText(now + 1) },
        limit,
      })
      return entries.map(openJob)
    },
  }
}

const Entry = z.object({ pk: z.string(), dueAs: z.string() })

function openJob(item: Item): OpenJob {
  const { pk, dueAs } = Entry.parse(item)
  return { jobId: jobIdOf(pk), hint: hintedTime(dueAs) }
}
