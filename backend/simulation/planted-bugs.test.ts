import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { plantedBugs } from './planted-bugs.ts'

const run = promisify(execFile)
const script = new URL('find-planted-bug.ts', import.meta.url).pathname
const seeds = 3000

describe.concurrent('a mistake in the product is found', () => {
  test.each(plantedBugs.map(({ name }) => name))('%s', { timeout: 120_000 }, async (name) => {
    const { stdout } = await run(process.execPath, [script, name, String(seeds)])
    console.log(`${name}: ${stdout.trim().slice(0, 200) || `not found in ${seeds} seeds`}`)
    expect(JSON.parse(stdout)).toEqual({
      seed: expect.any(Number),
      invariant: expect.any(String),
      detail: expect.any(String),
    })
  })
})
