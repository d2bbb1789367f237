import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { RateLimit } from '../accounts/rate-limit.ts'
import { parseAddressRange } from '../ip-address.ts'
import { fakeClock, model } from '../jobs/test-engine.ts'
import { StorageUnavailable } from '../storage/storage.ts'
import type { ApiContext } from './app-deps.ts'
import { enhancerThat, newVisitor, refusalOf, testApp } from './test-app.ts'

const prompt = 'a red boat'
const perDay = (most: number): RateLimit => ({ scope: 'address', period: 'day', most })
const perHour = (most: number): RateLimit => ({ scope: 'server', period: 'hour', most })

/** Requests whose connections come from the address in `Test-Peer`. */
async function serverWith(
  options: Parameters<typeof testApp>[0] & { runs?: RateLimit[]; proxies?: number } = {},
  engineOptions: Parameters<typeof testApp>[1] = {},
) {
  const { runs = [], proxies = 0, limits, ...rest } = options
  const clients = {
    peer: (c: ApiContext) => c.req.header('Test-Peer'),
    proxies,
  }
  const given = await testApp(
    { models: [model('red', undefined, { priceMicroUsd: 0 })], clients, limits: { runs, ...limits }, ...rest },
    engineOptions,
  )
  const generate = async (peer: string, headers: Record<string, string> = {}) =>
    given.post('/api/generate', { prompt }, { 'Test-Peer': peer, ...headers })
  const statuses = async (requests: (() => Promise<Response> | Response)[]) => {
    const found = []
    for (const request of requests) found.push((await request()).status)
    return found
  }
  return { ...given, generate, statuses }
}

describe('what is counted', () => {
  test('of a hundred at once exactly as many runs are started as the limit says; the others leave nothing', async () => {
    const { generate, galleryIds } = await serverWith({ runs: [perDay(10), perHour(1000)] })
    const replies = await Promise.all(Array.from({ length: 100 }, () => generate('203.0.113.7')))
    const tally = Object.groupBy(replies, ({ status }) => status)
    expect({ accepted: tally[202]?.length, refused: tally[429]?.length }).toEqual({ accepted: 10, refused: 90 })
    expect(await galleryIds()).toHaveLength(10)
  })

  test('a run that the second limit refuses does not count against the first', async () => {
    const clock = fakeClock()
    const { generate, statuses } = await serverWith({ runs: [perDay(2), perHour(1)] }, { clock })
    const one = () => generate('203.0.113.7')
    expect(await statuses([one, one, one])).toEqual([202, 429, 429])
    clock.advance(3_600_000)
    expect(await statuses([one])).toEqual([202])
    clock.advance(3_600_000)
    expect(await refusalOf(one())).toMatchObject({ scope: 'address' })
  })

  test('a replay of a request costs nothing, even when both are sent at once', async () => {
    const { generate } = await serverWith({ runs: [perDay(2)] })
    const key = { 'Idempotency-Key': 'the-same-click-0001' }
    const both = await Promise.all([generate('203.0.113.7', key), generate('203.0.113.7', key)])
    expect(both.map(({ status }) => status)).toEqual([202, 202])
    expect((await generate('203.0.113.7', key)).status).toBe(202)
    expect((await generate('203.0.113.7')).status).toBe(202)
    expect((await generate('203.0.113.7')).status).toBe(429)
    // The limit is reached, and what was accepted is still answered.
    expect((await generate('203.0.113.7', key)).status).toBe(202)
  })

  test('what is refused for another reason costs nothing', async () => {
    const { post, generate } = await serverWith({
      runs: [perDay(1)],
      models: [model('red'), model('blue', undefined, { priceMicroUsd: 0 })],
      budgets: { dailyMicroUsd: 0 },
    })
    const from = { 'Test-Peer': '203.0.113.7' }
    expect((await post('/api/generate', { prompt: '' }, from)).status).toBe(400)
    expect((await post('/api/generate', { prompt, models: ['green'] }, from)).status).toBe(400)
    expect(await refusalOf(generate('203.0.113.7'))).toMatchObject({ code: 'budget_exhausted' })
    expect((await post('/api/generate', { prompt, models: ['blue'] }, from)).status).toBe(202)
  })

  test('a retry counts as a run', async () => {
    const fails = model('red', async () => Promise.reject(new Error('broken')), { priceMicroUsd: 0 })
    const given = await serverWith({ models: [fails], runs: [perDay(2)] })
    const from = { 'Test-Peer': '203.0.113.7' }
    const { jobId } = await given.finishedJob({ prompt }, from)
    const retry = () => given.post(`/api/jobs/${jobId}/retry`, { model: 'red' }, from)
    expect((await retry()).status).toBe(202)
    await given.engine.until(jobId, ({ tasks }) => tasks[0]?.attempt === 2 && tasks[0].progress.status === 'error')
    expect((await retry()).status).toBe(429)
  })

  test('what fails is counted, since it may have cost something', async () => {
    const { post } = await serverWith({
      enhancer: enhancerThat(() => Promise.reject(new Error('the language model is away'))),
      limits: { enhance: [{ scope: 'address', period: 'minute', most: 1 }] },
    })
    const enhance = () => post('/api/enhance', { prompt }, { 'Test-Peer': '203.0.113.7' })
    expect([(await enhance()).status, (await enhance()).status]).toEqual([500, 429])
  })

  test('rewrites have a limit of their own', async () => {
    const { post, generate } = await serverWith({
      runs: [perDay(1)],
      limits: { enhance: [{ scope: 'address', period: 'minute', most: 1 }] },
    })
    const enhance = () => post('/api/enhance', { prompt }, { 'Test-Peer': '203.0.113.7' })
    expect((await enhance()).status).toBe(200)
    expect(await refusalOf(enhance())).toMatchObject({
      code: 'rate_limited',
      error:
        'From your address 1 rewrite a minute can be asked for, and that many were. There is room again within a minute.',
    })
    expect((await generate('203.0.113.7')).status).toBe(202)
  })

  test('a household with many networks of IPv6 is one that has a few', async () => {
    const runs: RateLimit[] = [perDay(2), { scope: 'household', period: 'day', most: 4 }]
    const { generate, statuses } = await serverWith({ runs })
    const from = (n: number) => generate(`2001:db8:0:1${n.toString(16).padStart(2, '0')}::7`)
    const all = await statuses(Array.from({ length: 20 }, (_, n) => () => from(n)))
    expect(all.filter((status) => status === 202)).toHaveLength(4)
    expect(await refusalOf(from(20))).toMatchObject({
      scope: 'address',
      error: expect.stringMatching(/^From your network 4 /u),
    })
    expect((await generate('2001:db8:0:200::7')).status).toBe(202)
    expect(await statuses(Array.from({ length: 6 }, (_, n) => () => generate(`203.0.113.${n}`)))).not.toContain(429)
  })

  test('a run is told again 60 times a minute and no more, to each client', async () => {
    const clock = fakeClock()
    const { generate, statuses } = await serverWith({}, { clock })
    const again = () => generate('203.0.113.7', { 'Idempotency-Key': 'the-same-click-0001' })
    const all = await statuses(Array.from({ length: 62 }, () => again))
    expect(all.filter((status) => status === 202)).toHaveLength(61)
    expect(await refusalOf(again())).toMatchObject({ code: 'rate_limited', scope: 'address', retryAfterSeconds: 1 })
    expect((await generate('203.0.113.8', { 'Idempotency-Key': 'the-same-click-0001' })).status).toBe(202)
    clock.advance(1000)
    expect((await again()).status).toBe(202)
  })

  test('a limit of 0 allows nothing', async () => {
    const { generate, galleryIds } = await serverWith({ runs: [perHour(0)] })
    const refused = await generate('203.0.113.7')
    expect(await refusalOf(refused)).toMatchObject({
      code: 'rate_limited',
      error: 'No runs can be started on this server.',
    })
    expect(['Retry-After', 'RateLimit-Limit'].map((name) => refused.headers.get(name))).toEqual([null, null])
    expect(await galleryIds()).toEqual([])
  })
})

describe('what the answer says', () => {
  test('how much is left of the closer limit, and when it begins anew', async () => {
    const clock = fakeClock()
    clock.advance(3_600_000 - (clock.now() % 3_600_000) + 60_000)
    const { generate } = await serverWith({ runs: [perDay(10), perHour(2)] }, { clock })
    const rate = ({ headers }: Response) =>
      ['Limit', 'Remaining', 'Reset'].map((name) => headers.get(`RateLimit-${name}`))
    expect(rate(await generate('203.0.113.7'))).toEqual(['2', '1', '3540'])
    expect(rate(await generate('203.0.113.7'))).toEqual(['2', '0', '3540'])
    const refused = await generate('203.0.113.7')
    expect(rate(refused)).toEqual(['2', '0', '3540'])
    expect(refused.headers.get('Retry-After')).toBe('3540')
    expect(await refusalOf(refused)).toMatchObject({
      status: 429,
      code: 'rate_limited',
      scope: 'server',
      limit: 2,
      retryAfterSeconds: 3540,
      error:
        'On this server 2 runs an hour can be started, and that many were. There is room again at the next full hour.',
    })
    clock.advance(3_540_000 - 1)
    expect((await generate('203.0.113.7')).headers.get('Retry-After')).toBe('1')
    clock.advance(1)
    expect((await generate('203.0.113.7')).status).toBe(202)
  })

  test('nothing about limits where there are none', async () => {
    const { generate } = await serverWith()
    const { status, headers } = await generate('203.0.113.7')
    expect([status, headers.get('RateLimit-Limit')]).toEqual([202, null])
  })

  test('that nothing is started when it cannot be counted', async () => {
    const broken = async () => Promise.reject(new StorageUnavailable('The disk is full. Free some space.'))
    const { generate, galleryIds, logged } = await serverWith({
      runs: [perDay(5)],
      rates: { meters: { take: broken, giveBack: broken } },
    })
    const refusal = await refusalOf(generate('203.0.113.7'))
    expect(refusal).toMatchObject({ status: 503, code: 'unavailable' })
    expect(refusal.error).toMatch(/nothing new is started\. The disk is full\. Free some space\.$/u)
    expect(await galleryIds()).toEqual([])
    expect(logged.join('')).toContain('nothing new is started')
  })
})

describe('who is counted as one', () => {
  test('whoever throws the cookie away', async () => {
    const { app, generate } = await serverWith({
      runs: [perDay(1)],
      visitors: { mode: 'many', secrets: () => ['a secret'], https: false },
    })
    expect((await generate('203.0.113.7', await newVisitor(app))).status).toBe(202)
    expect((await generate('203.0.113.7', await newVisitor(app))).status).toBe(429)
    expect((await generate('203.0.113.8', await newVisitor(app))).status).toBe(202)
  })

  test.each([
    ['an IPv4 address in each of its forms', ['203.0.113.7', '::ffff:203.0.113.7', '::FFFF:CB00:7107'], '203.0.113.8'],
    ['a /64 of IPv6', ['2001:db8::1', '2001:0DB8:0:0:ffff::2', '2001:db8:0:0:1:2:3:4'], '2001:db8:0:1::1'],
    ['who cannot be told apart', ['', 'unix:', 'not an address'], '203.0.113.8'],
  ])('%s', async (_what, same, other) => {
    const { generate, statuses } = await serverWith({ runs: [perDay(1)] })
    expect(await statuses(same.map((peer) => () => generate(peer)))).toEqual([202, 429, 429])
    expect((await generate(other)).status).toBe(202)
  })

  test('a header names nobody where no proxy is trusted', async () => {
    const { generate } = await serverWith({ runs: [perDay(1)] })
    for (const [index, name] of [
      'X-Forwarded-For',
      'x-FORWARDED-for',
      'X-Real-IP',
      'Forwarded',
      'Client-IP',
    ].entries()) {
      expect((await generate('203.0.113.7', { [name]: `198.51.100.${index}` })).status).toBe(index === 0 ? 202 : 429)
    }
  })

  test.each([
    [1, '198.51.100.1, 198.51.100.2', '198.51.100.2'],
    [2, '192.0.2.1, 198.51.100.2, 10.0.0.9', '198.51.100.2'],
    [1, '198.51.100.2:4711', '198.51.100.2'],
    [1, '[2001:db8::1]:4711', '2001:db8::2'],
    // Who came past the proxies is who is connected.
    [2, '198.51.100.2', '203.0.113.7'],
    [1, '', '203.0.113.7'],
    [1, 'unknown', '203.0.113.7'],
  ])('behind %i proxies, "%s" is %s', async (proxies, forwarded, same) => {
    const { generate } = await serverWith({ runs: [perDay(1)], proxies })
    expect((await generate('203.0.113.7', { 'X-Forwarded-For': forwarded })).status).toBe(202)
    const direct = Array.from({ length: proxies }, (_, index) => (index === 0 ? same : '10.0.0.9')).join(', ')
    expect((await generate('203.0.113.7', { 'X-Forwarded-For': direct })).status).toBe(429)
  })

  test('what stands before the address that the proxy saw changes nothing', async () => {
    const { generate } = await serverWith({ runs: [perDay(1)], proxies: 1 })
    for (let index = 0; index < 3; index += 1) {
      const forwarded = { 'X-Forwarded-For': `192.0.2.${index}, 198.51.100.2` }
      expect((await generate('203.0.113.7', forwarded)).status).toBe(index === 0 ? 202 : 429)
    }
  })

  test('who is exempt is not counted, nor against the limit of all', async () => {
    const exempt = ['192.0.2.7', '10.0.0.0/8', '2001:db8:1::/48'].flatMap((text) => [parseAddressRange(text)!])
    const { generate, statuses } = await serverWith({ runs: [perDay(1), perHour(1)], limits: { exempt } })
    const exempted = ['192.0.2.7', '10.1.2.3', '::ffff:10.9.9.9', '2001:db8:1:2::3']
    expect(await statuses(exempted.flatMap((peer) => [() => generate(peer), () => generate(peer)]))).toEqual(
      exempted.flatMap(() => [202, 202]),
    )
    expect(await statuses(['192.0.2.8', '11.0.0.1', '2001:db8:2::1'].map((peer) => () => generate(peer)))).toEqual([
      202, 429, 429,
    ])
  })
})

test('no address is kept as it is written', async () => {
  const { generate, engine } = await serverWith({ runs: [perDay(5)] })
  await generate('203.0.113.7')
  const kept = globSync('**', { cwd: engine.dataDir, withFileTypes: true }).filter((entry) => entry.isFile())
  const bytes = kept.map((file) => readFileSync(join(file.parentPath, file.name), 'latin1')).join('')
  expect(bytes).toContain(prompt)
  expect(bytes).not.toContain('203.0.113')
})
