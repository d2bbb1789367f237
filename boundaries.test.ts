import { globSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { describe, expect, test } from 'vitest'

// Folder → what its files may import. A bare name allows that package and its subpaths.
const rules: [folder: string, allowed: string[]][] = [
  ['contract/', ['contract/', 'zod/mini']],
  ['frontend/ui/', ['frontend/ui/', 'contract/', ...browser()]],
  ...['generate', 'gallery', 'lightbox', 'settings', 'compare'].map((feature): [string, string[]] => [
    `frontend/${feature}/`,
    [
      `frontend/${feature}/`,
      'frontend/ui/',
      'frontend/api.ts',
      'frontend/lightbox/slide.ts',
      'contract/',
      ...browser(),
    ],
  ]),
  ['frontend/', ['frontend/', 'contract/', ...browser()]],
  [
    'backend/api/',
    [
      ...['api/', 'accounts/', 'safety/', 'jobs/', 'storage/storage.ts', 'providers/provider.ts'].map(inBackend),
      ...['contract/', 'node:', 'hono', 'pino', 'zod'],
    ],
  ],
  [
    'backend/jobs/',
    [
      ...['jobs/', 'storage/storage.ts', 'accounts/', 'providers/provider.ts'].map(inBackend),
      ...['contract/', 'node:', 'pino', 'sharp', 'thumbhash'],
    ],
  ],
  ['backend/providers/', ['backend/providers/', 'contract/', 'node:', 'ai', '@ai-sdk', 'zod', 'sharp']],
  ['backend/accounts/', ['backend/accounts/', 'backend/storage/storage.ts', 'contract/', 'node:', 'zod', 'hono']],
  ['backend/safety/', ['backend/safety/', 'backend/storage/storage.ts', 'contract/', 'node:', 'zod']],
  ['backend/storage/local/', ['backend/storage/local/', ...sharedByStorages(), 'contract/', 'node:', 'zod']],
  ['backend/storage/', [...sharedByStorages(), 'contract/', 'node:', 'zod']],
  [
    'backend/config.ts',
    ['backend/providers/model-settings.ts', 'backend/providers/local-address.ts', 'contract/', 'node:', 'zod'],
  ],
  [
    'backend/entry/',
    [
      'backend/',
      'contract/',
      'node:',
      'hono',
      '@hono',
      'pino',
      'pino-pretty',
      'sharp',
      'tinypool',
      'vite',
      'zod',
      'package.json',
    ],
  ],
]

function inBackend(path: string) {
  return `backend/${path}`
}
function sharedByStorages() {
  return ['storage.ts', 'stored-shapes.ts', 'search-words.ts'].map((file) => `backend/storage/${file}`)
}
function browser() {
  return ['react', 'react-dom', 'wouter', '@tanstack/react-query', 'thumbhash', 'zod/mini']
}

const sources = globSync('{contract,backend,frontend,infra}/**/*.{ts,tsx}')
const isTest = (path: string) => /\.test\.tsx?$|contract-suite|\/test-|\/fake-/u.test(path)
const shipped = sources.filter((path) => !isTest(path))
const importLine = /^(?:import|export)\s[^'"`]*?\bfrom\s+'([^']+)'|^import\s+'([^']+)'|\bimport\(\s*'([^']+)'/gmu
const importsOf = (path: string) =>
  [...readFileSync(path, 'utf8').matchAll(importLine)].map((match) => match[1] ?? match[2] ?? match[3] ?? '')
const resolved = (path: string, name: string) => (name.startsWith('.') ? posix.join(posix.dirname(path), name) : name)
const allows = (allowed: string, target: string) =>
  target === allowed || target.startsWith(/[/:]$/u.test(allowed) ? allowed : `${allowed}/`)

describe('boundaries', () => {
  test('a file imports only what its folder may', () => {
    const faults = shipped.flatMap((path) => {
      const rule = rules.find(([folder]) => path.startsWith(folder))
      return importsOf(path).flatMap((name) => {
        const target = resolved(path, name)
        return !rule || target.endsWith('.css') || rule[1].some((allowed) => allows(allowed, target))
          ? []
          : [`${path} imports ${target}`]
      })
    })
    expect(faults).toEqual([])
  })

  test('every shipped file of backend, contract and frontend is under a rule', () => {
    const unruled = shipped.filter(
      (path) => !path.startsWith('infra/') && !rules.some(([folder]) => path.startsWith(folder)),
    )
    expect(unruled).toEqual([])
  })

  test('only config.ts and entry/ read the environment', () => {
    const readers = shipped.filter(
      (path) =>
        /process\.env\b/u.test(readFileSync(path, 'utf8')) && !/^backend\/(?:config\.ts|entry\/)|^infra\//u.test(path),
    )
    expect(readers).toEqual([])
  })

  test('only storage/aws and the Lambda entries import the AWS SDK', () => {
    const importers = shipped.filter((path) => importsOf(path).some((name) => name.startsWith('@aws-sdk/')))
    expect(importers.filter((path) => !/^backend\/(?:storage\/aws|entry\/lambda-)/u.test(path))).toEqual([])
  })

  test('no source file passes 300 lines', () => {
    const long = sources
      .filter((path) => !/(?:catalogue|corpus|fixtures\/|-data|random-prompts)[^ ]*\.tsx?$/u.test(path))
      .map((path) => ({ path, lines: readFileSync(path, 'utf8').split('\n').length - 1 }))
      .filter(({ lines }) => lines > 300)
    expect(long).toEqual([])
  })
})
