import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Job } from '../../contract/job.ts'
import { model } from '../jobs/test-engine.ts'
import { refusalOf, testApp } from './test-app.ts'

const prompt = 'a red boat'

test('answers 202 with the job and where its status is', async () => {
  const { post } = await testApp()
  const reply = await post('/api/generate', { prompt: `  ${prompt} `, parameters: { seed: 7 } })
  expect(reply.status).toBe(202)
  const job = Job.parse(await reply.json())
  expect(reply.headers.get('Location')).toBe(`/api/status/${job.jobId}`)
  expect(job).toMatchObject({ prompt, parameters: { seed: 7 }, version: 1, status: 'pending', totalModels: 2 })
  expect(job.results.map((result) => result.model)).toEqual(['red', 'blue'])
})

test('asks only the named models, in the order of the request', async () => {
  const { post } = await testApp({ models: [model('a'), model('b'), model('c')] })
  const job = Job.parse(await (await post('/api/generate', { prompt, models: ['c', 'a'] })).json())
  expect(job.results.map((result) => result.model)).toEqual(['c', 'a'])
})

const retired = model('old', undefined, { enabled: false, lifecycle: { state: 'retired' }, successor: 'New' })

test('leaves retired models out, unless one is asked for by name: then its result ends at once', async () => {
  const { post } = await testApp({ models: [model('live'), retired] })
  const all = Job.parse(await (await post('/api/generate', { prompt })).json())
  expect(all.results.map((result) => result.model)).toEqual(['live'])
  const one = Job.parse(await (await post('/api/generate', { prompt, models: ['old'] })).json())
  expect(one).toMatchObject({
    status: 'failed',
    results: [{ status: 'error', error: { code: 'retired_model' }, costMicroUsd: 0 }],
  })
})

test('asks a retired model that the operator allows, as any other', async () => {
  const { post } = await testApp({ models: [{ ...retired, enabled: true }] })
  const job = Job.parse(await (await post('/api/generate', { prompt })).json())
  expect(job.results).toMatchObject([{ model: 'old', status: 'pending' }])
})

test('takes nothing on while pictures cannot be kept', async () => {
  const { post, galleryIds, engine } = await testApp()
  rmSync(join(engine.dataDir, 'images'), { recursive: true })
  writeFileSync(join(engine.dataDir, 'images'), 'in the way')
  const refusal = await refusalOf(post('/api/generate', { prompt }))
  expect(refusal).toMatchObject({ status: 503, code: 'unavailable', error: expect.stringContaining('Put it back') })
  expect(await galleryIds()).toEqual([])
})

test('says in words that no model is live', async () => {
  const { post, galleryIds } = await testApp({ models: [retired] })
  const refusal = await refusalOf(post('/api/generate', { prompt }))
  expect(refusal).toMatchObject({ status: 503, code: 'unavailable', error: expect.stringContaining('No image model') })
  expect(await galleryIds()).toEqual([])
})

test('answers the same key and request with the same job', async () => {
  const { post, galleryIds } = await testApp()
  const headers = { 'Idempotency-Key': 'click-0123456789' }
  const first = await post('/api/generate', { prompt }, headers)
  const again = await post('/api/generate', { prompt }, headers)
  expect([first.status, again.status]).toEqual([202, 202])
  expect(first.headers.get('Idempotent-Replayed')).toBeNull()
  expect(again.headers.get('Idempotent-Replayed')).toBe('true')
  const { jobId } = Job.parse(await first.json())
  expect(Job.parse(await again.json()).jobId).toBe(jobId)
  expect(await galleryIds()).toEqual([jobId])
})

test('refuses the same key with another request', async () => {
  const { post, galleryIds } = await testApp()
  const headers = { 'Idempotency-Key': 'click-0123456789' }
  await post('/api/generate', { prompt }, headers)
  const refusal = await refusalOf(post('/api/generate', { prompt: 'another boat' }, headers))
  expect(refusal).toMatchObject({ status: 409, code: 'idempotency_conflict' })
  expect(await galleryIds()).toHaveLength(1)
})

const field = (path: string, message: string | RegExp) => [path, message] as const
const faulty: [string, unknown, readonly [string, string | RegExp]][] = [
  ['no prompt', {}, field('prompt', 'Is missing')],
  ['an empty prompt', { prompt: '' }, field('prompt', 'Write a prompt first')],
  ['a blank prompt', { prompt: ' \n\t\u00A0 ' }, field('prompt', 'Write a prompt first')],
  [
    'a prompt of invisible characters',
    { prompt: '\u200B\u200D\u2060\uFEFF\u3164\uFFF9\uFFFE\uE000' },
    field('prompt', 'Write a prompt first'),
  ],
  ['a prompt of 1001 characters', { prompt: '🦊'.repeat(1001) }, field('prompt', /at most 1,000/u)],
  ['a prompt with a control character', { prompt: 'a\u0000b' }, field('prompt', /control characters/u)],
  ['a prompt with an override of direction', { prompt: 'a\u202Eb' }, field('prompt', /control characters/u)],
  ['a prompt with half a character', '{"prompt":"a\\ud83e"}', field('prompt', /half of a character/u)],
  ['a prompt that is a number', { prompt: 7 }, field('prompt', 'Must be a text')],
  ['a prompt that is null', { prompt: null }, field('prompt', 'Must be a text')],
  ['a prompt that is a list', { prompt: [prompt] }, field('prompt', 'Must be a text')],
  ['an unknown model', { prompt, models: ['red', 'nope'] }, field('models.1', 'Is not a model of this server')],
  ['a model named twice', { prompt, models: ['red', 'red'] }, field('models', 'Names a model twice')],
  ['no model', { prompt, models: [] }, field('models', 'Choose at least one model')],
  [
    'too many models',
    { prompt, models: Array.from({ length: 21 }, (_, i) => `m${i}`) },
    field('models', /at most 20/u),
  ],
  ['a model that is no id', { prompt, models: ['../red'] }, field('models.0', 'Is not a model id')],
  ['a model that is a number', { prompt, models: [1] }, field('models.0', 'Must be a text')],
  ['models that are no list', { prompt, models: 'red' }, field('models', 'Must be a list')],
  ['too few steps', { prompt, parameters: { steps: 2 } }, field('parameters.steps', /from 3 to 50/u)],
  ['steps with a fraction', { prompt, parameters: { steps: 3.5 } }, field('parameters.steps', /from 3 to 50/u)],
  ['too much guidance', { prompt, parameters: { guidance: 10.1 } }, field('parameters.guidance', /from 0 to 10/u)],
  [
    'guidance with two decimals',
    { prompt, parameters: { guidance: 5.25 } },
    field('parameters.guidance', /one decimal/u),
  ],
  [
    'infinite guidance',
    '{"prompt":"x","parameters":{"guidance":1e999}}',
    field('parameters.guidance', /from 0 to 10/u),
  ],
  ['a negative seed', { prompt, parameters: { seed: -1 } }, field('parameters.seed', /from 0 to/u)],
  ['a seed that is a text', { prompt, parameters: { seed: '7' } }, field('parameters.seed', /from 0 to/u)],
  ['five images', { prompt, parameters: { imagesPerModel: 5 } }, field('parameters.imagesPerModel', /from 1 to 4/u)],
  ['an odd ratio', { prompt, parameters: { aspectRatio: '5:4' } }, field('parameters.aspectRatio', /16:9/u)],
  ['an unknown parameter', { prompt, parameters: { width: 1 } }, field('parameters.width', 'Is not a known field')],
  ['parameters that are null', { prompt, parameters: null }, field('parameters', 'Must be an object')],
  ['an unknown field', { prompt, style: 'oil' }, field('style', 'Is not a known field')],
  [
    'a field named __proto__',
    '{"prompt":"x","__proto__":{"models":["red"]}}',
    field('__proto__', 'Is not a known field'),
  ],
  ['a field named constructor', '{"prompt":"x","constructor":1}', field('constructor', 'Is not a known field')],
  ['a list in place of an object', [], field('', 'Must be an object')],
  ['null in place of an object', 'null', field('', 'Must be an object')],
]

test.each(faulty)('refuses %s, names the field and leaves no trace', async (_, body, [path, message]) => {
  const { post, galleryIds, logged } = await testApp()
  const refusal = await refusalOf(post('/api/generate', body))
  expect(refusal).toMatchObject({
    status: 400,
    code: 'invalid_request',
    error: expect.stringMatching(/^Please correct .+\.$/u),
  })
  expect(refusal.fields).toEqual([{ path, message: expect.stringMatching(message) }])
  expect(await galleryIds()).toEqual([])
  expect(logged.join('')).not.toContain('"level":50')
})

test('refuses a model that is switched off', async () => {
  const { post } = await testApp({ models: [model('red'), model('off', undefined, { enabled: false })] })
  const refusal = await refusalOf(post('/api/generate', { prompt, models: ['red', 'off'] }))
  expect(refusal).toMatchObject({ status: 400, fields: [{ path: 'models.1', message: 'Is switched off' }] })
})

test('accepts the longest prompt, counted in characters and not in code units', async () => {
  const { post } = await testApp()
  const longest = '🦊'.repeat(1000)
  expect((await post('/api/generate', { prompt: longest })).status).toBe(202)
})

test.each(['', 'short', 'x'.repeat(129), 'with a space in it', 'schlüssel-0123456'])(
  'refuses the Idempotency-Key "%s"',
  async (key) => {
    const { post, galleryIds } = await testApp()
    const refusal = await refusalOf(post('/api/generate', { prompt }, { 'Idempotency-Key': key }))
    expect(refusal).toMatchObject({ status: 400, code: 'invalid_request', fields: [{ path: 'Idempotency-Key' }] })
    expect(await galleryIds()).toEqual([])
  },
)

test('names at most 20 faults, however many were sent', async () => {
  const { post } = await testApp()
  const body = Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`${'x'.repeat(100)}${i}`, 1]))
  const { fields } = await refusalOf(post('/api/generate', { prompt, ...body }))
  expect(fields).toHaveLength(20)
})
