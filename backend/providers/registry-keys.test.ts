import { describe, expect, test } from 'vitest'
import { readModelSettings, standardKeys } from '../model-settings.ts'
import { type Connect, connectHere } from './adapter.ts'
import { readModels } from './registry.ts'

const now = () => Date.parse('2026-11-22T12:00:00Z')
const connect = connectHere({ fetch: globalThis.fetch, now })
const paint = () => Promise.reject(new Error('nothing is painted here'))

function read(env: Record<string, string>) {
  const { settings, faults } = readModelSettings(env)
  const registry = readModels(settings, { connect, paint, now, budgeted: false })
  return { ...registry, faults: [...faults, ...registry.faults] }
}

describe('with a standard key', () => {
  test.each(Object.entries(standardKeys))('of %s, kept in %s, its current models are there', (provider, name) => {
    const { models, faults, notices } = read({ [name]: 'k' })
    expect(models[0]).toMatchObject({ provider, enabled: true, lifecycle: { state: 'live' } })
    expect(models[0]?.priceMicroUsd).toBeGreaterThan(0)
    expect([...faults, ...notices]).toEqual([])
  })

  test('of every provider, there are no more than a run may have, sketches after them', () => {
    const { models } = read(Object.fromEntries(Object.values(standardKeys).map((name) => [name, 'k'])))
    expect(models).toHaveLength(20)
    const kinds = models.map(({ provider }) => (provider === 'sketch' ? 1 : 0))
    expect(kinds).toEqual(kinds.toSorted((a, b) => a - b))
  })

  test('of AWS, Bedrock is there when it is enabled, and otherwise not', () => {
    const key = { AWS_ACCESS_KEY_ID: 'AKIA', AWS_SECRET_ACCESS_KEY: 'secret' }
    expect(read(key).models[0]).toMatchObject({ provider: 'sketch' })
    expect(read({ ...key, BEDROCK_ENABLED: 'true', AWS_REGION: 'eu-west-1' }).models[0]).toMatchObject({
      provider: 'bedrock',
      lane: 'bedrock https://bedrock-runtime.eu-west-1.amazonaws.com',
    })
    expect(read({ BEDROCK_ENABLED: 'true' }).notices).toContainEqual(expect.stringContaining('AWS_ACCESS_KEY_ID'))
    expect(read({ BEDROCK_ENABLED: 'maybe' }).faults).toEqual([expect.stringContaining('must be true or false')])
  })
})

describe('the operator’s negative prompt', () => {
  const asked: unknown[] = []
  const noting: Connect = () => async (request) => (
    asked.push(request.negativePrompt),
    { images: [{ bytes: new Uint8Array(1) }] }
  )
  const open = (env: Record<string, string>) =>
    readModels(readModelSettings({ PERM_NEGATIVE_PROMPT: 'blood, logos', ...env }).settings, {
      connect: noting,
      paint,
      now,
      budgeted: false,
    }).models
  const request = { prompt: 'a boat', count: 1, signal: AbortSignal.timeout(1000) }

  test('joins that of a run, and stands alone where the run has none', async () => {
    const [stability] = open({ STABILITY_API_KEY: 'k' })
    await stability!.generate({ ...request, negativePrompt: 'fog' })
    await stability!.generate(request)
    expect(asked.splice(0)).toEqual(['fog, blood, logos', 'blood, logos'])
  })

  test('is not sent to a model that takes none', async () => {
    const [openai] = open({ OPENAI_API_KEY: 'k' })
    await openai!.generate(request)
    expect(asked.splice(0)).toEqual([undefined])
  })

  test('that is too long is left out, and said so', () => {
    const { settings, faults } = readModelSettings({ PERM_NEGATIVE_PROMPT: 'x'.repeat(501) })
    expect(settings).not.toHaveProperty('permanentNegative')
    expect(faults).toEqual([expect.stringContaining('at most 500')])
  })
})
