import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { documents, repositoryFiles } from './documents.ts'

const keys = [
  /\bsk-(?:proj-|ant-|svcacct-)?[A-Za-z0-9_-]{32,}/u, // OpenAI, Stability AI
  /\bAIza[0-9A-Za-z_-]{35}/u, // Google
  /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/u, // AWS
  /aws_secret_access_key\s*[=:]\s*["']?[A-Za-z0-9/+]{40}/iu,
  /\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_\w{60})/u,
  /\b(?:npm_[A-Za-z0-9]{36}|xox[abprs]-[A-Za-z0-9-]{20})/u,
  /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/u,
]

test('no file of the repository holds a key', () => {
  const found = repositoryFiles()
    .filter((path) => !/\.(?:webp|png|jpg|woff2)$/u.test(path))
    .filter((path) => keys.some((key) => key.test(readFileSync(path, 'utf8'))))
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
