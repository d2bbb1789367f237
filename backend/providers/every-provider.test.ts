import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Parameters } from '../../contract/parameters.ts'
import { cancelJob } from '../jobs/cancel-job.ts'
import { ended, testEngine, view } from '../jobs/test-engine.ts'
import { readModelSettings } from '../model-settings.ts'
import { connectHere } from './adapter.ts'
import { catalogue } from './catalogue/catalogue.ts'
import type { CatalogueEntry } from './catalogue/entry.ts'
import { dialects } from './fakes/dialects.ts'
import { awsSecret } from './fakes/bedrock.ts'
import { type FakeProvider, type Fault, startFakeProvider } from './fakes/kit.ts'
import type { ImageModel } from './provider.ts'
import { isProviderId, type ProviderId } from './provider-list.ts'
import { readModels } from './registry.ts'

// Every provider, through the real engine, against a server that speaks as the provider's pages say.

const key = 'sk-VerySecret0123456789'
const price = 40_000
const soonAgain = (_: number, signal: AbortSignal) => sleep(1, undefined, { signal })
const connect = connectHere({ fetch: globalThis.fetch, now: Date.now, pause: soonAgain })

/** The model as an operator would configure it: by its id, at the server's address. */
function configured(provider: ProviderId, url: string, entry: Pick<CatalogueEntry, 'id'>): ImageModel {
  const { settings, faults } = readModelSettings({
    MODEL_COUNT: '1',
    MODEL_1_NAME: 'The model',
    MODEL_1_ID: entry.id,
    MODEL_1_PROVIDER: provider,
    MODEL_1_BASE_URL: url,
    MODEL_1_PRICE_USD: '0.04',
    ALLOW_RETIRED: entry.id,
    ...(provider === 'bedrock'
      ? { AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE', AWS_SECRET_ACCESS_KEY: awsSecret, AWS_SESSION_TOKEN: 'session' }
      : { MODEL_1_KEY: key }),
  })
  const paint = () => Promise.reject(new Error('nothing is painted here'))
  const registry = readModels(settings, { connect, paint, now: Date.now, budgeted: false })
  expect([...faults, ...registry.faults]).toEqual([])
  const [model] = registry.models
  if (!model) throw new Error('The model was left out')
  return model
}

const providerIds = Object.keys(dialects).filter(isProviderId)
const entriesOf = (provider: ProviderId) => {
  const listed = catalogue.filter((entry) => entry.provider === provider && isCallable(entry))
  return listed.length > 0 ? listed : [{ id: dialects[provider].model ?? 'any' }]
}
// A Gemini-only API has no Imagen any more.
const isCallable = ({ id }: CatalogueEntry) => !id.startsWith('imagen-')

describe.each(providerIds)('%s', (provider) => {
  const dialect = dialects[provider]
  const [first] = entriesOf(provider)
  let server: FakeProvider
  beforeAll(async () => {
    server = await startFakeProvider(dialect)
  })
  afterAll(() => server.close())

  async function run(
    fault: Fault,
    options: { parameters?: Parameters; taskTimeoutMs?: number; entry?: { id: string } } = {},
  ) {
    const { parameters = {}, taskTimeoutMs = 20_000, entry = first } = options
    server.behave(fault)
    const before = server.begun().length
    const model = configured(provider, server.url, entry ?? { id: 'any' })
    const engine = await testEngine({ taskTimeoutMs })
    engine.run()
    const { jobId } = await engine.submit([model], { parameters })
    const [result] = view(await engine.until(jobId, ended)).results
    const requests = server.begun().slice(before)
    return { result, requests, engine, told: JSON.stringify(result), money: await engine.money() }
  }
  const failed = (code: string, charged: boolean) => ({
    status: 'error',
    error: { code },
    costMicroUsd: charged ? price : 0,
    costCertain: !charged,
  })

  test('paints a picture, asked for once and as documented', async () => {
    const { result, requests } = await run({ kind: 'none' })
    expect(server.faults.splice(0)).toEqual([])
    expect(result).toMatchObject({ status: 'completed', images: [{ width: 64, height: 48, mediaType: 'image/png' }] })
    expect(requests).toHaveLength(1)
  })

  test.each(entriesOf(provider))('takes every setting that $id is said to take', async (entry) => {
    server.behave({ kind: 'none' })
    const model = configured(provider, server.url, entry)
    const { abilities } = model
    const engine = await testEngine()
    engine.run()
    const most = {
      steps: 50,
      guidance: 10,
      negativePrompt: 'rain',
      imagesPerModel: Math.min(abilities.imagesPerCall, 2),
    }
    const asked: Parameters[] = [
      { steps: 3, guidance: 0 },
      ...abilities.aspectRatios.map((aspectRatio, n) => ({ ...most, aspectRatio, seed: n === 0 ? 0 : 2_147_483_646 })),
    ]
    const jobs = await Promise.all(asked.map((parameters) => engine.submit([model], { parameters })))
    for (const [index, { jobId }] of jobs.entries()) {
      const { results } = view(await engine.until(jobId, ended))
      const parameters = asked[index] ?? {}
      expect(server.faults.splice(0)).toEqual([])
      expect(results[0]).toMatchObject({ status: 'completed' })
      const ignored = (['guidance', 'negativePrompt', 'seed', 'steps'] as const).filter(
        (name) => parameters[name] !== undefined && !abilities[name],
      )
      expect(results[0]?.ignored).toEqual(ignored)
    }
  })

  test.each(Object.keys(dialect.refusals))('refuses by %s, and is not asked again', async (name) => {
    const { result, requests } = await run({ kind: 'refusal', name })
    expect(result).toMatchObject(failed('content_policy', dialect.refusals[name]!.charged))
    expect(requests).toHaveLength(1)
  })

  test('tells of a key that it does not accept, and never shows it', async () => {
    const { result, told } = await run({ kind: 'unauthorized' })
    expect(result).toMatchObject(failed('auth', false))
    expect(told).not.toContain(key)
  })

  test('asks for a long wait, which is told', async () => {
    const { result, requests } = await run({ kind: 'rate_limited', seconds: 120 })
    expect(result).toMatchObject({
      ...failed('rate_limited', false),
      error: { code: 'rate_limited', retryAfterSeconds: 120 },
    })
    expect(requests).toHaveLength(1)
  })

  test('fails, and may have charged', async () => {
    const { result, requests } = await run({ kind: 'broken' })
    expect(result).toMatchObject(failed('unavailable', true))
    expect(requests).toHaveLength(1)
  })

  test('hangs until the deadline', async () => {
    const { result, requests } = await run({ kind: 'hang' }, { taskTimeoutMs: 300 })
    expect(result).toMatchObject(failed('timeout', true))
    expect(await requests[0]?.ended).toBe('abandoned')
  })

  test('resets the connection in the middle of its answer', async () => {
    const { result, requests } = await run({ kind: 'reset' })
    expect(result).toMatchObject(failed('unavailable', true))
    expect(requests).toHaveLength(1)
  })

  test('sees the connection close when the run is stopped', async () => {
    server.behave({ kind: 'hang' })
    const before = server.begun().length
    const engine = await testEngine()
    engine.run()
    const job = await engine.submit([configured(provider, server.url, first ?? { id: 'any' })])
    await expect.poll(() => server.begun().length, { timeout: 5000 }).toBe(before + 1)
    await cancelJob(engine.deps, job)
    const [result] = view(await engine.until(job.jobId, ended)).results
    expect(result).toMatchObject({ status: 'cancelled', outcome: 'stopped', costMicroUsd: price, costCertain: false })
    expect(await server.begun()[before]?.ended).toBe('abandoned')
  })

  test('answers with something else', async () => {
    const { result, requests } = await run({ kind: 'garbage' })
    expect(result).toMatchObject({ status: 'error', costMicroUsd: price, costCertain: false })
    expect(result).toMatchObject({
      error: { code: expect.stringMatching(/^(?:unavailable|invalid_image)$/u) as string },
    })
    expect(requests).toHaveLength(1)
  })

  test('answers without an end', async () => {
    const { result, requests } = await run({ kind: 'oversize', bytes: 40 * 1024 * 1024 })
    expect(result).toMatchObject({
      ...failed('invalid_image', true),
      error: { message: expect.stringContaining('32 MB') as string },
    })
    expect(await requests[0]?.ended).toBe('abandoned')
  })

  test('leaves the ledger balanced', async () => {
    const { money } = await run({ kind: 'broken' })
    expect(money).toMatchObject({ open: 0, settled: price })
  })
})
