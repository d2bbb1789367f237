import type { DatabaseSync } from 'node:sqlite'
import * as z from 'zod/mini'
import { MicroUsd } from '../../../contract/primitives.ts'
import type { SpendLine, Sums } from '../money.ts'
import { StorageUnavailable } from '../storage.ts'

export type Spending = {
  /** Of the month of `day`. */
  ofMonth(day: string): SpendLine[]
  add(amounts: Partial<Sums> & { day: string; model: string }): void
}

/** The sums of the ledger. Sums that cannot be true stop whatever asked for them, so that they are never taken for little. */
export function spending(db: DatabaseSync): Spending {
  const columns = `day, model, reserved as reservedMicroUsd, settled as settledMicroUsd, released as releasedMicroUsd,
    corrected as correctedMicroUsd, uncertain as uncertainMicroUsd`
  const month = db.prepare(`select ${columns} from spending where day between ? and ? order by day, model`)
  const added = db.prepare(
    `insert into spending (day, model, reserved, settled, released, corrected, uncertain)
     values (:day, :model, :reservedMicroUsd, :settledMicroUsd, :releasedMicroUsd, :correctedMicroUsd, :uncertainMicroUsd)
     on conflict do update set reserved = reserved + excluded.reserved, settled = settled + excluded.settled,
       released = released + excluded.released, corrected = corrected + excluded.corrected,
       uncertain = uncertain + excluded.uncertain
     returning ${columns}`,
  )
  return {
    ofMonth: (day) => month.all(`${day.slice(0, 7)}-01`, `${day.slice(0, 7)}-31`).map(lineOf),
    add: (amounts) => void lineOf(added.get({ ...nothing, ...amounts })),
  }
}

const nothing: Sums = {
  reservedMicroUsd: 0,
  settledMicroUsd: 0,
  releasedMicroUsd: 0,
  correctedMicroUsd: 0,
  uncertainMicroUsd: 0,
}

const Line = z.object({
  day: z.string(),
  model: z.string(),
  reservedMicroUsd: MicroUsd,
  settledMicroUsd: MicroUsd,
  releasedMicroUsd: MicroUsd,
  correctedMicroUsd: MicroUsd,
  uncertainMicroUsd: MicroUsd,
})

function lineOf(row: unknown): SpendLine {
  const { success, data } = Line.safeParse(row)
  if (success && data.uncertainMicroUsd <= data.settledMicroUsd && openMicroUsd(data) >= 0) return data
  throw new StorageUnavailable(
    'The ledger in the data folder does not add up. Stop the server and restore the folder from a backup.',
  )
}

const openMicroUsd = ({ reservedMicroUsd, correctedMicroUsd, settledMicroUsd, releasedMicroUsd }: Sums) =>
  reservedMicroUsd + correctedMicroUsd - settledMicroUsd - releasedMicroUsd
