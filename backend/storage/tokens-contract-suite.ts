import { describe, expect, test } from 'vitest'
import { noon } from './contract-suite/samples.ts'
import type { TokenRecord, Tokens } from './tokens.ts'

const sample = (name: string, over: Partial<TokenRecord> = {}): TokenRecord => ({
  tokenId: `id of ${name}`,
  hash: `hash of ${name}`,
  visitor: `visitor of ${name}`,
  name,
  scopes: ['generate', 'write'],
  createdAt: noon,
  ...over,
})

const bounds = { most: 3 }

/** What every Tokens must do. `open` answers with one that has none, which it closes when the test is over. */
export function tokensContract(open: () => Promise<Tokens>) {
  describe('tokens', () => {
    test('are found by their hash as they were made, expired or not', async () => {
      const tokens = await open()
      const [plain, narrow] = [sample('plain'), sample('narrow', { scopes: [], expiresAt: noon + 1 })]
      expect([await tokens.create(plain, bounds), await tokens.create(narrow, bounds)]).toEqual([true, true])
      expect(await tokens.find(plain.hash)).toEqual(plain)
      expect(await tokens.find(narrow.hash)).toEqual(narrow)
      expect(await tokens.find(plain.tokenId)).toBeUndefined()
    })

    test('are listed with the newest first', async () => {
      const tokens = await open()
      const [old, young] = [sample('old'), sample('young', { createdAt: noon + 1 })]
      await tokens.create(old, bounds)
      await tokens.create(young, bounds)
      expect(await tokens.list()).toEqual([young, old])
    })

    test('are bounded in number, exactly', async () => {
      const tokens = await open()
      const made = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((name) => tokens.create(sample(name), bounds)))
      expect(made.filter(Boolean)).toHaveLength(3)
      expect(await tokens.list()).toHaveLength(3)
    })

    test('keep their last use, which never goes back', async () => {
      const tokens = await open()
      const token = sample('used')
      await tokens.create(token, bounds)
      await tokens.markUsed(token.tokenId, noon + 10)
      await tokens.markUsed(token.tokenId, noon + 5)
      await tokens.markUsed('nobody', noon)
      expect(await tokens.list()).toEqual([{ ...token, lastUsedAt: noon + 10 }])
    })

    test('are gone when they are revoked, which one call does', async () => {
      const tokens = await open()
      const [gone, kept] = [sample('gone'), sample('kept')]
      await tokens.create(gone, bounds)
      await tokens.create(kept, bounds)
      expect([await tokens.revoke(gone.tokenId), await tokens.revoke(gone.tokenId)]).toEqual([true, false])
      expect(await tokens.find(gone.hash)).toBeUndefined()
      await tokens.markUsed(gone.tokenId, noon)
      expect(await tokens.list()).toEqual([kept])
    })
  })
}
