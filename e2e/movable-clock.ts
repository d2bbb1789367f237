import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A clock for servers in processes of their own, which goes as far before or behind the true one as it is told. */
export function movableClock() {
  const folder = mkdtempSync(join(tmpdir(), 'pixel-prompt-clock-'))
  const file = join(folder, 'ahead-ms')
  const preload = new URL('clock-preload.ts', import.meta.url)
  preload.searchParams.set('file', file)
  let aheadMs = 0
  const clock = {
    /** Of every server that is to go by it. */
    env: { NODE_OPTIONS: `--import=${preload.href}` },
    now: () => Date.now() + aheadMs,
    /** Ahead of the true time; from now on, for servers that run too. */
    set(ms: number): void {
      aheadMs = ms
      // Renamed, so that nobody reads half of a number.
      writeFileSync(`${file}.new`, String(ms))
      renameSync(`${file}.new`, file)
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
  clock.set(0)
  return clock
}
