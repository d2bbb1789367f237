import { spawnSync } from 'node:child_process'
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer, type Server } from '../e2e/server.ts'
import { type Block, blocksOf, proseOf } from './documents.ts'

const usage = readFileSync('USAGE.md', 'utf8')
const blocks = blocksOf(usage)
const address = 'http://localhost:3000'

const servers: Server[] = []
const folder = mkdtempSync(join(tmpdir(), 'pixel-prompt-usage-'))

beforeAll(async () => {
  servers.push(await startServer(), await startServer({ VISITORS: 'many' }))
}, 60_000)

afterAll(async () => {
  await Promise.all(servers.map((server) => server.dispose()))
  rmSync(folder, { recursive: true, force: true })
})

test('the session with curl does what the guide says, command by command', { timeout: 60_000 }, () => {
  const shell = blocks.filter(({ language }) => language === 'sh')
  expect(blocks.filter(({ language, text }) => language !== 'sh' && text.includes('curl'))).toEqual([])
  expect(shell.length).toBeGreaterThan(8)
  const outputs = session(shell, servers[0]!.url)
  for (const [place, block] of shell.entries()) expect(outputs[place]).toMatch(expectedAfter(block))
})

test('with many visitors, the cookie that the guide fetches opens a gallery', { timeout: 60_000 }, () => {
  const [first, cookie] = [blocks[0]!, blocks.find(({ text }) => text.includes('cookies.txt'))!]
  const { url } = servers[1]!
  expect(session([first, cookie], url)[1]).toMatch(expectedAfter(cookie))
  const without = { ...cookie, text: cookie.text.replace('-b cookies.txt ', '') }
  expect(session([first, without], url)[1]).toContain('401')
})

test('every word that the guide prints in bold as part of the page is on the page', () => {
  const page = globSync('frontend/**/*.{ts,tsx}', { exclude: ['**/*.test.*'] })
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n')
  const [forPeople = ''] = proseOf(usage).split('## For the integrator')
  const labels = [...forPeople.replaceAll('\n', ' ').matchAll(/\*\*([^*]+)\*\*/gu)].map(([, label = '']) => label)
  expect(labels.length).toBeGreaterThan(30)
  expect(labels.filter((label) => !page.includes(label))).toEqual([])
})

/** What each block prints when all are pasted into one shell. */
function session(shell: Block[], url: string): string[] {
  const mark = '--- next block ---'
  const script = shell.map(({ text }) => text.replace(address, url)).join(`\nprintf '%s' '${mark}'\n`)
  const { stdout, stderr, status } = spawnSync('bash', ['-euo', 'pipefail', '-c', script], {
    cwd: folder,
    encoding: 'utf8',
  })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  return stdout.split(mark)
}

/** The `text` block that follows, in which `…` stands for anything. */
function expectedAfter(block: Block): RegExp {
  const next = blocks[blocks.indexOf(block) + 1]
  const printed = next?.language === 'text' ? next.text.trim() : '…'
  const pattern = printed.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`).replaceAll('…', '[^]*')
  return new RegExp(`^${pattern}\\s*$`, 'u')
}
