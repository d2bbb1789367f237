import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import * as z from 'zod/mini'

const pictures = 9

test('nine pictures of 40 megapixels that come at once are decoded in bounded memory, on however many cores', async () => {
  // In a process that holds nothing else, with as many threads as a large machine has.
  const script = fileURLToPath(new URL('test-large-pictures.ts', import.meta.url))
  const env = { ...process.env, UV_THREADPOOL_SIZE: '16' }
  const { stdout } = await promisify(execFile)(process.execPath, [script, String(pictures)], { env })
  const { widths, grownMb } = Printed.parse(JSON.parse(stdout))
  expect(widths).toEqual(Array.from({ length: pictures }, () => 7400))
  console.log(`nine pictures of 40 megapixels took ${grownMb} MB`)
  expect(grownMb).toBeLessThan(600)
}, 60_000)

const Printed = z.object({ widths: z.array(z.number()), grownMb: z.number() })
