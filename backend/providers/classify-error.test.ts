import { describe, expect, test } from 'vitest'
import { classifyError, type Failure } from './classify-error.ts'
import { pino } from 'pino'
import { loggedError } from '../entry/logger-options.ts'
import { ProviderError } from './provider.ts'

const now = Date.parse('2026-11-22T12:00:00Z')
const secret = 'my-own-key-without-a-prefix'
const classify = (failure: Partial<Failure>) =>
  classifyError({ error: new Error('it failed'), ...failure }, { who: 'Acme', secrets: [secret], now })
const openaiBody = (error: object) => JSON.stringify({ error: { message: 'No.', type: 'x', param: null, ...error } })
const nodeError = (code: string, more: object = {}) =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }, more) })

describe('an answer with a status', () => {
  const table: [string, Partial<Failure>, Partial<ProviderError>][] = [
    ['401', { status: 401 }, { code: 'auth', didNoWork: true }],
    ['402', { status: 402 }, { code: 'auth', didNoWork: true }],
    ['403', { status: 403 }, { code: 'auth', didNoWork: true }],
    [
      '403 of moderation',
      { status: 403, body: '{"name":"content_moderation","errors":["flagged"]}' },
      { code: 'content_policy', didNoWork: true },
    ],
    ['400', { status: 400, body: openaiBody({ code: 'invalid_value' }) }, { code: 'bad_parameter', didNoWork: true }],
    [
      '400 of a bad key',
      { status: 400, body: openaiBody({ message: 'API key not valid. Pass a valid one.' }) },
      { code: 'auth', didNoWork: true },
    ],
    [
      '400 content_policy_violation',
      { status: 400, body: openaiBody({ code: 'content_policy_violation' }) },
      { code: 'content_policy', didNoWork: true },
    ],
    [
      '400 moderation_blocked',
      { status: 400, body: openaiBody({ code: 'moderation_blocked' }) },
      { code: 'content_policy', didNoWork: true },
    ],
    [
      '400 billing_hard_limit_reached',
      { status: 400, body: openaiBody({ code: 'billing_hard_limit_reached' }) },
      { code: 'auth', didNoWork: true },
    ],
    ['404', { status: 404, body: 'Not Found' }, { code: 'unavailable', didNoWork: true }],
    [
      '404 model_not_found',
      { status: 404, body: openaiBody({ code: 'model_not_found' }) },
      { code: 'retired_model', didNoWork: true },
    ],
    [
      '400 of a removed model',
      { status: 400, body: openaiBody({ message: 'The model `dall-e-3` has been deprecated.' }) },
      { code: 'retired_model', didNoWork: true },
    ],
    ['408', { status: 408 }, { code: 'timeout', didNoWork: false }],
    ['422', { status: 422, body: '{"detail":[{"msg":"size is wrong"}]}' }, { code: 'bad_parameter', didNoWork: true }],
    ['429', { status: 429 }, { code: 'rate_limited', didNoWork: true, retryAfterSeconds: undefined }],
    [
      '429 insufficient_quota',
      { status: 429, body: openaiBody({ code: 'insufficient_quota' }) },
      { code: 'auth', didNoWork: true },
    ],
    [
      '429 with seconds',
      { status: 429, headers: { 'retry-after': '120' } },
      { code: 'rate_limited', retryAfterSeconds: 120 },
    ],
    [
      '429 with a date',
      { status: 429, headers: { 'retry-after': 'Sun, 22 Nov 2026 12:01:30 GMT' } },
      { code: 'rate_limited', retryAfterSeconds: 90 },
    ],
    [
      '429 with milliseconds',
      { status: 429, headers: { 'retry-after-ms': '1200', 'retry-after': '60' } },
      { code: 'rate_limited', retryAfterSeconds: 2 },
    ],
    [
      '429 with a wait in words',
      { status: 429, body: openaiBody({ message: 'Please try again in 12s.' }) },
      { code: 'rate_limited', retryAfterSeconds: 12 },
    ],
    [
      '429 with a date gone by',
      { status: 429, headers: { 'retry-after': 'Sun, 22 Nov 2026 11:00:00 GMT' } },
      { code: 'rate_limited', retryAfterSeconds: 0 },
    ],
    [
      '429 with nonsense',
      { status: 429, headers: { 'retry-after': 'soon' } },
      { code: 'rate_limited', retryAfterSeconds: undefined },
    ],
    ['500', { status: 500 }, { code: 'unavailable', didNoWork: false }],
    ['502', { status: 502, body: '<html><body>Bad gateway</body></html>' }, { code: 'unavailable', didNoWork: false }],
    ['503', { status: 503 }, { code: 'unavailable', didNoWork: false }],
    [
      '503 with a wait',
      { status: 503, headers: { 'retry-after': '3' } },
      { code: 'rate_limited', didNoWork: true, retryAfterSeconds: 3 },
    ],
    ['504', { status: 504 }, { code: 'timeout', didNoWork: false }],
    [
      '200 with a web page',
      { status: 200, body: '<!doctype html><html></html>' },
      { code: 'unavailable', didNoWork: false },
    ],
    ['200 without an image', { status: 200, body: '{"data":[]}' }, { code: 'invalid_image', didNoWork: false }],
    [
      '200 with an error in it',
      { status: 200, body: openaiBody({ message: 'Out of memory' }) },
      { code: 'unavailable', didNoWork: false },
    ],
  ]
  test.each(table)('%s', (_, failure, expected) => {
    expect(classify(failure)).toMatchObject(expected)
    expect(classify(failure).message).toContain('Acme')
  })
})

describe('a connection that failed', () => {
  const table: [string, Error, Partial<ProviderError>][] = [
    ['refused', nodeError('ECONNREFUSED'), { code: 'unavailable', didNoWork: true }],
    ['to an unknown host', nodeError('ENOTFOUND'), { code: 'unavailable', didNoWork: true }],
    [
      'that took too long to open',
      nodeError('ETIMEDOUT', { syscall: 'connect' }),
      { code: 'unavailable', didNoWork: true },
    ],
    ['with a bad certificate', nodeError('CERT_HAS_EXPIRED'), { code: 'unavailable', didNoWork: true }],
    ['reset', nodeError('ECONNRESET'), { code: 'unavailable', didNoWork: false }],
    ['that fell silent', nodeError('ETIMEDOUT', { syscall: 'read' }), { code: 'unavailable', didNoWork: false }],
    ['closed by the other side', nodeError('UND_ERR_SOCKET'), { code: 'unavailable', didNoWork: false }],
    ['without an answer for minutes', nodeError('UND_ERR_HEADERS_TIMEOUT'), { code: 'timeout', didNoWork: false }],
    ['for a reason nobody knows', new TypeError('fetch failed'), { code: 'unavailable', didNoWork: false }],
  ]
  test.each(table)('%s', (_, error, expected) => {
    expect(classify({ error })).toMatchObject(expected)
  })

  test('counts more than a status that came before it broke', () => {
    expect(classify({ status: 200, error: nodeError('ECONNRESET') })).toMatchObject({
      message: expect.stringContaining('broke off'),
    })
  })
})

test('a failure that was named deep inside keeps its name', () => {
  const named = new ProviderError('invalid_image', 'Too large.', { didNoWork: false })
  expect(classify({ status: 200, error: new Error('outer', { cause: new Error('middle', { cause: named }) }) })).toBe(
    named,
  )
})

describe("the provider's own words", () => {
  const says = (message: string) => classify({ status: 400, body: openaiBody({ message }) })

  test('are told, on one line and at most 200 characters', () => {
    expect(says('Size\n must   fit').message).toBe('Acme did not accept the request (400). It says: “Size must fit”')
    const long = /“(.*)”/.exec(says('x'.repeat(900)).message)![1]!
    expect(long).toHaveLength(200)
  })

  test.each([
    ['the configured key', `key ${secret} is bad`],
    ['something that looks like a key', 'key sk-abc123DEF is bad'],
    ['a key with stars', `key my-own***************efix is bad`],
    ['a bearer token', 'header Authorization: Bearer abc.def-ghi was bad'],
    ['an address with a signature', 'see https://bucket.example/x.png?X-Signature=abc for it'],
    ['a key that is cut off', `key my-own-key-wit… is bad`],
  ])('lose %s, in the message and in the cause', (_, words) => {
    const error = says(words)
    for (const text of [error.message, String(error.cause)])
      expect(text).not.toMatch(/my-own|sk-abc|abc\.def|bucket|Signature|efix/)
    expect(error.message).toMatch(/\[key\]|\[address\]/)
  })

  test('lose addresses and paths of the network that they speak of', () => {
    const { message } = says('dial 10.0.0.1:4201 or ftp://10.0.0.1/x failed, see /home/op/.env and 3/4 of it')
    expect(message).toContain('“dial [address] or [address] failed, see [path] and 3/4 of it”')
  })

  test('are not in what is logged, where they could repeat the prompt, and an id of the request is', () => {
    const prompt = 'a secret wedding in the mountains'
    const body = openaiBody({ message: `Invalid prompt: ${prompt}`, code: 'bad_prompt' })
    const lines: string[] = []
    const log = pino({ serializers: { err: loggedError } }, { write: (line) => void lines.push(line) })
    log.warn({ err: classify({ status: 400, body, headers: { 'x-request-id': 'req_77' } }) }, 'call failed')
    expect(lines.join('')).not.toContain('wedding')
    expect(lines.join('')).toMatch(/"code":"bad_parameter".*req_77.*bad_prompt/u)
  })

  test('are not half a key where they are cut', () => {
    expect(says(`${'x'.repeat(190)} ${secret}`).message).not.toContain('my-own')
    for (const length of [470, 3990]) {
      const error = classify({ status: 500, body: `${'x'.repeat(length - 100)} ${'y'.repeat(99)} ${secret} and so on` })
      expect(`${error.message} ${String(error.cause)}`).not.toContain('my-own')
    }
  })

  test.each(['model ', 'a', '*', 'https://a/ ', 'Bearer '])('of a megabyte of “%s” are read in no time', (piece) => {
    const { user } = process.threadCpuUsage()
    const error = says(piece.repeat(1_000_000 / piece.length))
    expect(process.threadCpuUsage().user - user).toBeLessThan(500_000)
    expect(`${error.message} ${String(error.cause)}`.length).toBeLessThan(2000)
  })
})
