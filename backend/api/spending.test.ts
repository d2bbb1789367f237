import { expect, test, vi } from 'vitest'
import { Job } from '../../contract/job.ts'
import { ended, gate, paints } from '../jobs/test-engine.ts'
import type { Generate } from '../providers/provider.ts'
import { enhancerThat, refusalOf, testApp } from './test-app.ts'
import { brokenLedger, counted, fails, spendOf } from './test-money.ts'

const prompt = 'a red boat'

test('a retry is admitted anew: what a provider certainly did not do is given back, the rest counts', async () => {
  const idle = counted('idle', fails(true))
  const dear = counted('dear', fails(false))
  const given = await testApp({ models: [idle.model, dear.model], budgets: { dailyMicroUsd: 160_000 } })
  const { jobId } = await given.finishedJob({ prompt, parameters: { imagesPerModel: 2 } })
  const retry = (name: string) => given.post(`/api/jobs/${jobId}/retry`, { model: name })
  await vi.waitFor(async () => expect((await given.engine.money()).open).toBe(0))
  expect((await retry('idle')).status).toBe(202)
  await given.engine.until(jobId, ended)
  await vi.waitFor(async () => expect((await given.engine.money()).open).toBe(0))
  expect((await retry('dear')).status).toBe(202)
  await given.engine.until(jobId, ended)
  expect(await refusalOf(retry('dear'))).toMatchObject({
    status: 429,
    code: 'budget_exhausted',
    priceMicroUsd: 80_000,
    leftMicroUsd: 0,
  })
  expect(dear.asked.times).toBe(4)
  const { results } = Job.parse(await (await given.app.request(`/api/status/${jobId}`)).json())
  expect(results).toMatchObject([{ attempt: 2 }, { attempt: 2, status: 'error' }])
})

test('a retry is refused when the ledger does not answer', async () => {
  const first = await testApp({ models: [counted('red', fails(false)).model] })
  const { jobId } = await first.finishedJob()
  const { post } = await testApp({
    models: [counted('red').model],
    jobDeps: first.engine.deps,
    accounts: { ledger: brokenLedger },
  })
  expect(await refusalOf(post(`/api/jobs/${jobId}/retry`, { model: 'red' }))).toMatchObject({ status: 503 })
  expect((await first.engine.deps.jobs.find(jobId))?.tasks).toMatchObject([{ attempt: 1 }])
})

test('a replay costs nothing, even when there is nothing left', async () => {
  const given = await testApp({ models: [counted('red').model], budgets: { dailyMicroUsd: 40_000 } })
  const headers = { 'Idempotency-Key': 'click-0123456789' }
  const first = Job.parse(await (await given.post('/api/generate', { prompt }, headers)).json())
  const again = await given.post('/api/generate', { prompt }, headers)
  expect(again.headers.get('Idempotent-Replayed')).toBe('true')
  expect(Job.parse(await again.json()).jobId).toBe(first.jobId)
  await given.engine.until(first.jobId, ended)
  await vi.waitFor(async () =>
    expect((await spendOf(given)).today).toMatchObject({ settledMicroUsd: 40_000, openMicroUsd: 0 }),
  )
})

test('of twenty at the same moment, a budget for three lets exactly three in', async () => {
  const red = counted('red')
  const given = await testApp({ models: [red.model], budgets: { dailyMicroUsd: 120_000 } })
  const replies = await Promise.all(Array.from({ length: 20 }, async () => given.post('/api/generate', { prompt })))
  const accepted = replies.filter(({ status }) => status === 202)
  expect(accepted).toHaveLength(3)
  expect(replies.filter(({ status }) => status === 429)).toHaveLength(17)
  const jobs = await Promise.all(accepted.map(async (reply) => Job.parse(await reply.json())))
  for (const { jobId } of jobs) await given.engine.until(jobId, ended)
  expect(await given.galleryIds()).toHaveLength(3)
  expect(red.asked.times).toBe(3)
  await vi.waitFor(async () => expect((await given.engine.money()).open).toBe(0))
  expect((await spendOf(given)).today).toMatchObject({ settledMicroUsd: 120_000, openMicroUsd: 0 })
})

test('Stop gives back what had not begun, and the next may have it', async () => {
  const held = gate()
  const given = await testApp(
    { models: [counted('red', held.generate).model], budgets: { dailyMicroUsd: 80_000 } },
    { laneLimit: 1 },
  )
  const first = Job.parse(await (await given.post('/api/generate', { prompt })).json())
  await held.entered
  const second = Job.parse(await (await given.post('/api/generate', { prompt })).json())
  expect((await given.post('/api/generate', { prompt })).status).toBe(429)
  await given.post(`/api/jobs/${second.jobId}/cancel`, {})
  await vi.waitFor(async () => expect((await spendOf(given)).today.openMicroUsd).toBe(40_000))
  const third = Job.parse(await (await given.post('/api/generate', { prompt })).json())
  held.open()
  for (const { jobId } of [first, third]) await given.engine.until(jobId, ended)
  await vi.waitFor(async () =>
    expect((await spendOf(given)).today).toMatchObject({ settledMicroUsd: 80_000, openMicroUsd: 0 }),
  )
})

test('what the operator is shown as spent is what the jobs say they cost', async () => {
  const told: Generate = async (request) => ({ ...(await paints(request)), costMicroUsd: 31_234 })
  const models = [counted('told', told).model, counted('lost', fails(false)).model, counted('idle', fails(true)).model]
  const given = await testApp({ models })
  const jobs = [await given.finishedJob(), await given.finishedJob({ prompt, models: ['told'] })]
  const cost = jobs.reduce((sum, { settledMicroUsd }) => sum + settledMicroUsd, 0)
  expect(cost).toBe(2 * 31_234 + 40_000)
  await vi.waitFor(async () => expect((await given.engine.money()).open).toBe(0))
  const { today, month, models: byModel } = await spendOf(given)
  expect(today).toEqual({ settledMicroUsd: cost, openMicroUsd: 0, uncertainMicroUsd: 40_000, budgetMicroUsd: null })
  expect(month).toMatchObject({ settledMicroUsd: cost, uncertainMicroUsd: 40_000 })
  expect(byModel).toMatchObject([
    { model: 'told', todayMicroUsd: 62_468, monthMicroUsd: 62_468 },
    { model: 'lost', todayMicroUsd: 40_000 },
    { model: 'idle', todayMicroUsd: 0 },
  ])
})

test('enhance is paid from the same budget, before it is done', async () => {
  let rewritten = 0
  const given = await testApp({
    models: [counted('red').model],
    budgets: { dailyMicroUsd: 60_000 },
    enhancer: enhancerThat(async (original) => {
      rewritten += 1
      return { original, short: original, long: original, source: 'a model' }
    }, 30_000),
  })
  expect((await given.post('/api/enhance', { prompt })).status).toBe(200)
  expect((await given.post('/api/enhance', { prompt })).status).toBe(200)
  expect(await (await given.post('/api/enhance', { prompt })).json()).toMatchObject({
    source: 'built-in',
    fellBack: expect.stringContaining('a model was not asked'),
  })
  expect(await refusalOf(given.post('/api/generate', { prompt }))).toMatchObject({ status: 429, leftMicroUsd: 0 })
  expect(rewritten).toBe(2)
  const { today, models } = await spendOf(given)
  expect(today).toMatchObject({ settledMicroUsd: 60_000, openMicroUsd: 0, uncertainMicroUsd: 0 })
  expect(models.at(-1)).toMatchObject({ model: 'enhance', name: 'enhance', todayMicroUsd: 60_000 })
})
