import { expect, test } from 'vitest'
import { testEngine } from '../jobs/test-engine.ts'
import type { AccountDeps } from './account-deps.ts'
import { spend } from './spend.ts'

const price = { what: 'enhance', name: 'Enhance', microUsd: 2500 }

async function accounts(change: Partial<AccountDeps['ledger']> = {}) {
  const { deps } = await testEngine()
  const logged: string[] = []
  const log = { error: (_: object, message: string) => void logged.push(message) }
  const ledger = { ...deps.ledger, ...change }
  const sums = async () => (await deps.ledger.spend(deps.now()))[0]
  return { deps: { ledger, budgets: { modelDailyMicroUsd: new Map() }, now: deps.now, log }, logged, sums }
}

test('work that is done is settled at its price', async () => {
  const { deps, sums } = await accounts()
  expect(await spend(deps, price, async () => 'done')).toBe('done')
  expect(await sums()).toMatchObject({ reservedMicroUsd: 2500, settledMicroUsd: 2500, uncertainMicroUsd: 0 })
})

test('work that fails may have been charged, and its failure is told', async () => {
  const { deps, sums } = await accounts()
  const work = () => Promise.reject(new Error('cut off'))
  await expect(spend(deps, price, work)).rejects.toThrow('cut off')
  expect(await sums()).toMatchObject({ settledMicroUsd: 2500, uncertainMicroUsd: 2500 })
})

test('what is free asks no ledger', async () => {
  const { deps, sums } = await accounts()
  expect(await spend(deps, { ...price, microUsd: 0 }, async () => 'done')).toBe('done')
  expect(await sums()).toBeUndefined()
})

test.each([
  ['is lost meanwhile', async () => false, /too long/u],
  ['cannot be confirmed', () => Promise.reject(new Error('gone')), /^Spending cannot be read and noted/u],
])('nothing is done when what was reserved %s', async (_, confirm, message) => {
  const { deps } = await accounts({ confirm })
  const work = () => Promise.reject(new Error('must not be done'))
  await expect(spend(deps, price, work)).rejects.toMatchObject({
    code: 'unavailable',
    message: expect.stringMatching(message),
  })
})

test('what was done is answered although it cannot be settled, and still counts as spent', async () => {
  const { deps, logged, sums } = await accounts({ settle: () => Promise.reject(new Error('gone')) })
  expect(await spend(deps, price, async () => 'done')).toBe('done')
  expect(await sums()).toMatchObject({ reservedMicroUsd: 2500, settledMicroUsd: 0, releasedMicroUsd: 0 })
  expect(logged).toEqual(['what was spent could not be settled'])
})
