import { expect, test } from 'vitest'
import { readModelSettings } from '../model-settings.ts'
import { connectHere } from './adapter.ts'
import { readModels } from './registry.ts'

const now = Date.now
const connect = connectHere({ fetch, now })
const paint = () => Promise.reject(new Error('nothing is painted here'))

function read(env: Record<string, string>, budgeted = false) {
  const { settings, faults } = readModelSettings(env)
  const registry = readModels(settings, { connect, paint, now, budgeted })
  return { ...registry, faults: [...faults, ...registry.faults] }
}
const slots = (...models: Record<string, string>[]) => ({
  MODEL_COUNT: String(models.length),
  ...Object.fromEntries(
    models.flatMap((model, index) =>
      Object.entries(model).map(([field, text]) => [`MODEL_${index + 1}_${field}`, text]),
    ),
  ),
})

const unpriced = { NAME: 'Theirs', BASE_URL: 'https://images.example.com/v1', KEY: 'k' }
const free = { NAME: 'Mine', BASE_URL: 'http://127.0.0.1:8080/v1' }
const missing = 'MODEL_1_PRICE_USD is missing: with a budget, model 1 ("Theirs") needs a price, so it is left out'

test('a budget leaves out a model of unknown price, and says which setting is missing', () => {
  const { models, faults } = read(slots(unpriced, free), true)
  expect(models.map(({ id }) => id)).toEqual(['mine'])
  expect(faults).toEqual([missing])
  expect(read(slots({ ...unpriced, PRICE_USD: '0.04' }, free), true).faults).toEqual([])
  expect(read(slots(unpriced, free)).models[0]).toMatchObject({ id: 'theirs', priceMicroUsd: null })
})

test('a budget leaves what is known to be free, or retired, or priced by the catalogue', () => {
  const { models, faults } = read({ OPENAI_API_KEY: 'sk-x' }, true)
  expect(models).toHaveLength(12)
  expect(faults).toEqual([])
  expect(read(slots({ NAME: 'DALL-E 3', KEY: 'k' }), true)).toMatchObject({
    models: [{ enabled: false }],
    faults: [],
  })
})

test('the budgets of single models are kept by id', () => {
  const named = { NAME: 'gpt-image-2', KEY: 'k' }
  const { models, modelDailyMicroUsd, faults } = read(
    slots({ ...named, DAILY_USD: '2.5' }, named, { ...named, DAILY_USD: '0' }, { ...named, DAILY_USD: 'off' }),
  )
  expect(models.map(({ id }) => id)).toEqual(['gpt-image-2', 'gpt-image-2-2', 'gpt-image-2-3', 'gpt-image-2-4'])
  expect([...modelDailyMicroUsd]).toEqual([
    ['gpt-image-2', 2_500_000],
    ['gpt-image-2-3', 0],
  ])
  expect(faults).toEqual([])
})

test('a budget of one model asks for the price of every model', () => {
  expect(read(slots(unpriced, { ...free, DAILY_USD: '1' })).faults).toEqual([missing])
})

test('a budget that cannot be read leaves its model out', () => {
  const { models, faults } = read(slots(free, { NAME: 'gpt-image-2', KEY: 'k', DAILY_USD: 'a lot' }))
  expect(models.map(({ id }) => id)).toEqual(['mine'])
  expect(faults).toEqual([
    'MODEL_2_DAILY_USD must be dollars with at most six decimals, such as 2.50, or off for no limit, but is "a lot", so model 2 is left out',
  ])
})
