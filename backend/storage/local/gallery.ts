import { BadCursor, type JobStore } from '../storage.ts'
import { jobColumns } from './job-rows.ts'
import type { JobTables } from './job-tables.ts'
import { searchQuery } from './search-tokens.ts'

/** The verbs that look across jobs. A page takes two statements, whatever it shows. */
export function gallery({ db, transact, withTasks }: JobTables): Pick<JobStore, 'list' | 'recentDurations'> {
  const newest = db.prepare(
    `select ${jobColumns} from jobs where visitor = :visitor and deleted_at is null and seq < :before
     order by seq desc limit :rows`,
  )
  // Each half by its own index; what is both is named once.
  const newestOfAll = db.prepare(
    `select ${jobColumns} from jobs where seq in (
       select seq from (select seq from jobs where visitor = :visitor and deleted_at is null and seq < :before
         order by seq desc limit :rows)
       union
       select seq from (select seq from jobs where shared = 1 and deleted_at is null and seq < :before
         order by seq desc limit :rows)
     ) order by seq desc limit :rows`,
  )
  const found = db.prepare(
    `select ${jobColumns} from search join jobs on seq = search.rowid
     where search match :match and search.rowid < :before order by search.rowid desc limit :rows`,
  )
  const durations = db.prepare(
    `select completed_at - started_at as ms from tasks where model = ? and status = 'completed'
     order by completed_at desc limit ?`,
  )
  return {
    async list({ visitor, shared = false, limit, cursor, q, model }) {
      const before = cursor === undefined ? Number.MAX_SAFE_INTEGER : seqFrom(cursor)
      const match = searchQuery({ visitor, shared, q, model })
      return transact(() => {
        const page = { before, rows: limit + 1 }
        const all = shared ? newestOfAll : newest
        const rows = match === undefined ? all.all({ visitor, ...page }) : found.all({ match, ...page })
        const shown = rows.slice(0, limit)
        const jobs = withTasks(shown).map((job, n) => ({ ...job, cursor: cursorOf(Number(shown[n]?.['seq'])) }))
        const nextCursor = rows.length > limit ? jobs.at(-1)?.cursor : undefined
        return { jobs, ...(nextCursor !== undefined && { nextCursor }) }
      })
    },
    async recentDurations(model, limit) {
      return transact(() => durations.all(model, limit).map(({ ms }) => Number(ms)))
    },
  }
}

const cursorOf = (seq: number) => seq.toString(36).padStart(11, '0')

function seqFrom(cursor: string): number {
  const seq = /^[0-9a-z]{11}$/u.test(cursor) ? Number.parseInt(cursor, 36) : Number.NaN
  if (Number.isSafeInteger(seq)) return seq
  throw new BadCursor('The cursor is not one that this gallery gave out')
}
