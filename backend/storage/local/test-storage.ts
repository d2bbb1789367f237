import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'
import { type LocalStorage, openLocalStorage } from './open-local-storage.ts'

/** A folder that goes when the test is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'pixel-prompt-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A storage that closes when the test is over. */
export function openForTest(dataDir = temporaryFolder()): LocalStorage {
  const storage = openLocalStorage({ dataDir })
  onTestFinished(() => storage.close())
  return storage
}

/** Another process that opens the folder, after `before`, and runs `body` with `storage`, `samples` and `ports`. */
export function openInChild(dataDir: string, { before = '', body = 'storage.close()' } = {}) {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program(dataDir, before, body)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  return { child, errors: text(child.stderr) }
}

const sources = ['open-local-storage.ts', '../contract-suite/samples.ts', '../storage.ts'].map(
  (path) => new URL(path, import.meta.url).href,
)

const program = (dataDir: string, before: string, body: string) => `
  const [{ openLocalStorage }, samples, ports] = await Promise.all(${JSON.stringify(sources)}.map((url) => import(url)))
  ${before}
  const storage = openLocalStorage({ dataDir: ${JSON.stringify(dataDir)} })
  ${body}`
