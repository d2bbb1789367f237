import * as fc from 'fast-check'

/** Put into hostile texts; found where none of them may get to, it tells that they did. */
export const mark = 'zq9mark'

/** Texts that have broken parsers elsewhere. */
const notorious = [
  '',
  ' ',
  '\0',
  '\uFEFF',
  '\uD800',
  'a\uDC00b',
  '\u202Egnp.exe',
  '\r\nX-Injected: yes',
  '__proto__',
  'constructor',
  'toString',
  '../../../../etc/passwd',
  '..%2f..%2f',
  '%2e%2e/%00',
  '%',
  '%zz',
  '%c0%ae%c0%ae/',
  '..\\..\\pixel-prompt.db',
  '" OR "',
  "'; drop table jobs; --",
  'NEAR(a b, 9)',
  '${7*7}',
  '$(id)',
  '<script>alert(1)</script>',
  'file:///etc/passwd',
  'NaN',
  '-0',
  '1e999',
  '0x10',
  '9007199254740993',
  '٣',
  'İ',
  'ß',
  '👩‍👩‍👧‍👦',
  '\u200B\u00AD\u2800',
]

/** Pieces that are dear to repeat for patterns that try again and again. */
const repeated = ['a', ' ', '*', '1', '%', '\u0301', '\uFDFA', 'a\u200B', 'model ', 'not found', 'https://', '[', '-a']

const codeUnits = fc
  .array(fc.integer({ min: 0, max: 0xff_ff }), { maxLength: 40 })
  .map((units) => String.fromCharCode(...units))

const long = fc
  .tuple(fc.constantFrom(...repeated), fc.constantFrom(300, 3000, 60_000))
  .map(([piece, length]) => piece.repeat(Math.ceil(length / piece.length)))

/** Any string, those that parsers trip over above all; lone surrogates and 60,000 characters among them. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...notorious, mark) },
      { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
      { weight: 2, arbitrary: codeUnits },
      { weight: 1, arbitrary: long },
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((parts) => parts.join(''))

/** The same without the long ones, where something long is refused before it is looked at. */
export const shortHostileText = hostileText.map((text) => text.slice(0, 300))

/** Any value that JSON can hold, and keys that reach for the prototype. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  shortHostileText,
  fc.jsonValue({ maxDepth: 3, noUnicodeString: false }),
  fc.double(),
  fc.constantFrom<unknown>(null, true, -1, 2 ** 53, [], {}, [[]], { length: 1e9 }),
)

/** Nested as deeply as a body of 64 KB can be. */
const deep = fc
  .tuple(fc.constantFrom('[', '{"a":', '[{"__proto__":'), fc.integer({ min: 100, max: 60_000 }))
  .map(([open, length]) => open.repeat(Math.floor(length / open.length)))

/** What is sent as JSON and is not, or only just. */
export const hostileJson: fc.Arbitrary<string> = fc.oneof(
  hostileValue.map((value) => JSON.stringify(value) ?? ''),
  hostileText,
  deep,
  deep.map((open) => `${open}1${open.includes('{') ? '' : ']'.repeat(open.length)}`),
  fc.constantFrom(
    '{"__proto__":{"polluted":true}}',
    '{"constructor":{"prototype":{"polluted":true}}}',
    '{"prompt":"a","prompt":"b"}',
    '{"prompt":1e999}',
    '{"prompt":"\\ud800"}',
    '\uFEFF{"prompt":"a boat"}',
  ),
)
