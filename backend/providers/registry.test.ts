import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Model } from '../../contract/model.ts'
import { type FakeImageServer, startFakeImageServer } from './fake-image-server.ts'
import { readModelSettings } from '../model-settings.ts'
import { connectHere } from './adapter.ts'
import { readModels } from './registry.ts'

const now = Date.parse('2026-11-22T12:00:00Z')
const connect = connectHere({ fetch: globalThis.fetch, now: () => now })
const noPaint = () => Promise.reject(new Error('nothing is painted here'))

function read(env: Record<string, string>) {
  const { settings, faults } = readModelSettings(env)
  const registry = readModels(settings, { connect, paint: noPaint, now: () => now, budgeted: false })
  return { ...registry, faults: [...faults, ...registry.faults] }
}
const ids = (env: Record<string, string>) => read(env).models.map(({ id }) => id)
/** Slots as an operator writes them, the first is number 1. */
const slots = (...models: Record<string, string>[]) => ({
  MODEL_COUNT: String(models.length),
  ...Object.fromEntries(
    models.flatMap((model, index) =>
      Object.entries(model).map(([field, text]) => [`MODEL_${index + 1}_${field}`, text]),
    ),
  ),
})
const only = (env: Record<string, string>) => read(env).models[0]!

describe('without any setting', () => {
  test('nine sketch painters answer, free and live, and a notice says what they are', () => {
    const { models, faults, notices } = read({})
    expect(models).toHaveLength(9)
    expect(new Set(models.map(({ id }) => id)).size).toBe(9)
    for (const model of models)
      expect(model).toMatchObject({ provider: 'sketch', priceMicroUsd: 0, enabled: true, lane: 'sketch' })
    expect(faults).toEqual([])
    expect(notices).toEqual([expect.stringMatching(/^No provider key is set: .*not by AI/)])
  })

  test('empty variables count as not set', () => {
    expect(read({ MODEL_COUNT: '', MODEL_1_NAME: ' ', OPENAI_API_KEY: '' }).models[0]).toMatchObject({
      provider: 'sketch',
    })
  })
})

describe('with a standard key', () => {
  test("OpenAI's current models come first, under OpenAI's address and price, and the painters stay beside them", () => {
    const { models, faults, notices } = read({ OPENAI_API_KEY: 'sk-x' })
    const openai = ['gpt-image-2-6-flare', 'gpt-image-2-6-sunburst', 'gpt-image-2']
    expect(models.map(({ id }) => id)).toEqual([...openai, ...ids({})])
    expect(models.slice(openai.length).every(({ provider, enabled }) => provider === 'sketch' && enabled)).toBe(true)
    expect(models[0]).toMatchObject({
      name: 'GPT Image 2.6 Flare',
      maker: 'OpenAI',
      lane: 'openai https://api.openai.com',
      priceMicroUsd: 225_720,
      lifecycle: { state: 'live' },
      abilities: { seed: false, imagesPerCall: 10 },
    })
    expect([...faults, ...notices]).toEqual([])
  })

  test('brings nothing beside models that are numbered, save for a model of that provider without a key of its own', () => {
    const env = { ...slots({ NAME: 'gpt-image-2' }, { NAME: 'GPT Image 2', KEY: 'sk-other' }), OPENAI_API_KEY: 'sk-x' }
    expect(ids(env)).toEqual(['gpt-image-2', 'gpt-image-2-2'])
  })

  test('is never shown to another address', async () => {
    const server = await startFakeImageServer({ keyless: true })
    const env = { ...slots({ NAME: 'gpt-image-2', BASE_URL: server.url }), OPENAI_API_KEY: 'sk-x' }
    await only(env).generate({ prompt: 'x', count: 1, signal: AbortSignal.timeout(10_000) })
    expect(server.requests.map(({ authorization }) => authorization)).toEqual([undefined])
    await server.close()
  })
})

describe('numbered models', () => {
  test.each([1, 9, 20])('%i of them are all there, in their order', (count) => {
    const models = Array.from({ length: count }, (_, index) => ({
      NAME: `Shed ${index + 1}`,
      BASE_URL: 'http://127.0.0.1:8080/v1',
    }))
    const { models: found, faults } = read(slots(...models))
    expect(found.map(({ name }) => name)).toEqual(models.map(({ NAME }) => NAME))
    expect(faults).toEqual([])
  })

  test('keep the name they were given and get a slug of it, numbered when it is taken', () => {
    const base = { BASE_URL: 'http://127.0.0.1:8080/v1' }
    const { models } = read(
      slots(
        { NAME: 'Café Flux!', ...base },
        { NAME: 'cafe flux', ...base },
        { NAME: 'Café Flux 2', ...base },
        { NAME: '画', ...base },
      ),
    )
    expect(models.map(({ id }) => id)).toEqual(['cafe-flux', 'cafe-flux-2', 'cafe-flux-2-2', 'model'])
    expect(models[0]!.name).toBe('Café Flux!')
  })

  test('have ids that the contract accepts, whatever the name', () => {
    const names = ['a'.repeat(80), '---', 'DALL·E 3', `${'word '.repeat(15)}x`]
    for (const { generate: _, lane: __, ...model } of read(
      slots(...names.map((NAME) => ({ NAME, BASE_URL: 'http://localhost:1' }))),
    ).models)
      expect(Model.safeParse(model).error).toBeUndefined()
  })

  test.each([
    ['gpt-image-2.6-flare', 'openai'],
    ['GPT Image', 'openai'],
    ['gpt-image-7', 'openai'],
  ])('%s is of %s by its name alone', (NAME, provider) => {
    expect(only(slots({ NAME, KEY: 'k' }))).toMatchObject({ name: NAME, provider })
  })

  test('with an unknown name and an address are OpenAI-compatible, with a seed on the own network alone', () => {
    const at = (BASE_URL: string) => only(slots({ NAME: 'x/z-image-turbo', BASE_URL, KEY: 'k' }))
    expect(at('http://127.0.0.1:11434/v1')).toMatchObject({
      provider: 'openai-compatible',
      priceMicroUsd: 0,
      lane: 'openai-compatible http://127.0.0.1:11434',
      lifecycle: { state: 'unknown' },
      abilities: { seed: true, steps: false, imagesPerCall: 1 },
    })
    expect(at('http://192.168.1.9:8080')).toMatchObject({ priceMicroUsd: null, abilities: { seed: true } })
    expect(at('https://images.example.com/v1')).toMatchObject({ priceMicroUsd: null, abilities: { seed: false } })
  })

  test.each([
    ['1.005', 1_005_000],
    ['0.000001', 1],
    ['12', 12_000_000],
    ['0.0400000', 40_000],
    ['0', 0],
  ])('cost %s dollars to the micro-dollar when the operator says so', (PRICE_USD, priceMicroUsd) => {
    expect(only(slots({ NAME: 'gpt-image-2', KEY: 'k', PRICE_USD }))).toMatchObject({ priceMicroUsd })
  })

  test('may be sketch painters beside others', () => {
    const name = read({}).models[4]!.name
    const { models } = read(slots({ NAME: name, PROVIDER: 'sketch' }, { NAME: 'gpt-image-2', KEY: 'k' }))
    expect(models.map(({ provider }) => provider)).toEqual(['sketch', 'openai'])
  })
})

describe('a retired model', () => {
  test.each([
    ['DALL-E 3', 'GPT Image 2.6 Sunburst'],
    ['Imagen 3.0', 'Gemini 3 Pro Image'],
    ['Gemini 2.0', 'Gemini Nano Banana 2.1'],
    ['AWS Nova Canvas', 'Stable Image Ultra (Bedrock)'],
  ])('%s is shown with its successor, not enabled, and refuses', async (NAME, successor) => {
    const { models, notices, faults } = read(slots({ NAME, KEY: 'k' }))
    expect(models).toMatchObject([
      { enabled: false, lifecycle: { state: 'retired' }, successor, successorSetting: `MODEL_1_NAME=${successor}` },
    ])
    expect(notices).toEqual([expect.stringContaining(successor)])
    expect(faults).toEqual([])
    const painting = models[0]!.generate({ prompt: 'x', count: 1, signal: AbortSignal.timeout(1000) })
    await expect(painting).rejects.toMatchObject({
      code: 'retired_model',
      didNoWork: true,
      message: `${NAME} has been retired by its maker. ${successor} succeeds it.`,
    })
  })

  test.each(['dall-e-3', 'DALL-E 3'])('is tried when ALLOW_RETIRED names it as %s', async (ALLOW_RETIRED) => {
    const server = await startFakeImageServer()
    const env = { ...slots({ NAME: 'DALL-E 3', KEY: 'k', BASE_URL: server.url }), ALLOW_RETIRED }
    const model = only(env)
    expect(model).toMatchObject({ enabled: true, lifecycle: { state: 'retired' } })
    await model.generate({ prompt: 'x', count: 1, signal: AbortSignal.timeout(10_000) })
    expect(server.requests).toMatchObject([{ model: 'dall-e-3', status: 200 }])
    await server.close()
  })

  test('that retires within 45 days is live and announced', () => {
    const { models, notices } = read(slots({ NAME: 'gpt-image-1.5', KEY: 'k' }))
    expect(models).toMatchObject([{ enabled: true, lifecycle: { state: 'retires', on: '2026-12-01' } }])
    expect(notices).toEqual([expect.stringContaining('2026-12-01')])
  })

  test('that ALLOW_RETIRED names but nobody configured is mentioned', () => {
    expect(read({ ALLOW_RETIRED: 'dall-e-3' }).notices).toContainEqual(expect.stringContaining('"dall-e-3"'))
  })
})

describe('bad configuration', () => {
  test('is told all at once, in words, and the model that works is there', () => {
    const { models, faults } = read({
      MODEL_COUNT: '8',
      MODEL_1_NAME: 'gpt-image-2',
      MODEL_1_KEY: 'sk-good',
      MODEL_2_NAME: 'gpt-image-2',
      MODEL_3_KEY: 'sk-nameless',
      MODEL_4_NAME: 'forge of mine',
      MODEL_4_PROVIDER: 'sdapi',
      MODEL_5_NAME: 'something new',
      MODEL_5_KEY: 'k',
      MODEL_6_NAME: 'x',
      MODEL_6_PROVIDER: 'acme',
      MODEL_7_NAME: 'x',
      MODEL_7_BASE_URL: 'ftp://u:secret@host',
      MODEL_7_PRICE_USD: 'a lot',
      MODEL_9_NAME: 'gpt-image-2',
      MODEL_1_NAEM: 'typo',
    })
    expect(models.map(({ id }) => id)).toEqual(['gpt-image-2'])
    const expected = [
      /MODEL_1_NAEM is not a setting/,
      /MODEL_9 is set, but MODEL_COUNT is 8/,
      /MODEL_3_NAME is missing/,
      /MODEL_7_BASE_URL must be an http or https address/,
      /MODEL_7_PRICE_USD must be dollars .* "a lot"/,
      /MODEL_8_NAME is missing/,
      /MODEL_2_KEY is missing/,
      /MODEL_4_BASE_URL is missing/,
      /"something new".* is not a model that is known here/,
      /MODEL_6_PROVIDER must be one of .* "acme"/,
    ]
    for (const pattern of expected) expect(faults).toContainEqual(expect.stringMatching(pattern))
    expect(faults).toHaveLength(expected.length)
    expect(faults.join()).not.toMatch(/sk-|secret/)
  })

  test.each(['0', '21', 'nine', '1.5', '-1'])(
    'a MODEL_COUNT of %s is named, and the numbered models are there',
    (MODEL_COUNT) => {
      const { models, faults } = read({ ...slots({ NAME: 'gpt-image-2', KEY: 'k' }), MODEL_COUNT })
      expect(models).toHaveLength(1)
      expect(faults).toEqual([`MODEL_COUNT must be a whole number from 1 to 20, but is "${MODEL_COUNT}"`])
    },
  )

  test('a missing MODEL_COUNT is named, and the numbered models are there', () => {
    const { models, faults } = read({ MODEL_1_NAME: 'gpt-image-2', MODEL_1_KEY: 'k' })
    expect(models).toHaveLength(1)
    expect(faults).toEqual([expect.stringContaining('MODEL_COUNT is missing')])
  })

  test('with no model that works leaves none: no painter takes the place of what was asked for', () => {
    expect(ids(slots({ NAME: 'gpt-image-2' }))).toEqual([])
    expect(ids(slots({ KEY: 'nameless' }))).toEqual([])
  })

  test('a compatible server needs its address, and an unknown painter is answered with the painters', () => {
    expect(read(slots({ NAME: 'x', PROVIDER: 'openai-compatible' })).faults).toEqual([
      expect.stringContaining('MODEL_1_BASE_URL'),
    ])
    expect(read(slots({ NAME: 'x', PROVIDER: 'sketch' })).faults).toEqual([
      expect.stringContaining('must be a sketch painter'),
    ])
  })
})

describe('a configured model', () => {
  let server: FakeImageServer
  beforeAll(async () => {
    server = await startFakeImageServer()
  })
  afterAll(() => server.close())

  test('sends its id, its key and nothing of another', async () => {
    const { models } = read(
      slots(
        { NAME: 'Mine', ID: 'gpt-image-2', KEY: 'sk-one', BASE_URL: server.url },
        { NAME: 'Shed', KEY: 'sk-two', BASE_URL: server.url },
      ),
    )
    expect(models[0]).toMatchObject({ name: 'Mine', maker: 'OpenAI', provider: 'openai', priceMicroUsd: 0 })
    const [first] = await Promise.all(
      models.map((model) => model.generate({ prompt: 'x', count: 1, signal: AbortSignal.timeout(10_000) })),
    )
    expect(first!.images).toHaveLength(1)
    expect(Object.fromEntries(server.requests.map(({ model, authorization }) => [model, authorization]))).toEqual({
      'gpt-image-2': 'Bearer sk-one',
      Shed: 'Bearer sk-two',
    })
  })
})
