import type { DatabaseSync } from 'node:sqlite'
import * as z from 'zod/mini'
import type { Switches } from '../money.ts'
import { transactions } from './transactions.ts'

export function sqliteSwitches(db: DatabaseSync): Switches {
  const transact = transactions(db)
  const all = db.prepare('select model, off_since as offSince from switches order by model')
  const switchOff = db.prepare('insert into switches (model, off_since) values (?, ?) on conflict do nothing')
  const switchOn = db.prepare('delete from switches where model = ?')
  return {
    async off() {
      return transact(
        () =>
          new Map(
            z
              .array(Switch)
              .parse(all.all())
              .map(({ model, offSince }) => [model, offSince]),
          ),
      )
    },
    async set(model, { on, at }) {
      transact(() => (on ? switchOn.run(model) : switchOff.run(model, at)))
    },
  }
}

const Switch = z.object({ model: z.string(), offSince: z.int() })
