import * as z from 'zod/mini'
import { MicroUsd } from '../../../contract/primitives.ts'
import type { JobStore } from '../storage.ts'
import { flag } from './columns.ts'
import { anyAttempt, type JobTables } from './job-tables.ts'

/** The verbs with which the ledger is told, once, what an attempt cost. */
export function settling({ db, transact }: JobTables): Pick<JobStore, 'bill' | 'markSettled' | 'owes'> {
  const billed = db.prepare(
    `update tasks set billed = 1 where ${anyAttempt} and settle_at is not null
     returning terms ->> '$.reservation' as reservation, model, outcome ->> '$.costMicroUsd' as costMicroUsd,
       outcome ->> '$.costCertain' as costCertain`,
  )
  const settled = db.prepare(`update tasks set settle_at = null where ${anyAttempt} and billed = 1`)
  const owing = db.prepare(
    `select 1 from tasks
     where job = (select seq from jobs where job_id = :jobId) and model = :model
       and terms ->> '$.reservation' = :reservation
       and (status in ('pending', 'in_progress') or settle_at is not null)`,
  )

  return {
    async bill(task) {
      return transact(() => {
        const row = billed.get({ ...task })
        return row && BillRow.parse(row)
      })
    },
    async markSettled(task) {
      transact(() => settled.run({ ...task }))
    },
    async owes(task, reservation) {
      return transact(() => owing.get({ ...task, reservation }) !== undefined)
    },
  }
}

const BillRow = z.object({
  reservation: z.string(),
  model: z.string(),
  costMicroUsd: z.nullable(MicroUsd),
  costCertain: flag,
})
