import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

/** The path of a Chromium: `CHROMIUM_BIN`, the system's, or one that is installed now. Exits with a sentence when none can be had. */
export function findChromium(): string {
  return found() ?? installed()
}

const candidates = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
]

function found(): string | undefined {
  return [process.env['CHROMIUM_BIN'], ...candidates, chromium.executablePath()].find(
    (path) => path && existsSync(path),
  )
}

function installed(): string {
  const root = process.getuid?.() === 0
  if (root && existsSync('/usr/bin/apt-get')) {
    run('apt-get', ['update'])
    run('apt-get', [
      'install',
      '-y',
      '--no-install-recommends',
      'chromium',
      'fonts-liberation',
      'fonts-noto-color-emoji',
    ])
  } else {
    run('npx', ['playwright', 'install', 'chromium'])
  }
  const path = found()
  if (path) return path
  console.error('The browser tests need Chromium: install it, or set CHROMIUM_BIN to the path of one.')
  process.exit(1)
}

const run = (command: string, args: string[]) => spawnSync(command, args, { stdio: 'inherit' })
