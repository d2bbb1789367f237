import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { EnhanceReply } from '../../contract/enhance.ts'
import { HealthReply } from '../../contract/health.ts'
import { ModelsReply } from '../../contract/model.ts'
import { model } from '../jobs/test-engine.ts'
import { enhancerThat, refusalOf, testApp } from './test-app.ts'

const retired = model('old', undefined, { enabled: false, lifecycle: { state: 'retired' }, successor: 'New' })

test('shows every configured model, and nothing of how it is called', async () => {
  const { app } = await testApp({ models: [model('red'), retired] })
  const body: unknown = await (await app.request('/api/models')).json()
  const { models, limits, enhance } = ModelsReply.parse(body)
  expect(models.map(({ id, enabled }) => [id, enabled])).toEqual([
    ['red', true],
    ['old', false],
  ])
  expect(models[1]).toMatchObject({ lifecycle: { state: 'retired' }, successor: 'New' })
  expect(body).toEqual({ models, limits, enhance })
  expect(limits).toEqual({ maxPromptLength: 1000, maxModelsPerJob: 20, maxImagesPerModel: 4, bodyBytes: 65_536 })
  expect(enhance).toEqual({ source: 'built-in' })
})

test('tells the usual time of a model once it has painted', async () => {
  const { app, finishedJob } = await testApp()
  const usual = async () =>
    ModelsReply.parse(await (await app.request('/api/models')).json()).models.map(({ usualMs }) => usualMs)
  expect(await usual()).toEqual([undefined, undefined])
  await finishedJob({ prompt: 'a boat', models: ['red'] })
  expect(await usual()).toEqual([expect.any(Number), undefined])
})

test('enhances a prompt, and says who did it', async () => {
  const { post } = await testApp({
    enhancer: enhancerThat(async (original) => ({
      original,
      short: `${original}!`,
      long: `${original}, at length`,
      source: 'a model',
    })),
  })
  const reply = await post('/api/enhance', { prompt: ' a cat ' })
  expect(reply.headers.get('Cache-Control')).toBe('no-store')
  const rewritten = { original: 'a cat', short: 'a cat!', long: 'a cat, at length', source: 'a model' }
  expect(EnhanceReply.parse(await reply.json())).toEqual(rewritten)
})

test.each([[{ prompt: '' }], [{}], [{ prompt: 'a cat', tone: 'dark' }]])('does not enhance %j', async (body) => {
  const { post } = await testApp()
  expect(await refusalOf(post('/api/enhance', body))).toMatchObject({ status: 400, code: 'invalid_request' })
})

test('is healthy when pictures can be made and kept', async () => {
  const { app } = await testApp()
  const reply = await app.request('/api/health')
  expect(reply.status).toBe(200)
  const parts = { database: { ok: true }, images: { ok: true }, models: { ok: true } }
  expect(HealthReply.parse(await reply.json())).toEqual({ ok: true, version: '1.2.3', parts })
})

test('is not healthy, and says why, without a model or without a database', async () => {
  const database = { ok: false as const, message: 'The database is locked.' }
  const health = async () => ({ database, images: { ok: true as const } })
  const { app } = await testApp({ models: [retired], health })
  const reply = await app.request('/api/health')
  expect(reply.status).toBe(503)
  const { ok, parts } = HealthReply.parse(await reply.json())
  expect({ ok, parts }).toMatchObject({ ok: false, parts: { database, images: { ok: true }, models: { ok: false } } })
})

test('many who ask at once cause one probe of the disk', async () => {
  let probes = 0
  const health = async () => {
    probes += 1
    await setImmediate()
    return { database: { ok: true as const }, images: { ok: true as const } }
  }
  const { app } = await testApp({ health })
  const replies = await Promise.all(Array.from({ length: 20 }, async () => app.request('/api/health')))
  expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]))
  expect(probes).toBe(1)
  await app.request('/api/health')
  expect(probes).toBe(2)
})
