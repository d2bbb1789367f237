import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openFile } from './open-file.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'open-file-'))
})
afterEach(() => rm(folder, { recursive: true }))

/** A file of that many bytes, opened. */
async function opened(byteLength: number) {
  const file = join(folder, 'picture.png')
  const bytes = Buffer.from(Uint8Array.from({ length: byteLength }, (_, i) => i % 251))
  await writeFile(file, bytes)
  return { file, bytes, ...(await openFile(file)) }
}

test('a small file is there as a whole', async () => {
  const { bytes, body, byteLength } = await opened(1000)
  expect(body).toEqual(bytes)
  expect(byteLength).toBe(1000)
})

describe('a large file', () => {
  async function large() {
    const { body, ...rest } = await opened(600_000)
    if (!(body instanceof ReadableStream)) throw new Error('it is not read piece by piece')
    return { body, ...rest }
  }

  test('comes piece by piece and is complete', async () => {
    const { body, bytes } = await large()
    expect(bytes.equals(await buffer(body))).toBe(true)
  })

  test('that became shorter meanwhile ends with a fault, not as if it were complete', async () => {
    const { body, file } = await large()
    await truncate(file, 300_000)
    await expect(buffer(body)).rejects.toThrow('became shorter')
  })

  test('that is gone by the first piece ends with a fault', async () => {
    const { body, file } = await large()
    await rm(file)
    await expect(buffer(body)).rejects.toThrow('ENOENT')
  })

  test('may be given up before and after its first piece', async () => {
    const before = await large()
    await before.body.cancel()
    const after = await large()
    const reader = after.body.getReader()
    await reader.read()
    await reader.cancel()
    await expect(reader.closed).resolves.toBeUndefined()
  })
})
