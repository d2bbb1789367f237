import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import packageJson from '../package.json' with { type: 'json' }
import { documents } from './documents.ts'

const readme = readFileSync('README.md', 'utf8')
const ci = readFileSync('.ci/run', 'utf8')
  .split('\n')
  .map((line) => line.trim())

test('the two commands of the README are those that CI runs', () => {
  expect(['npm ci && npm start', 'npm ci && npm test'].filter((command) => !readme.includes(command))).toEqual([])
  const commands = ci.filter((line) => /^npm\b/u.test(line))
  expect(commands.map((line) => line.replaceAll(/ --\S+/gu, ''))).toEqual(['npm ci', 'npm test'])
})

test('start serves the product after building its page, and test runs checks, tests and journeys', () => {
  const { prestart, start, test: all } = packageJson.scripts
  expect([prestart, start, all].join(' ')).toMatch(/build-page\.ts.*entry\/local\.ts.*run-tests\.ts/u)
})

test('every script that a document names is in package.json', () => {
  const unknown = documents().flatMap(({ path, text }) =>
    [...text.matchAll(/\bnpm (?:run (?:--silent )?([\w:-]+)|(start|test)\b)/gu)].flatMap(([, run, short]) =>
      (run ?? short ?? '') in packageJson.scripts ? [] : [`${path}: ${run ?? short}`],
    ),
  )
  expect(unknown).toEqual([])
})

test('every file that a document names as code exists', () => {
  const missing = documents().flatMap(({ path, text }) =>
    [...text.matchAll(/`((?:contract|backend|frontend|infra|e2e|bench|docs)\/[\w./-]+\.\w+)`/gu)]
      .map(([, file = '']) => file)
      .filter((file) => !existsSync(file))
      .map((file) => `${path}: ${file}`),
  )
  expect(missing).toEqual([])
})
