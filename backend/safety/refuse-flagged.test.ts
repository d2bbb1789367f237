import { beforeEach, describe, expect, test } from 'vitest'
import { refusalOf, testApp } from '../api/test-app.ts'
import { model } from '../jobs/test-engine.ts'
import { type FakeLanguage, startFakeLanguage } from '../providers/fakes/language.ts'
import { openaiModeration } from '../providers/moderation.ts'

const prompt = 'two knights fight in the rain'
let server: FakeLanguage
beforeEach(async () => {
  server = await startFakeLanguage()
  return () => server.close()
})

async function open(whenDown: 'allow' | 'refuse' = 'refuse', timeoutMs = 10_000, runs = 1) {
  const failing = model('red', () => Promise.reject(new Error('no')))
  const given = await testApp({
    models: [failing],
    moderation: {
      categoryOf: openaiModeration({
        baseUrl: `${server.origin}/v1`,
        key: 'sk-m',
        fetch: globalThis.fetch,
        now: Date.now,
      }),
      whenDown,
      timeoutMs,
      log: { warn: () => undefined },
    },
    limits: { runs: [{ scope: 'server', period: 'hour', most: runs }] },
  })
  return given
}

describe('a provider’s moderation', () => {
  test('is asked about every prompt, and lets pass what it does not flag', async () => {
    const { post } = await open()
    expect((await post('/api/generate', { prompt })).status).toBe(202)
    expect(server.asked).toEqual([prompt])
    expect(server.keys).toEqual(['Bearer sk-m'])
  })

  test('refuses what it flags by its gravest category, and nothing is stored or counted', async () => {
    const { post, galleryIds, logged } = await open()
    server.flag({ violence: 0.7, 'violence/graphic': 0.8 })
    const refusal = await refusalOf(post('/api/generate', { prompt }))
    expect(refusal).toMatchObject({ status: 400, code: 'prompt_blocked', rule: 'moderation:violence/graphic' })
    expect(refusal.error).toContain('OpenAI’s moderation')
    expect(await galleryIds()).toEqual([])
    expect(logged.join('')).not.toContain('knights')
    server.flag({})
    expect((await post('/api/generate', { prompt })).status).toBe(202)
  })

  test('looks at rewrites and retries too', async () => {
    const { post, finishedJob } = await open('refuse', 10_000, 9)
    const { jobId } = await finishedJob({ prompt })
    server.flag({ hate: 0.9 })
    expect(await refusalOf(post('/api/enhance', { prompt }))).toMatchObject({ rule: 'moderation:hate' })
    expect(await refusalOf(post(`/api/jobs/${jobId}/retry`, { model: 'red' }))).toMatchObject({
      rule: 'moderation:hate',
    })
  })

  test.each([
    ['fails', { status: 500, body: {} }],
    ['answers with something else', { status: 200, body: { results: [] } }],
    ['does not answer', undefined],
  ])('that %s lets nothing pass, or everything, as was chosen', async (_, answer) => {
    server.write(answer)
    const refusing = await open('refuse', answer ? 10_000 : 60)
    expect(await refusalOf(refusing.post('/api/generate', { prompt }))).toMatchObject({
      status: 503,
      code: 'unavailable',
    })
    const allowing = await open('allow', answer ? 10_000 : 60)
    expect((await allowing.post('/api/generate', { prompt })).status).toBe(202)
  })

  test('is not asked about what this server’s own rules refuse', async () => {
    const { post } = await open()
    await refusalOf(post('/api/generate', { prompt: 'a severed head in the grass' }))
    expect(server.asked).toEqual([])
  })
})
