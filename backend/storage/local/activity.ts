import * as z from 'zod/mini'
import { TaskErrorCode } from '../../../contract/task-error.ts'
import type { JobStore } from '../storage.ts'
import type { JobTables } from './job-tables.ts'

/** What the operator wants to know of all tasks, those of deleted jobs included. */
export function activity({ db, transact }: JobTables): Pick<JobStore, 'activity'> {
  const waiting = db.prepare(
    `select count(*) as pending, min(due_at) filter (where due_at <= :now) as waitingSince
     from tasks where status = 'pending'`,
  )
  const running = db.prepare(`select count(*) as running from tasks where status = 'in_progress'`)
  const faults = db.prepare(
    `select model, outcome ->> '$.error.code' as code, count(*) as count from tasks
     where status = 'error' and completed_at >= ? group by 1, 2 order by 3 desc, 1, 2`,
  )
  return {
    async activity({ now, since }) {
      return transact(() => {
        const { pending, waitingSince } = Waiting.parse(waiting.get({ now }))
        return {
          pending,
          ...Running.parse(running.get()),
          ...(waitingSince !== null && { waitingSince }),
          faults: z.array(Fault).parse(faults.all(since)),
        }
      })
    },
  }
}

const Waiting = z.object({ pending: z.int(), waitingSince: z.nullable(z.int()) })
const Running = z.object({ running: z.int() })
const Fault = z.object({ model: z.string(), code: TaskErrorCode, count: z.int() })
