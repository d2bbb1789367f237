import * as z from 'zod/mini'
import { IsoTime } from './primitives.ts'
import { isBlank, plainText } from './prompt.ts'

/**
 * What a token may do besides reading: `generate` what may cost money, `write` what stops, deletes or shares. None may do
 * what is the operator's.
 */
export const TokenScope = z.enum(['generate', 'write'])
export type TokenScope = z.infer<typeof TokenScope>

/** 128 bits in base64url; it names a token and lets nobody in. */
export const TokenId = z.string().check(z.regex(/^[A-Za-z0-9_-]{22}$/u, 'Is not the id of a token'))

export const maxTokens = 100

export const CreateTokenRequest = z.strictObject({
  name: plainText(60).check(z.refine((name: string) => !isBlank(name), 'Give it a name')),
  scopes: z
    .array(TokenScope)
    .check(z.refine((scopes: string[]) => new Set(scopes).size === scopes.length, 'Names a scope twice')),
  /** Absent: until it is revoked. */
  expiresInDays: z.optional(z.int().check(z.minimum(1), z.maximum(3650))),
})
export type CreateTokenRequest = z.infer<typeof CreateTokenRequest>

export const ApiToken = z.object({
  id: TokenId,
  name: z.string(),
  scopes: z.array(TokenScope),
  createdAt: IsoTime,
  /** Absent: it does not. */
  expiresAt: z.optional(IsoTime),
  /** To the minute; absent: never. */
  lastUsedAt: z.optional(IsoTime),
})
export type ApiToken = z.infer<typeof ApiToken>

/** `secret` is what is sent as `Authorization: Bearer`; it is told this once. */
export const CreateTokenReply = z.object({ secret: z.string(), token: ApiToken })
export type CreateTokenReply = z.infer<typeof CreateTokenReply>

/** Newest first; those that have expired too. */
export const TokensReply = z.object({ tokens: z.array(ApiToken) })
export type TokensReply = z.infer<typeof TokensReply>
