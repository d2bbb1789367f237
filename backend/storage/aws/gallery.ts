import { BadCursor, type JobStore } from '../storage.ts'
import { type Found, galleryIndex, newestOf } from './gallery-index.ts'
import type { Items } from './items.ts'
import { jobKey, jobRecord, storedJob } from './job-item.ts'
import type { JobTable } from './job-table.ts'
import { madeAs, madeFrom } from './made-as.ts'
import { wantedWords } from './searchable-words.ts'

/** After every `madeAs`. */
const afterAll = '~'

/** A page takes one query of each index that it shows and one batch of reads; a search some queries more. */
export const gallery = ({ items }: JobTable): Pick<JobStore, 'list'> => ({
  async list({ visitor, shared = false, limit, cursor, q, model }) {
    const before = cursor === undefined ? afterAll : placeFrom(cursor)
    const wanted = { before, words: wantedWords({ q, model }), limit }
    const indexes = [galleryIndex({ visitor }), ...(shared ? [galleryIndex('shared')] : [])]
    const found = await Promise.all(indexes.map((index) => newestOf(items, index, wanted)))
    const { made, next, isFull } = pageOf(found, limit)
    const jobs = await jobsOf(items, made)
    if (next === undefined) return { jobs }
    return { jobs, nextCursor: cursorOf(next), ...(!isFull && { searchedBackTo: madeFrom(next).createdAt }) }
  },
})

const cursorOf = (made: string) => made.replace('#', '.')

function placeFrom(cursor: string): string {
  if (/^\d{15}\.[\w-]{1,64}$/u.test(cursor)) return cursor.replace('.', '#')
  throw new BadCursor('The cursor is not one that this gallery gave out')
}

/** What is both of the visitor and shared is shown once. No index was looked at behind where the first of them stopped. */
function pageOf(found: readonly Found[], limit: number) {
  const reached = found
    .flatMap((each) => each.reached ?? [])
    .toSorted()
    .at(-1)
  const made = [...new Set(found.flatMap((each) => each.made))]
    .filter((each) => reached === undefined || each >= reached)
    .toSorted()
    .toReversed()
  const shown = made.slice(0, limit)
  const isFull = made.length > limit
  return { made: shown, next: isFull ? shown.at(-1) : reached, isFull }
}

/** In that order, without those that have been deleted since. */
async function jobsOf(items: Items, made: readonly string[]) {
  const ids = made.map((each) => madeFrom(each).jobId)
  const jobs = (await items.getAll(ids.map(jobKey))).flatMap((item) => storedJob(item) ?? [])
  const byId = new Map(jobs.map((job) => [job.jobId, job]))
  return ids.flatMap((jobId) => {
    const job = byId.get(jobId)
    return job && job.deletedAt === undefined ? [{ ...jobRecord(job), cursor: cursorOf(madeAs(job)) }] : []
  })
}
