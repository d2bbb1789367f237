import * as fc from 'fast-check'
import { mark, shortHostileText } from './hostile-text.ts'

export type SentHeader = readonly [name: string, value: string]

/** What a header may hold at all; the rest cannot be sent. */
const text = shortHostileText.map((all) => all.replaceAll(/[^\t\x20-\x7E\x80-\xFF]/gu, '').trim())

/** The headers of a visitor, with others that are wrong in most ways; those that end every request are rare. */
export function hostileHeaders(tokens: readonly string[]): fc.Arbitrary<readonly SentHeader[]> {
  const token = fc.constantFrom(...tokens)
  const forged = fc.tuple(token, fc.nat(60)).map(([whole, at]) => `${whole.slice(0, at)}A${whole.slice(at + 1)}`)
  const shown = fc.oneof({ weight: 3, arbitrary: token }, forged, text)
  const odd = fc.oneof(
    named('Authorization', shown.map(bearer)),
    named(
      'Cookie',
      shown.map((value) => `pixel-prompt-visitor=${value}; other=${mark}`),
    ),
    named('Idempotency-Key', fc.oneof(text, fc.string({ unit: fc.constantFrom('a', '~', '!'), minLength: 14 }))),
    named('X-Forwarded-For', fc.oneof(text, fc.ipV4(), fc.ipV6().map(bracketed))),
    named('Accept-Encoding', fc.oneof(text, fc.constantFrom('gzip, br;q=0', '*;q=0', 'br;q=nan'))),
    ...['If-None-Match', 'X-Request-Id', 'Range', 'X-HTTP-Method-Override'].map((name) => named(name, text)),
  )
  const fatal = fc.oneof(
    named('Host', fc.oneof(text, fc.constantFrom('127.0.0.1:3000', '[::1]', 'evil.example', '127.0.0.1.', '0x7f.1'))),
    named('Origin', fc.oneof(text, fc.constantFrom('null', 'http://localhost', 'https://evil.example'))),
    named('Sec-Fetch-Site', fc.constantFrom('same-origin', 'cross-site', 'none')),
    named('Content-Type', fc.constantFrom('text/plain', 'application/json;charset=utf-7', 'APPLICATION/JSON')),
    named('Content-Length', fc.oneof(text, fc.constantFrom('0', '65537', '-1', '1e99'))),
    named('Authorization', text.map(bearer)),
  )
  const usual = token.map((value): SentHeader[] => [
    ['Content-Type', 'application/json'],
    ['Authorization', bearer(value)],
  ])
  return fc
    .tuple(
      fc.oneof({ weight: 15, arbitrary: usual }, { weight: 1, arbitrary: fc.constant([]) }),
      fc.array(odd, { maxLength: 2 }),
      fc.oneof({ weight: 8, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.array(fatal, { maxLength: 2 }) }),
    )
    .map((parts) => parts.flat())
}

const named = (name: string, value: fc.Arbitrary<string>): fc.Arbitrary<SentHeader> => value.map((sent) => [name, sent])
const bearer = (token: string) => `Bearer ${token}`
const bracketed = (address: string) => `[${address}]:1`
