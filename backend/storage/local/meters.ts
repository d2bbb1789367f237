import type { DatabaseSync } from 'node:sqlite'
import * as z from 'zod/mini'
import type { Meters } from '../meters.ts'
import { transactions } from './transactions.ts'

export function sqliteMeters(db: DatabaseSync): Meters {
  const transact = transactions(db)
  const forget = db.prepare('delete from meters where ends_at <= ?')
  const count = db.prepare(
    `insert into meters (key, window, ends_at, used) values (:key, :window, :endsAt, 1)
     on conflict do update set used = used + 1 where used < :limit returning used`,
  )
  const counted = db.prepare('select used from meters where key = ? and window = ?')
  const uncount = db.prepare('update meters set used = used - 1 where key = ? and window = ? and used > 0')
  return {
    async take({ key, window, endsAt }, { limit, at }) {
      return transact(() => {
        forget.run(at)
        const row = limit > 0 ? count.get({ key, window, endsAt, limit }) : undefined
        if (row !== undefined) return { taken: true, used: Used.parse(row).used }
        return { taken: false, used: Used.parse(counted.get(key, window) ?? { used: 0 }).used }
      })
    },
    async giveBack({ key, window }) {
      transact(() => uncount.run(key, window))
    },
  }
}

const Used = z.object({ used: z.int() })
