import { createHash, randomBytes } from 'node:crypto'
import { maxTokens, type CreateTokenRequest } from '../../contract/token.ts'
import { RefusalError } from '../../contract/refusal.ts'
import type { TokenRecord, Tokens } from '../storage/tokens.ts'
import type { FaultLog } from './account-deps.ts'

export type ApiTokens = {
  /** Makes one and tells it, this once. Throws RefusalError `conflict` when there are too many. */
  create(request: CreateTokenRequest): Promise<{ secret: string; token: TokenRecord }>
  /** The token that is living; undefined when it was revoked, has expired or never was. */
  identify(secret: string): Promise<TokenRecord | undefined>
  list: Tokens['list']
  revoke: Tokens['revoke']
}

export function apiTokens(tokens: Tokens, { now, log }: { now: () => number; log: FaultLog }): ApiTokens {
  /** A read must not wait for a write, nor fail with it. */
  const noteUse = ({ tokenId, lastUsedAt = 0 }: TokenRecord, at: number) => {
    if (at - lastUsedAt < usedAgainMs) return
    tokens.markUsed(tokenId, at).catch((err: unknown) => log.error({ err }, 'the use of a token could not be noted'))
  }
  return {
    async create({ name, scopes, expiresInDays }) {
      const secret = `${prefix}${randomBytes(32).toString('base64url')}`
      const at = now()
      const token = {
        tokenId: randomId(),
        hash: hashOf(secret),
        visitor: randomId(),
        name,
        scopes,
        createdAt: at,
        ...(expiresInDays !== undefined && { expiresAt: at + expiresInDays * 86_400_000 }),
      }
      if (await tokens.create(token, { most: maxTokens })) return { secret, token }
      throw new RefusalError('conflict', `There are ${maxTokens} tokens, which is the most: revoke one first.`)
    },
    async identify(secret) {
      const at = now()
      const token = await tokens.find(hashOf(secret))
      if (token === undefined || (token.expiresAt ?? Infinity) <= at) return undefined
      noteUse(token, at)
      return token
    },
    list: () => tokens.list(),
    revoke: (tokenId) => tokens.revoke(tokenId),
  }
}

/** The API token of an `Authorization` header; undefined when it holds none, or the token of a visitor. */
export const apiTokenIn = (authorization: string | undefined): string | undefined =>
  /^Bearer +(ppt_\S+)$/iu.exec(authorization ?? '')?.[1]

// By which people, and programs that search for leaked keys, know one.
const prefix = 'ppt_'
const usedAgainMs = 60_000

const randomId = () => randomBytes(16).toString('base64url')

// Of 256 random bits one quick hash gives nothing away, unlike of a password.
const hashOf = (secret: string) => createHash('sha256').update(secret).digest('base64url')
