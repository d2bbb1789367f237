import { globSync } from 'node:fs'
import type { Metafile } from 'esbuild'
import { expect, test } from 'vitest'
import { bundleFunction } from './build-lambda.ts'
import { lambdaFunctions } from './lambda-functions.ts'

const bundled = Promise.all(
  lambdaFunctions.map(async (name) => [name, await bundleFunction(name, { outdir: 'out', write: false })] as const),
)

/** The sources that a start loads: those of the entry, and of all that it imports without waiting. */
function loadedAtStart({ outputs }: Metafile): string[] {
  const seen = new Set<string>()
  const load = (path: string) => {
    const output = outputs[path]
    if (output === undefined || seen.has(path)) return
    seen.add(path)
    for (const { kind, path: next } of output.imports) if (kind === 'import-statement') load(next)
  }
  load('out/index.mjs')
  return [...seen].flatMap((path) => Object.keys(outputs[path]?.inputs ?? {}))
}

test('each exports the handler that the template names', async () => {
  for (const [name, { outputs }] of await bundled)
    expect([name, outputs['out/index.mjs']?.exports]).toEqual([name, ['handler']])
})

const adapters = /^backend\/providers\/adapters\//u

test('a start loads no code of a provider and none of a language model', async () => {
  for (const [name, metafile] of await bundled) {
    const loaded = loadedAtStart(metafile)
    expect([name, loaded.length > 100]).toEqual([name, true])
    expect(loaded.filter((path) => adapters.test(path) || /node_modules\/(?:ai|@ai-sdk)\//u.test(path))).toEqual([])
  }
})

test('the worker has every provider with it, for when it is called', async () => {
  const worker = new Map(await bundled).get('worker')
  expect(Object.keys(worker?.inputs ?? {}).filter((path) => adapters.test(path))).toEqual(
    expect.arrayContaining(globSync('backend/providers/adapters/*.ts').filter((path) => !path.endsWith('.test.ts'))),
  )
})

test('those that open pictures alone ask for the library that does', async () => {
  const asking = (await bundled).flatMap(([name, { outputs }]) =>
    Object.values(outputs).some(({ imports }) => imports.some(({ path }) => path === 'sharp')) ? [name] : [],
  )
  expect(asking).toEqual(['files', 'worker'])
})
