import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { freePort } from '../e2e/server.ts'

// The page may have to be built first, which takes a while on a machine that is busy.
const timeout = 180_000

test('the start of the README serves the page until Ctrl+C', { timeout }, async () => {
  expect(readFileSync('README.md', 'utf8')).toContain('npm ci && npm start')
  const { printed, ready, ended, interrupt } = await npmStart()
  const url = await ready
  const page = await fetch(url, { headers: { Accept: 'text/html' } })
  expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('<title>Pixel Prompt')])
  interrupt()
  await ended
  expect(printed()).toContain('Nothing is lost')
  await expect(fetch(url)).rejects.toThrow('fetch failed')
})

/** In a process group of its own, as a terminal has it: Ctrl+C reaches npm and all that it started. */
async function npmStart() {
  const dataDir = mkdtempSync(join(tmpdir(), 'pixel-prompt-npm-'))
  const { PATH, HOME } = process.env
  const env = { PATH, HOME, DATA_DIR: dataDir, PORT: String(await freePort()) }
  const child = spawn('npm', ['start'], { env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = once(child, 'close')
  const signal = (name: NodeJS.Signals) => {
    if (child.pid !== undefined) process.kill(-child.pid, name)
  }
  onTestFinished(async () => {
    if (child.exitCode === null && child.signalCode === null) {
      signal('SIGKILL')
      await ended
    }
    rmSync(dataDir, { recursive: true, force: true })
  })
  let printed = ''
  const { promise: ready, resolve, reject } = Promise.withResolvers<string>()
  const read = (chunk: Buffer) => {
    printed += chunk.toString()
    const url = /ready at (http:\S+)/u.exec(printed)?.[1]
    if (url !== undefined) resolve(url)
  }
  child.stdout.on('data', read)
  child.stderr.on('data', read)
  child.once('close', () => reject(new Error(`It ended:\n${printed}`)))
  return { printed: () => printed, ready, ended, interrupt: () => signal('SIGINT') }
}
