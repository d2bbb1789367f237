import * as fc from 'fast-check'
import { classifyError } from '../../providers/classify-error.ts'
import { redact } from '../../providers/redact.ts'
import { retryAfterSeconds } from '../../providers/retry-after.ts'
import { hostileJson, hostileText, hostileValue, mark } from '../hostile-text.ts'
import { hold } from '../judge.ts'
import { parser } from '../parser.ts'
import type { Property } from '../properties.ts'

const secret = fc
  .string({
    unit: fc.constantFrom(...Array.from('0123456789ABCDEFGH_-')),
    minLength: 16,
    maxLength: 60,
  })
  .map((text) => `${mark}${text}`)
const around = fc.oneof(hostileText, fc.string({ unit: fc.constantFrom('a', ' ', '{', '"'), maxLength: 600 }))
const said = fc.oneof(
  fc.constantFrom(
    'Please try again in 1s',
    'rate limit: try again in 250 ms',
    'Your request was blocked by moderation',
    'model x does not exist',
    '<html>',
  ),
  hostileText,
)
const wrapped = fc.oneof(
  said.map((message) => JSON.stringify({ error: { message, code: message.slice(0, 20) } })),
  fc
    .record(
      { error: hostileValue, detail: hostileValue, errors: hostileValue, message: hostileValue },
      { requiredKeys: [] },
    )
    .map((value) => JSON.stringify(value)),
  hostileJson,
  said,
)
const headers = fc.dictionary(
  fc.constantFrom('retry-after', 'retry-after-ms'),
  fc.oneof(
    fc.constantFrom(
      '7',
      '0',
      '1.5',
      '1e9',
      '-1',
      '9'.repeat(400),
      'Sun, 22 Nov 2026 12:00:20 GMT',
      'Thu, 01 Jan 99999 00:00:00 GMT',
    ),
    hostileText,
  ),
)
const isWait = (seconds: number | undefined) =>
  seconds === undefined || (Number.isInteger(seconds) && seconds >= 0 && seconds <= 86_400)

/** Any eight letters of a secret tell enough of it to be none any more. */
const holdsPart = (text: string, whole: string) =>
  Array.from({ length: whole.length - mark.length - 7 }, (_, at) =>
    whole.slice(mark.length + at, mark.length + at + 8),
  ).some((part) => text.includes(part))

export const providerProperties: Property[] = [
  parser(
    "a provider's failure is named in few words, and no part of the key in them",
    6,
    fc.tuple(fc.option(fc.integer({ min: 200, max: 599 }), { nil: undefined }), headers, wrapped, around, secret),
    ([status, given, body, before, key]) => {
      const text = body.includes('"message":"')
        ? body.replace('"message":"', () => `"message":"${JSON.stringify(before).slice(1, -1)} ${key} `)
        : `${before} ${key} ${body}`
      const failure = {
        error: new Error(`It failed with ${key}`),
        body: text,
        headers: given,
        ...(status !== undefined && { status }),
      }
      const error = classifyError(failure, { who: 'The provider', secrets: [key], now: 1_764_000_000_000 })
      hold(error.message.length < 500 && !error.message.includes('\n'), error.message)
      hold(isWait(error.retryAfterSeconds), `a wait of ${error.retryAfterSeconds}`)
      const told = `${error.message} ${String(error.cause)}`
      hold(told.length < 3000, `${told.length} characters`)
      hold(!holdsPart(told, key), `shows a part of ${key}: ${told}`)
    },
  ),
  parser(
    'a wait is whole seconds of at most a day',
    2,
    fc.tuple(
      headers,
      fc.oneof(
        said,
        fc.float().map((n) => `try again in ${n}s`),
      ),
    ),
    ([given, words]) => {
      hold(
        isWait(retryAfterSeconds(given, { message: words }, 1_764_000_000_000)),
        `a wait of ${retryAfterSeconds(given, { message: words }, 0)}`,
      )
    },
  ),
  parser(
    'nothing of a secret is left in a text',
    3,
    fc.tuple(fc.array(around, { maxLength: 3 }), fc.array(secret, { minLength: 1, maxLength: 3 })),
    ([texts, keys]) => {
      const told = redact(texts.join(keys[0]), keys)
      for (const key of keys) hold(!told.includes(key), `shows ${key}`)
    },
  ),
]
