import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type FakeBehaviour, type FakeImageServer, startFakeImageServer } from '../fake-image-server.ts'
import { openai } from './openai.ts'
import { openaiCompatible } from './openai-compatible.ts'
import type { Generate, ImageRequest } from '../provider.ts'

const key = 'sk-proj-VerySecretKey0123456789'
let server: FakeImageServer
beforeAll(async () => {
  server = await startFakeImageServer()
})
afterAll(() => server.close())

/** Each adapter with the beginning of a model id that the server takes for one of its own. */
const adapters = [
  { name: 'OpenAI', adapter: openai, family: 'gpt-image-2' },
  { name: 'an OpenAI-compatible server', adapter: openaiCompatible, family: 'flux' },
] as const

let calls = 0
/** A model of its own for each test, so that behaviours and requests do not mix. */
function modelThat(behaviour: FakeBehaviour, { adapter, family }: (typeof adapters)[number] = adapters[0]) {
  const id = `${family}-test-${(calls += 1)}`
  server.behave(id, behaviour)
  const endpoint = { id, key, baseUrl: server.url, fetch: globalThis.fetch, now: Date.now, who: 'OpenAI' }
  const requests = () => server.requests.filter(({ model }) => model === id)
  return { id, endpoint, requests, generate: adapter(endpoint) }
}

const request = (given: Partial<ImageRequest> = {}): ImageRequest => ({
  prompt: 'a red fox',
  count: 1,
  signal: AbortSignal.timeout(10_000),
  ...given,
})

const failure = (generate: Generate, given: Partial<ImageRequest> = {}): Promise<unknown> =>
  generate(request(given)).then(
    () => expect.unreachable('the call succeeded'),
    (error: unknown) => error,
  )

const isPng = ({ bytes }: { bytes: Uint8Array }) => Buffer.from(bytes.subarray(1, 4)).toString() === 'PNG'

describe('an image of OpenAI', () => {
  test('comes back as its bytes, asked for once and with the key', async () => {
    const { generate, requests, id } = modelThat({ kind: 'succeed' })
    const { images } = await generate(request())
    expect(images.map(isPng)).toEqual([true])
    expect(requests()).toMatchObject([
      { body: { model: id, prompt: 'a red fox', n: 1 }, authorization: `Bearer ${key}` },
    ])
  })

  test('has the size that its ratio asks for, and no size of ours when no ratio was set', async () => {
    const { generate, requests } = modelThat({ kind: 'succeed' })
    for (const aspectRatio of ['1:1', '3:2', '2:3', '4:3', '3:4', '16:9', '9:16'] as const)
      await generate(request({ aspectRatio }))
    await generate(request())
    expect(requests().map(({ body, status }) => [body['size'], status])).toEqual([
      ['1024x1024', 200],
      ['1536x1024', 200],
      ['1024x1536', 200],
      ['1280x960', 200],
      ['960x1280', 200],
      ['1536x864', 200],
      ['864x1536', 200],
      [undefined, 200],
    ])
  })

  test('comes with the others of the same request', async () => {
    const { generate, requests } = modelThat({ kind: 'succeed' })
    expect((await generate(request({ count: 3 }))).images).toHaveLength(3)
    expect(requests()).toMatchObject([{ body: { n: 3 } }])
  })

  test('costs what the tokens that OpenAI counted cost', async () => {
    const { endpoint } = modelThat({ kind: 'succeed', usage: { input_tokens: 12, output_tokens: 1756 } })
    const generate = openai({ ...endpoint, tokenMicroUsd: { input: 5, output: 30 } })
    expect((await generate(request())).costMicroUsd).toBe(12 * 5 + 1756 * 30)
  })
})

describe.each(adapters)('a failure of $name', (given) => {
  const table: [string, FakeBehaviour, object, RegExp][] = [
    ['a bad key', { kind: 'refuse_key' }, { code: 'auth', didNoWork: true }, /OpenAI did not accept the key/],
    [
      'too many requests',
      { kind: 'rate_limit', retryAfter: '7' },
      { code: 'rate_limited', didNoWork: true, retryAfterSeconds: 7 },
      /OpenAI .* 7 s/,
    ],
    [
      'an overload with a wait',
      { kind: 'rate_limit', status: 503, retryAfter: '2' },
      { code: 'rate_limited', didNoWork: true, retryAfterSeconds: 2 },
      /overloaded/,
    ],
    ['refused content', { kind: 'refuse_content' }, { code: 'content_policy', didNoWork: true }, /safety system/],
    [
      'refused content of a finished picture',
      { kind: 'refuse_content', stage: 'output' },
      { code: 'content_policy', didNoWork: false },
      /content rules/,
    ],
    [
      'a fault of the provider',
      { kind: 'fail', status: 500 },
      { code: 'unavailable', didNoWork: false },
      /OpenAI failed \(500\)/,
    ],
    [
      'a reset connection',
      { kind: 'reset' },
      { code: 'unavailable', didNoWork: false },
      /connection to OpenAI broke off/,
    ],
    ['a web page', { kind: 'html' }, { code: 'unavailable', didNoWork: false }, /web page/],
    [
      'a redirect',
      { kind: 'redirect', to: 'http://127.0.0.1:9/' },
      { code: 'unavailable', didNoWork: true },
      /redirect/,
    ],
  ]
  test.each(table)('%s is named, asked for once and told without the key', async (_, behaviour, expected, message) => {
    const { generate, requests } = modelThat(behaviour, given)
    const error = await failure(generate)
    expect(error).toMatchObject({ name: 'ProviderError', message: expect.stringMatching(message), ...expected })
    expect(`${error as Error} ${(error as Error).stack} ${(error as Error).cause as Error}`).not.toContain('VerySecret')
    expect((error as Error).message).not.toMatch(/https?:\/\//)
    expect(requests()).toHaveLength(1)
  })

  test('a wait that is told as a time is counted by the clock that was handed in', async () => {
    const { endpoint } = modelThat({ kind: 'rate_limit', retryAfter: 'Sun, 22 Nov 2026 12:00:20 GMT' }, given)
    const now = () => Date.parse('2026-11-22T12:00:00Z')
    expect(await failure(given.adapter({ ...endpoint, now }))).toMatchObject({ retryAfterSeconds: 20 })
  })

  test('an address where nobody listens is named, and nothing was done there', async () => {
    const { endpoint } = modelThat({ kind: 'succeed' }, given)
    const closed = await startFakeImageServer()
    await closed.close()
    const error = await failure(given.adapter({ ...endpoint, baseUrl: closed.url }))
    expect(error).toMatchObject({
      code: 'unavailable',
      didNoWork: true,
      message: expect.stringContaining('cannot be reached'),
    })
  })

  test('a flood of 60 MB ends in words before it was read', async () => {
    const { generate, requests } = modelThat({ kind: 'flood', bytes: 60 * 1024 * 1024 }, given)
    expect(await failure(generate)).toMatchObject({
      code: 'invalid_image',
      didNoWork: false,
      message: expect.stringContaining('32 MB'),
    })
    expect(await requests()[0]!.ended).toBe('abandoned')
  })

  test('a picture that is cut in half, or is none, is handed on as it came', async () => {
    const half = await modelThat({ kind: 'half_png' }, given).generate(request())
    expect(half.images.map(isPng)).toEqual([true])
    const svg = await modelThat({ kind: 'svg' }, given).generate(request())
    expect(Buffer.from(svg.images[0]!.bytes).toString()).toContain('<svg')
  })
})

test('an address in place of a picture of OpenAI is named', async () => {
  const { generate } = modelThat({ kind: 'url', url: 'http://127.0.0.1:9/x.png' })
  const error = await failure(generate)
  expect(error).toMatchObject({
    code: 'invalid_image',
    didNoWork: false,
    message: expect.stringContaining('without an image'),
  })
})

describe.each(adapters)('a call to $name that is aborted', (given) => {
  test('at its deadline ends as timeout, and the server sees the socket close', async () => {
    const { generate, requests } = modelThat({ kind: 'hang' }, given)
    const error = await failure(generate, { signal: AbortSignal.timeout(60) })
    expect(error).toMatchObject({
      code: 'timeout',
      didNoWork: false,
      message: 'OpenAI did not finish in the time allowed.',
    })
    expect(await requests()[0]!.ended).toBe('abandoned')
  })

  test('by Stop hands back the reason, even through a combined signal', async () => {
    const { generate, requests } = modelThat({ kind: 'hang' }, given)
    const stop = new AbortController()
    const reason = new Error('stopped')
    const ending = failure(generate, { signal: AbortSignal.any([stop.signal, AbortSignal.timeout(10_000)]) })
    await expect.poll(() => requests().length).toBe(1)
    stop.abort(reason)
    expect(await ending).toBe(reason)
    expect(await requests()[0]!.ended).toBe('abandoned')
  })
})

describe('an OpenAI-compatible server', () => {
  test('is asked for base64 and given the seed in its body', async () => {
    const id = 'flux-local'
    const { endpoint } = modelThat({ kind: 'succeed' })
    const generate = openaiCompatible({ ...endpoint, id })
    const { images } = await generate(request({ seed: 7, aspectRatio: '16:9' }))
    expect(images).toMatchObject([{ seed: 7 }])
    expect(server.requests.at(-1)).toMatchObject({
      status: 200,
      body: { model: id, prompt: 'a red fox', n: 1, size: '1024x576', response_format: 'b64_json', seed: 7 },
    })
  })

  test('needs no key', async () => {
    const keyless = await startFakeImageServer({ keyless: true })
    const { endpoint } = modelThat({ kind: 'succeed' })
    const own = { ...endpoint, key: undefined, baseUrl: keyless.url }
    await openaiCompatible({ ...own, id: 'sd-turbo' })(request())
    await openai({ ...own, id: 'gpt-image-2' })(request())
    expect(keyless.requests.map(({ authorization, status }) => [authorization, status])).toEqual([
      [undefined, 200],
      [undefined, 200],
    ])
    await keyless.close()
  })

  test.each(['http://127.0.0.1:9/picture.png', 'https://169.254.169.254/latest/meta-data', 'file:///etc/passwd'])(
    'is not followed to another server at %s',
    async (url) => {
      const { endpoint } = modelThat({ kind: 'succeed' })
      server.behave('wanderer', { kind: 'url', url })
      const asked: string[] = []
      const fetch: typeof globalThis.fetch = (input, init) => {
        asked.push(input instanceof Request ? input.url : String(input))
        return globalThis.fetch(input, init)
      }
      const error = await failure(openaiCompatible({ ...endpoint, id: 'wanderer', fetch, who: 'Shed' }))
      expect(error).toMatchObject({ code: 'unavailable', message: expect.stringContaining('Shed') })
      expect(asked).toEqual([`${server.url}/images/generations`])
    },
  )
})
