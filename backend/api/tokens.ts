import { Hono } from 'hono'
import { RefusalError } from '../../contract/refusal.ts'
import {
  type ApiToken,
  type CreateTokenReply,
  CreateTokenRequest,
  TokenId,
  type TokensReply,
} from '../../contract/token.ts'
import type { ApiTokens } from '../accounts/api-tokens.ts'
import type { TokenRecord } from '../storage/tokens.ts'
import { answer } from './answer.ts'
import type { ApiEnv } from './app-deps.ts'
import { readJson } from './read-json.ts'

export const tokens = (kept: ApiTokens) =>
  new Hono<ApiEnv>()
    .get('/api/tokens', async (c) => {
      const all = await kept.list()
      return answer(c, { tokens: all.map(toApiToken) } satisfies TokensReply)
    })
    .post('/api/tokens', async (c) => {
      const { secret, token } = await kept.create(await readJson(c, CreateTokenRequest))
      return answer(c, { secret, token: toApiToken(token) } satisfies CreateTokenReply)
    })
    .delete('/api/tokens/:tokenId', async (c) => {
      const id = TokenId.safeParse(c.req.param('tokenId'))
      if (!id.success || !(await kept.revoke(id.data))) {
        throw new RefusalError('not_found', 'This token does not exist, or has been revoked.')
      }
      return c.body(null, 204, { 'Cache-Control': 'no-store' })
    })

const toApiToken = ({ tokenId, name, scopes, createdAt, expiresAt, lastUsedAt }: TokenRecord): ApiToken => ({
  id: tokenId,
  name,
  scopes: [...scopes],
  createdAt: iso(createdAt),
  ...(expiresAt !== undefined && { expiresAt: iso(expiresAt) }),
  ...(lastUsedAt !== undefined && { lastUsedAt: iso(lastUsedAt) }),
})

const iso = (at: number) => new Date(at).toISOString()
