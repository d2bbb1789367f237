import type { DatabaseSync } from 'node:sqlite'
import * as z from 'zod/mini'
import { TokenScope } from '../../../contract/token.ts'
import type { TokenRecord, Tokens } from '../tokens.ts'
import { json } from './columns.ts'
import { transactions } from './transactions.ts'

export function sqliteTokens(db: DatabaseSync): Tokens {
  const transact = transactions(db)
  const columns = `token_id as tokenId, hash, visitor, name, scopes, created_at as createdAt, expires_at as expiresAt,
    last_used_at as lastUsedAt`
  const insert = db.prepare(
    `insert into tokens (token_id, hash, visitor, name, scopes, created_at, expires_at)
     select :tokenId, :hash, :visitor, :name, :scopes, :createdAt, :expiresAt
     where (select count(*) from tokens) < :most`,
  )
  const byHash = db.prepare(`select ${columns} from tokens where hash = ?`)
  const all = db.prepare(`select ${columns} from tokens order by created_at desc, token_id`)
  const use = db.prepare(
    'update tokens set last_used_at = :at where token_id = :tokenId and (last_used_at is null or last_used_at < :at)',
  )
  const remove = db.prepare('delete from tokens where token_id = ?')
  return {
    async create({ scopes, expiresAt = null, ...token }, { most }) {
      const row = { ...token, scopes: JSON.stringify(scopes), expiresAt, most }
      return transact(() => insert.run(row).changes === 1)
    },
    async find(hash) {
      const row = transact(() => byHash.get(hash))
      return row && tokenOf(row)
    },
    async list() {
      return transact(() => all.all()).map(tokenOf)
    },
    async markUsed(tokenId, at) {
      transact(() => use.run({ tokenId, at }))
    },
    async revoke(tokenId) {
      return transact(() => remove.run(tokenId).changes === 1)
    },
  }
}

const Row = z.object({
  tokenId: z.string(),
  hash: z.string(),
  visitor: z.string(),
  name: z.string(),
  scopes: json(z.array(TokenScope)),
  createdAt: z.int(),
  expiresAt: z.nullable(z.int()),
  lastUsedAt: z.nullable(z.int()),
})

function tokenOf(row: unknown): TokenRecord {
  const { expiresAt, lastUsedAt, ...token } = Row.parse(row)
  return { ...token, ...(expiresAt !== null && { expiresAt }), ...(lastUsedAt !== null && { lastUsedAt }) }
}
