import * as z from 'zod/mini'
import { cancelledOutcome } from '../storage.ts'
import { taskTerms } from '../stored-shapes.ts'
import { json } from './columns.ts'
import type { JobTables } from './job-tables.ts'
import { ended, outcomeValues } from './outcome-values.ts'

/** Ends pending tasks, given as rows of `waitingColumns`, as `cancelledOutcome` has it. */
export function cancelWaiting({ db }: Pick<JobTables, 'db'>): (rows: readonly unknown[], now: number) => void {
  const cancelled = db.prepare(`update tasks set ${ended} where job = :job and model = :model and status = 'pending'`)
  return (rows, now) => {
    for (const { job, terms, dispatched } of z.array(Waiting).parse(rows)) {
      const outcome = cancelledOutcome(terms, { dispatched, now })
      cancelled.run({ job, model: terms.model, ...outcomeValues(outcome, now) })
    }
  }
}

/** SQL: what it reads of `tasks`. */
export const waitingColumns = 'job, terms, dispatched'

const Waiting = z.object({ job: z.int(), terms: json(taskTerms), dispatched: z.int() })
