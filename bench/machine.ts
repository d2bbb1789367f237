import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { cpus, totalmem, type } from 'node:os'
import { chromiumPath } from './browser.ts'

/** The machine and the tools, in one line. */
export function machine(): string {
  const cores = cpus().length
  const memory = `${Math.ceil(totalmem() / 2 ** 30)} GB`
  return [
    `${cores} ${cores === 1 ? 'core' : 'cores'}`,
    memory,
    system(),
    `Node ${process.versions.node}`,
    chromium(),
  ].join(', ')
}

/** Short id of the commit that is checked out, with a plus when files differ from it. */
export function commit(): string {
  const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8' }).trim()
  const changed = git('status', '--porcelain', '--untracked-files=all') !== ''
  return git('rev-parse', '--short', 'HEAD') + (changed ? '+' : '')
}

function system(): string {
  const release = '/etc/os-release'
  if (!existsSync(release)) return type()
  return /^PRETTY_NAME="(.*)"$/mu.exec(readFileSync(release, 'utf8'))?.[1] ?? type()
}

function chromium(): string {
  const printed = execFileSync(chromiumPath, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  return /\S+ [\d.]+/u.exec(printed)?.[0] ?? 'Chromium'
}
