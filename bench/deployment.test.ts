import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Server } from '../e2e/server.ts'
import { startProduct } from './client.ts'
import { measureDeployment } from './deployment.ts'

let server: Server
beforeAll(async () => {
  server = await startProduct({ OPENAI_API_KEY: 'never-called' })
})
afterAll(() => server.dispose())

const load = { runs: 1, perSecond: 4, seconds: 1 }
const valueOf = (figures: { what: string; value: number }[], what: string) =>
  figures.find((figure) => figure.what.startsWith(what))?.value ?? Number.NaN

test('measures a server that is there, with what is free of its models', async () => {
  const figures = await measureDeployment({ url: server.url, ...load })
  expect(figures[0]?.note).toMatch(/^1 runs of .*ink-landscape.*; (\d+) of \1 results completed$/u)
  expect(figures[0]?.note).not.toContain('gpt-image')
  expect(valueOf(figures, 'results that failed')).toBe(0)
  expect(valueOf(figures, 'POSTs that failed')).toBe(0)
  expect(valueOf(figures, 'accepted, p95')).toBeGreaterThan(0)
  expect(valueOf(figures, 'from POST to the end of a run, p50')).toBeGreaterThan(0)
})

test('counts what fails, and refuses models that are not there', async () => {
  const figures = await measureDeployment({ url: server.url, ...load, models: ['ink-landscape'] })
  expect(figures[0]?.note).toContain('1 runs of ink-landscape')
  await expect(measureDeployment({ url: server.url, ...load, models: ['nobody'] })).rejects.toThrow(
    /no enabled model nobody: there are/u,
  )
  await expect(measureDeployment({ url: server.url, ...load, token: 'ppt_unknown' })).rejects.toThrow(/401/u)
})
