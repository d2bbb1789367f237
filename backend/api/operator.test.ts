import { expect, test } from 'vitest'
import { Job } from '../../contract/job.ts'
import { ModelsReply } from '../../contract/model.ts'
import { ActivityReply, SwitchesReply } from '../../contract/operator.ts'
import { gate, hasStatus, model } from '../jobs/test-engine.ts'
import { ProviderError, type Generate } from '../providers/provider.ts'
import { newVisitor, refusalOf, testApp } from './test-app.ts'

const prompt = 'a red boat'
const fails: Generate = () => Promise.reject(new ProviderError('unavailable', 'Down.', { didNoWork: false }))
const retired = model('old', undefined, { enabled: false, lifecycle: { state: 'retired' } })
const unreadable = (): Promise<never> => Promise.reject(new Error('the database is gone'))
const brokenSwitches = { off: unreadable, set: unreadable }

type TestApp = Awaited<ReturnType<typeof testApp>>
const switchModel = async ({ post }: TestApp, name: string, on: boolean) =>
  SwitchesReply.parse(await (await post('/api/switches', { model: name, on })).json()).switches
const modelsOf = async ({ app }: TestApp) => ModelsReply.parse(await (await app.request('/api/models')).json()).models
const chosen = async (reply: Response) => Job.parse(await reply.json()).results.map((result) => result.model)

test('the switches name what can be used, and are on until they are switched off', async () => {
  const given = await testApp({ models: [model('red'), retired, model('blue')] })
  const { switches } = SwitchesReply.parse(await (await given.app.request('/api/switches')).json())
  expect(switches).toEqual([
    { model: 'red', name: 'RED', on: true },
    { model: 'blue', name: 'BLUE', on: true },
  ])
  const before = new Date().toISOString()
  const [red, blue] = await switchModel(given, 'red', false)
  expect(red).toEqual({ model: 'red', name: 'RED', on: false, offSince: expect.any(String) })
  expect(red!.offSince! >= before && red!.offSince! <= new Date().toISOString()).toBe(true)
  expect(blue).toMatchObject({ on: true })
  expect(await switchModel(given, 'red', true)).toEqual(switches)
})

test.each([
  ['an unknown model', { model: 'nope', on: false }, 'model'],
  ['a retired model', { model: 'old', on: false }, 'model'],
  ['no position', { model: 'red' }, 'on'],
])('the switches refuse %s', async (_, body, path) => {
  const { post } = await testApp({ models: [model('red'), retired] })
  expect(await refusalOf(post('/api/switches', body))).toMatchObject({ status: 400, fields: [{ path }] })
})

test('a model that is switched off is shown so, left out, and refused when it is named', async () => {
  const given = await testApp()
  await switchModel(given, 'red', false)
  expect(await modelsOf(given)).toMatchObject([{ id: 'red', enabled: false, switchedOff: true }, { enabled: true }])
  expect((await modelsOf(given))[1]).not.toHaveProperty('switchedOff')
  expect(await chosen(await given.post('/api/generate', { prompt }))).toEqual(['blue'])
  const refusal = await refusalOf(given.post('/api/generate', { prompt, models: ['blue', 'red'] }))
  expect(refusal).toMatchObject({ status: 400, fields: [{ path: 'models.1', message: 'Is switched off' }] })
  await switchModel(given, 'red', true)
  expect(await chosen(await given.post('/api/generate', { prompt }))).toEqual(['red', 'blue'])
})

test('with every model switched off, nothing is started and the words say who can help', async () => {
  const given = await testApp({ models: [model('red')] })
  await switchModel(given, 'red', false)
  const refusal = await refusalOf(given.post('/api/generate', { prompt }))
  expect(refusal).toMatchObject({ status: 503, error: expect.stringContaining('The operator has to') })
})

test('a result of a model that is switched off cannot be retried until it is on again', async () => {
  const given = await testApp({ models: [model('red', fails)] })
  const { jobId } = await given.finishedJob()
  await switchModel(given, 'red', false)
  const refusal = await refusalOf(given.post(`/api/jobs/${jobId}/retry`, { model: 'red' }))
  expect(refusal).toMatchObject({ status: 409, code: 'conflict', error: expect.stringContaining('switched off') })
  await switchModel(given, 'red', true)
  expect((await given.post(`/api/jobs/${jobId}/retry`, { model: 'red' })).status).toBe(202)
})

test('when the switches cannot be read, nothing is started and the models are shown as configured', async () => {
  const given = await testApp({ accounts: { switches: brokenSwitches } })
  expect(await refusalOf(given.post('/api/generate', { prompt }))).toMatchObject({
    status: 503,
    code: 'unavailable',
    error: "Which models are switched off cannot be read, so nothing is started. The server's log says why.",
  })
  expect(await given.galleryIds()).toEqual([])
  expect(given.logged.filter((line) => line.includes('"level":50'))).toHaveLength(1)
  expect((await modelsOf(given)).map(({ enabled }) => enabled)).toEqual([true, true])
  expect(given.logged.filter((line) => line.includes('"level":40'))).toHaveLength(1)
})

test('the activity tells what waits, what runs and what failed, by model', async () => {
  const held = gate()
  const models = [model('red', held.generate), model('broken', fails, { lane: 'other' })]
  const given = await testApp({ models }, { laneLimit: 1 })
  const activity = async () => ActivityReply.parse(await (await given.app.request('/api/activity')).json())
  expect(await activity()).toEqual({ pending: 0, running: 0, faults: [] })
  await given.finishedJob({ prompt, models: ['broken'] })
  const { jobId } = Job.parse(await (await given.post('/api/generate', { prompt, models: ['red'] })).json())
  await given.engine.until(jobId, hasStatus('in_progress'))
  await given.post('/api/generate', { prompt, models: ['red'] })
  expect(await activity()).toEqual({
    pending: 1,
    running: 1,
    waitingSince: expect.any(String),
    faults: [{ model: 'broken', name: 'BROKEN', code: 'unavailable', count: 1 }],
  })
  held.open()
})

test('the activity names a model that is no longer there by its id', async () => {
  const first = await testApp({ models: [model('gone', fails)] })
  await first.finishedJob()
  const { app } = await testApp({ jobDeps: first.engine.deps })
  const { faults } = ActivityReply.parse(await (await app.request('/api/activity')).json())
  expect(faults).toMatchObject([{ model: 'gone', name: 'gone' }])
})

test('on a server with many visitors none of them is the operator', async () => {
  const given = await testApp({ visitors: { mode: 'many', secrets: () => ['s'], https: false } })
  const visitor = await newVisitor(given.app)
  const ask = (headers: Record<string, string>) => [
    given.app.request('/api/spend', { headers }),
    given.app.request('/api/switches', { headers }),
    given.app.request('/api/activity', { headers }),
    given.post('/api/switches', { model: 'red', on: false }, headers),
  ]
  for (const refusal of await Promise.all(ask(visitor).map(refusalOf))) {
    expect(refusal).toMatchObject({ status: 403, code: 'forbidden', error: expect.stringContaining('operator') })
  }
  for (const refusal of await Promise.all(ask({}).map(refusalOf))) expect(refusal).toMatchObject({ status: 401 })
  expect((await modelsOf(given)).every(({ enabled }) => enabled)).toBe(true)
})

test('what waits says how many come before it, and an answer without that is better than none', async () => {
  const held = gate()
  const given = await testApp({ models: [model('red', held.generate)] }, { laneLimit: 1 })
  const start = async () => Job.parse(await (await given.post('/api/generate', { prompt })).json()).jobId
  const first = await start()
  await given.engine.until(first, hasStatus('in_progress'))
  const [, third] = [await start(), await start()]
  const resultOf = async ({ app }: TestApp, jobId: string) =>
    Job.parse(await (await app.request(`/api/status/${jobId}`)).json()).results[0]
  expect(await resultOf(given, third)).toMatchObject({ status: 'pending', ahead: 1 })
  expect(await resultOf(given, first)).not.toHaveProperty('ahead')

  const jobs = { ...given.engine.deps.jobs, ahead: unreadable }
  const blind = await testApp({ jobDeps: { ...given.engine.deps, jobs } })
  const result = await resultOf(blind, third)
  expect(result).toMatchObject({ status: 'pending' })
  expect(result).not.toHaveProperty('ahead')
  expect(blind.logged.some((line) => line.includes('places in the queue'))).toBe(true)
  held.open()
})
