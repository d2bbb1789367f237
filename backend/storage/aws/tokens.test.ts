import { describe, expect, test } from 'vitest'
import { noon } from '../contract-suite/samples.ts'
import { tokensContract } from '../tokens-contract-suite.ts'
import { countRequests, loseAnswers } from './test-faults.ts'
import { openItems } from './test-items.ts'
import { awsTokens } from './tokens.ts'

tokensContract(async () => awsTokens((await openItems()).items))

const token = (tokenId: string) => ({
  tokenId,
  hash: `hash of ${tokenId}`,
  visitor: 'v',
  name: 'n',
  scopes: [],
  createdAt: noon,
})

describe('tokens on AWS', () => {
  test('cost one request, whatever is asked', async () => {
    const { items, table } = await openItems()
    const tokens = awsTokens(items)
    const requests = countRequests(table)
    await tokens.create(token('one'), { most: 1 })
    await tokens.create(token('two'), { most: 1 })
    await tokens.find('hash of one')
    await tokens.list()
    await tokens.markUsed('one', noon)
    await tokens.revoke('one')
    expect(requests()).toBe(6)
  })

  test('of the same moment are listed in one order, and none is made where none may be', async () => {
    const tokens = awsTokens((await openItems()).items)
    expect(await tokens.list()).toEqual([])
    for (const id of ['b', 'a', 'c']) await tokens.create(token(id), { most: 3 })
    expect((await tokens.list()).map(({ tokenId }) => tokenId)).toEqual(['a', 'b', 'c'])
    expect(await tokens.create(token('d'), { most: 0 })).toBe(false)
  })

  test('are counted once, though an answer was lost', async () => {
    const { items, table } = await openItems()
    const tokens = awsTokens(items)
    loseAnswers(table, 1)
    expect(await tokens.create(token('one'), { most: 2 })).toBe(true)
    expect(await tokens.create(token('two'), { most: 2 })).toBe(true)
    expect(await tokens.revoke('one')).toBe(true)
    expect(await tokens.create(token('three'), { most: 2 })).toBe(true)
  })
})
