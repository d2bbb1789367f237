import { expect, test, vi } from 'vitest'
import { nextDay } from '../accounts/utc-days.ts'
import { fakeClock, model, paints } from '../jobs/test-engine.ts'
import { refusalOf, testApp } from './test-app.ts'
import { brokenLedger, counted, unreadable } from './test-money.ts'

const prompt = 'a red boat'
const dayMs = 24 * 60 * 60 * 1000

test.each([
  ['day', { dailyMicroUsd: 100_000 }, 1],
  ['month', { monthlyMicroUsd: 100_000 }, 31],
] as const)(
  'a run over the budget of the %s is refused with its price and what is left',
  async (scope, budgets, days) => {
    const red = counted('red')
    const given = await testApp({ models: [red.model], budgets })
    const { jobId } = await given.finishedJob({ prompt, parameters: { imagesPerModel: 2 } })
    const reply = await given.post('/api/generate', { prompt })
    const refusal = await refusalOf(reply)
    expect(refusal).toMatchObject({
      status: 429,
      code: 'budget_exhausted',
      scope,
      priceMicroUsd: 40_000,
      leftMicroUsd: 20_000,
      error: expect.stringMatching(
        new RegExp(
          `^This may cost \\$0\\.04, but only \\$0\\.02 is left of the budget of \\$0\\.10 a ${scope}\\. It is renewed .+ UTC, in \\d+ (?:minute|hour|day)s?\\.$`,
          'u',
        ),
      ),
    })
    expect(reply.headers.get('Retry-After')).toBe(String(refusal.retryAfterSeconds))
    expect(refusal.retryAfterSeconds).toBeGreaterThan(0)
    expect(refusal.retryAfterSeconds).toBeLessThanOrEqual((days * dayMs) / 1000)
    expect(await given.galleryIds()).toEqual([jobId])
    expect(red.asked.times).toBe(2)
  },
)

test('a model over its own budget is named, and the others are not kept from painting', async () => {
  const budgets = { modelDailyMicroUsd: new Map([['red', 50_000]]) }
  const given = await testApp({ models: [counted('red').model, counted('blue').model], budgets })
  await given.finishedJob()
  expect(await refusalOf(given.post('/api/generate', { prompt }))).toMatchObject({
    code: 'budget_exhausted',
    scope: 'model',
    priceMicroUsd: 40_000,
    leftMicroUsd: 10_000,
    error: expect.stringMatching(/^RED may cost \$0\.04, but only \$0\.01 is left of its budget of \$0\.05 a day\./u),
  })
  expect((await given.post('/api/generate', { prompt, models: ['blue'] })).status).toBe(202)
})

test('a run that costs more than the whole budget is told that waiting will not help', async () => {
  const { post } = await testApp({ models: [counted('red').model], budgets: { dailyMicroUsd: 0 } })
  const refusal = await refusalOf(post('/api/generate', { prompt, parameters: { imagesPerModel: 4 } }))
  expect(refusal).toMatchObject({ code: 'budget_exhausted', priceMicroUsd: 160_000, leftMicroUsd: 0 })
  expect(refusal.error).toBe(
    'This may cost $0.16, more than the whole budget of $0.00 a day. Choose fewer models or pictures.',
  )
  expect(refusal).not.toHaveProperty('retryAfterSeconds')
})

test('the budget of a day is there again at midnight UTC, and not a moment before', async () => {
  const clock = fakeClock()
  const given = await testApp({ models: [counted('red').model], budgets: { dailyMicroUsd: 40_000 } }, { clock })
  clock.advance(nextDay(clock.now()) - clock.now() + 1000)
  await given.finishedJob()
  await vi.waitFor(async () => expect((await given.engine.money()).open).toBe(0))
  clock.advance(nextDay(clock.now()) - clock.now() - 1)
  expect(await refusalOf(given.post('/api/generate', { prompt }))).toMatchObject({
    leftMicroUsd: 0,
    retryAfterSeconds: 1,
    error: expect.stringContaining('at midnight UTC, in 1 minute.'),
  })
  clock.advance(1)
  expect((await given.post('/api/generate', { prompt })).status).toBe(202)
})

test('what is free is painted without a budget and without a ledger', async () => {
  const free = counted('free', paints, 0)
  const given = await testApp({
    models: [free.model],
    budgets: { dailyMicroUsd: 0 },
    accounts: { ledger: brokenLedger },
  })
  const job = await given.finishedJob({ prompt, maxMicroUsd: 0 })
  expect(job).toMatchObject({ status: 'completed', settledMicroUsd: 0 })
  expect(given.logged.join('')).not.toContain('"level":50')
})

test('a retired model that is named costs nothing, since it is not asked', async () => {
  const retired = model('old', paints, { enabled: false, lifecycle: { state: 'retired' } })
  const { finishedJob } = await testApp({ models: [retired], budgets: { dailyMicroUsd: 0 } })
  const job = await finishedJob({ prompt, models: ['old'], maxMicroUsd: 0 })
  expect(job).toMatchObject({ settledMicroUsd: 0, results: [{ error: { code: 'retired_model' } }] })
})

test.each([
  ['below the price', { maxMicroUsd: 79_999 }, 'This may cost $0.08, more than the $0.079999 that you allow'],
  [
    'where a price is not known',
    { maxMicroUsd: 79_999, models: ['odd'] },
    'The price of ODD is not known, so it may cost more than the $0.079999 that you allow',
  ],
])('a limit of one’s own %s is kept to', async (_, body, message) => {
  const models = [counted('red').model, counted('blue').model, counted('odd', paints, null).model]
  const { post, galleryIds } = await testApp({ models })
  const refusal = await refusalOf(post('/api/generate', { prompt, models: ['red', 'blue'], ...body }))
  expect(refusal).toMatchObject({ status: 400, code: 'invalid_request', fields: [{ path: 'maxMicroUsd', message }] })
  expect(refusal.error).toBe(`${message}. Choose fewer models or pictures, or allow more.`)
  expect(await galleryIds()).toEqual([])
})

test('a limit of one’s own that is just enough is enough', async () => {
  const { finishedJob } = await testApp({ models: [counted('red').model, counted('blue').model] })
  expect(await finishedJob({ prompt, maxMicroUsd: 80_000 })).toMatchObject({ settledMicroUsd: 80_000 })
})

test('the same Idempotency-Key with another limit is another request', async () => {
  const { post } = await testApp()
  const headers = { 'Idempotency-Key': 'click-0123456789' }
  await post('/api/generate', { prompt, maxMicroUsd: 80_000 }, headers)
  const refusal = await refusalOf(post('/api/generate', { prompt, maxMicroUsd: 90_000 }, headers))
  expect(refusal).toMatchObject({ status: 409, code: 'idempotency_conflict' })
})

test.each([
  [{ dailyMicroUsd: 1_000_000 }],
  [{ monthlyMicroUsd: 1_000_000 }],
  [{ modelDailyMicroUsd: new Map([['odd', 1_000_000]]) }],
])('a model of unknown price is refused beside a budget, and painted without one', async (budgets) => {
  const odd = counted('odd', paints, null)
  const limited = await testApp({ models: [odd.model], budgets })
  expect(await refusalOf(limited.post('/api/generate', { prompt }))).toMatchObject({
    status: 400,
    fields: [{ path: 'models', message: 'The price of ODD is not known, and this server keeps to a budget' }],
  })
  expect(odd.asked.times).toBe(0)
  const free = await testApp({ models: [odd.model] })
  expect(await free.finishedJob()).toMatchObject({ status: 'completed', estimatedMicroUsd: null })
  expect((await free.engine.money()).open).toBe(0)
})

test.each([
  ['is out of reach', unreadable, 'The disk is full. Free some disk space.'],
  [
    'is damaged',
    () => Promise.reject(new TypeError('a line of the ledger makes no sense')),
    "The server's log says why.",
  ],
])('when the ledger %s, nothing that costs money is started', async (_, reserve, advice) => {
  const red = counted('red')
  const { post, galleryIds, logged } = await testApp({
    models: [red.model],
    accounts: { ledger: { ...brokenLedger, reserve } },
  })
  expect(await refusalOf(post('/api/generate', { prompt }))).toMatchObject({
    status: 503,
    code: 'unavailable',
    error: `Spending cannot be read and noted now, so nothing that costs money is started. ${advice}`,
  })
  expect(await galleryIds()).toEqual([])
  expect(red.asked.times).toBe(0)
  expect(logged.filter((line) => line.includes('"level":50') && line.includes('"stack"'))).toHaveLength(1)
})
