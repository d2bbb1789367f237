import type { DatabaseSync } from 'node:sqlite'
import { translateFailure } from './translate-failure.ts'

/** Everything in `work` happens, or nothing. Throws StorageUnavailable for failures of disk, rights or file. */
export type Transact = <T>(work: () => T) => T

export function transactions(db: DatabaseSync): Transact {
  const begin = db.prepare('begin')
  const commit = db.prepare('commit')
  const rollback = db.prepare('rollback')
  return (work) => {
    try {
      begin.run()
      const result = work()
      commit.run()
      return result
    } catch (error) {
      if (db.isOpen && db.isTransaction) rollback.run()
      throw translateFailure(error, 'the data folder')
    }
  }
}
