import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { documents, repositoryFiles } from './documents.ts'
import { holdsKey } from './keys.ts'

// Put together here, so that none of them stands in this file.
const planted: [string, string][] = [
  ['OpenAI', `sk-proj-${'aB3_'.repeat(12)}`],
  ['Stability AI', `key: sk-${'Ab3d'.repeat(12)}`],
  ['Google', `AIza${'aB3_x'.repeat(7)}`],
  ['Hugging Face', `hf_${'aB'.repeat(17)}`],
  ['Replicate', `r8_${'a'.repeat(37)}`],
  ['fal', `${'0a'.repeat(4)}-${'1b2c-'.repeat(3)}${'0d'.repeat(6)}:${'3e'.repeat(16)}`],
  ['ours', `Bearer ppt_${'aB3_'.repeat(11)}`],
  ['AWS', `id AKIA${'A1'.repeat(8)}`],
  ['AWS, its secret', `aws_secret_access_key = ${'aB/+'.repeat(10)}`],
  ['GitHub', `ghp_${'aB3'.repeat(12)}`],
  ['npm', `npm_${'aB3'.repeat(12)}`],
  ['Slack', `xoxb-${'12ab'.repeat(5)}`],
  ['a private key', ['-----BEGIN RSA PRIVATE', 'KEY-----'].join(' ')],
  ['any provider in an environment file', `A=1\nBFL_API_KEY=${'0f'.repeat(16)}\n`],
]

test.each(planted)('a key of %s is found', (_, text) => {
  expect(holdsKey(`before\n${text}\nafter`)).toBe(true)
})

test('what is no key is not taken for one', () => {
  const texts = [
    'sk-test',
    'task-that-is-long-but-has-a-name-which-is-no-key-at-all',
    'OPENAI_API_KEY=',
    'OPENAI_API_KEY=sk-...',
  ]
  expect(texts.filter(holdsKey)).toEqual([])
})

test('no file of the repository holds a key', () => {
  const found = repositoryFiles()
    .filter((path) => !/\.(?:webp|png|jpg|woff2)$/u.test(path))
    .filter((path) => holdsKey(readFileSync(path, 'utf8')))
  expect(found).toEqual([])
})

test('no document speaks of a folder of one machine or of a package registry', () => {
  const found = documents().flatMap(({ path, text }) =>
    [...text.matchAll(/(?<![\w.])\/(?:home|Users|root|work|mnt)\/\S*|[A-Z]:\\\S+|\bregistry(?:\.[\w-]+){2,}/gu)].map(
      ([match]) => `${path}: ${match}`,
    ),
  )
  expect(found).toEqual([])
})
