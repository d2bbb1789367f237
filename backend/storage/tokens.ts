import type { TokenScope } from '../../contract/token.ts'

// The port of API tokens, beside those of storage.ts: the same rules hold.

/** `hash`: of the token itself, which is kept nowhere. `visitor`: whom it stands for where there are many. */
export type TokenRecord = {
  tokenId: string
  hash: string
  visitor: string
  name: string
  scopes: readonly TokenScope[]
  createdAt: number
  /** Absent: it does not expire. */
  expiresAt?: number
  /** Absent: it was never used. */
  lastUsedAt?: number
}

export type Tokens = {
  /** False, and nothing is kept, when there are `most` already. */
  create(token: Omit<TokenRecord, 'lastUsedAt'>, to: { most: number }): Promise<boolean>
  /** One that has expired is found too. */
  find(hash: string): Promise<TokenRecord | undefined>
  /** Newest first. */
  list(): Promise<TokenRecord[]>
  markUsed(tokenId: string, at: number): Promise<void>
  /** From now on it is not found. True for the one call that did it. */
  revoke(tokenId: string): Promise<boolean>
}
