import type { DatabaseSync } from 'node:sqlite'
import * as z from 'zod/mini'
import type { ShareRecord, Shares } from '../shares.ts'
import { flag } from './columns.ts'
import { transactions } from './transactions.ts'

export function sqliteShares(db: DatabaseSync): Shares {
  const transact = transactions(db)
  const columns = `share_id as shareId, job_id as jobId, created_at as createdAt, expires_at as expiresAt,
    prompt_hidden as promptHidden`
  const forget = db.prepare('delete from shares where expires_at <= ?')
  const insert = db.prepare(
    `insert into shares (share_id, job_id, created_at, expires_at, prompt_hidden)
     select :shareId, :jobId, :createdAt, :expiresAt, :promptHidden
     where exists (select 1 from jobs where job_id = :jobId and deleted_at is null)
       and (select count(*) from shares where job_id = :jobId) < :most`,
  )
  const living = db.prepare(`select ${columns} from shares where share_id = ? and expires_at > ?`)
  const ofJob = db.prepare(
    `select ${columns} from shares where job_id = ? and expires_at > ? order by created_at desc, share_id`,
  )
  const remove = db.prepare('delete from shares where share_id = ?')
  return {
    async create(share, { most }) {
      return transact(() => {
        forget.run(share.createdAt)
        return insert.run({ ...share, promptHidden: Number(share.promptHidden), most }).changes === 1
      })
    },
    async find(shareId, { now }) {
      const row = transact(() => living.get(shareId, now))
      return row && Row.parse(row)
    },
    async list(jobId, { now }) {
      return transact(() => ofJob.all(jobId, now)).map((row) => Row.parse(row))
    },
    async revoke(shareId) {
      return transact(() => remove.run(shareId).changes === 1)
    },
  }
}

const Row: z.ZodMiniType<ShareRecord> = z.object({
  shareId: z.string(),
  jobId: z.string(),
  createdAt: z.int(),
  expiresAt: z.int(),
  promptHidden: flag,
})
