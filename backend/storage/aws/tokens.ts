import * as z from 'zod/mini'
import { TokenScope } from '../../../contract/token.ts'
import type { TokenRecord, Tokens } from '../tokens.ts'
import type { Items } from './items.ts'

/** One item, with an attribute for each token. It is read whole: an operator has some dozens. */
export function awsTokens(items: Items): Tokens {
  const key = { pk: 'TOKENS', sk: 'TOKENS' }
  const all = async () => {
    const item = await items.get(key)
    const kept = Object.entries(item ?? {}).filter(([name]) => name.startsWith(prefix))
    return kept.map(([, token]) => Token.parse(token))
  }
  return {
    async create(token, { most }) {
      if (most < 1) return false
      const made = await items.update(key, {
        set: ['#token = :token'],
        add: ['held :one'],
        condition: 'attribute_not_exists(#token) AND (attribute_not_exists(held) OR held < :most)',
        names: { '#token': `${prefix}${token.tokenId}` },
        values: { ':token': token, ':one': 1, ':most': most },
      })
      return made !== undefined
    },
    async find(hash) {
      return (await all()).find((token) => token.hash === hash)
    },
    async list() {
      return (await all()).toSorted((a, b) => b.createdAt - a.createdAt || (a.tokenId < b.tokenId ? -1 : 1))
    },
    async markUsed(tokenId, at) {
      await items.update(key, {
        set: ['#token.lastUsedAt = :at'],
        condition: 'attribute_exists(#token) AND (attribute_not_exists(#token.lastUsedAt) OR #token.lastUsedAt < :at)',
        names: { '#token': `${prefix}${tokenId}` },
        values: { ':at': at },
      })
    },
    async revoke(tokenId) {
      const gone = await items.update(key, {
        remove: ['#token'],
        add: ['held :less'],
        condition: 'attribute_exists(#token)',
        names: { '#token': `${prefix}${tokenId}` },
        values: { ':less': -1 },
      })
      return gone !== undefined
    },
  }
}

const prefix = 'token#'

const Token: z.ZodMiniType<TokenRecord> = z.object({
  tokenId: z.string(),
  hash: z.string(),
  visitor: z.string(),
  name: z.string(),
  scopes: z.array(TokenScope),
  createdAt: z.int(),
  expiresAt: z.exactOptional(z.int()),
  lastUsedAt: z.exactOptional(z.int()),
})
