import { randomBytes } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import * as z from 'zod/mini'
import { MicroUsd } from '../../../contract/primitives.ts'
import { type Ledger, sumsAtEnd } from '../money.ts'
import { overBudget } from '../over-budget.ts'
import { flag } from './columns.ts'
import { spending } from './spending.ts'
import { transactions } from './transactions.ts'

/** The ledger in SQLite: a line for each part, which stays, and beside them the sums of each day. */
export function sqliteLedger(db: DatabaseSync): Ledger {
  const transact = transactions(db)
  const { ofMonth, add } = spending(db)
  const insert = db.prepare(
    `insert into parts (reservation, model, job_id, day, reserved_at, reserved)
     values (:reservation, :model, :jobId, :day, :at, :microUsd)`,
  )
  const openPart = 'reservation = :reservation and model = :model and closed_at is null'
  const confirmed = db.prepare(`update parts set confirmed = 1 where ${openPart}`)
  const find = db.prepare(`select day, reserved from parts where ${openPart}`)
  // From then on nobody asks for whom it was, and the job may be deleted.
  const close = db.prepare(
    `update parts set closed_at = :at, settled = :settled, certain = :certain, job_id = null where ${openPart}`,
  )
  const oldest = db.prepare(
    `select reservation, model, job_id as jobId, confirmed from parts
     where closed_at is null and reserved_at < :before order by reserved_at, reservation, model limit :limit`,
  )

  return {
    async reserve({ at, jobId = null, parts, budgets }) {
      return transact(() => {
        const day = dayOf(at)
        const over = overBudget({ month: ofMonth(day), day, parts, budgets })
        if (over) return over
        const reservation = randomBytes(16).toString('base64url')
        for (const { model, microUsd } of parts) {
          insert.run({ reservation, model, jobId, day, at, microUsd })
          add({ day, model, reservedMicroUsd: microUsd })
        }
        return { reservation }
      })
    },
    async confirm({ reservation, model }) {
      return transact(() => confirmed.run({ reservation, model }).changes === 1)
    },
    async settle({ reservation, model }, { at, ...cost }) {
      return transact(() => {
        const row = find.get({ reservation, model })
        if (!row) return false
        const { day, reserved } = OpenPart.parse(row)
        const end = sumsAtEnd(reserved, cost)
        close.run({ reservation, model, at, settled: end.settledMicroUsd, certain: Number(cost.costCertain) })
        add({ day, model, ...end })
        return true
      })
    },
    async open(query) {
      return transact(() =>
        z
          .array(Listed)
          .parse(oldest.all(query))
          .map(({ jobId, ...part }) => ({ ...part, ...(jobId !== null && { jobId }) })),
      )
    },
    async spend(at) {
      return transact(() => ofMonth(dayOf(at)))
    },
  }
}

const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10)

const OpenPart = z.object({ day: z.string(), reserved: MicroUsd })
const Listed = z.object({ reservation: z.string(), model: z.string(), jobId: z.nullable(z.string()), confirmed: flag })
