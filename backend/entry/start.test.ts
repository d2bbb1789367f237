import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { isRunning, Job } from '../../contract/job.ts'
import { freePort } from '../../e2e/server.ts'
import { startFakeImageServer } from '../providers/fake-image-server.ts'
import { openLocalStorage } from '../storage/local/open-local-storage.ts'

// A process starts in about a second, and in several on a machine that is busy.
vi.setConfig({ testTimeout: 30_000 })

let folder: string
let dataDir: string
let children: ChildProcess[]

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pixel-prompt-start-'))
  dataDir = join(folder, 'data')
  children = []
})
afterEach(async () => {
  for (const child of children.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null)) {
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  rmSync(folder, { recursive: true, force: true })
})

describe('a start', () => {
  test('prints which models are on and where the page is, and makes the data folder', async () => {
    const { url, printed } = await (await launch({})).ready()
    expect(printed).toContain('9 models: Ink Landscape')
    expect(printed).toContain('drawn by rules, not by AI')
    expect(printed).toContain(`ready at ${url}`)
    expect(existsSync(join(dataDir, 'pixel-prompt.db'))).toBe(true)
    expect((await fetch(`${url}/api/health`)).status).toBe(200)
  })

  test('on a port that is taken names the port and the way out', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    await once(taken, 'listening')
    const address = taken.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const { code, printed } = await (await launch({ PORT: String(port) })).ended()
    taken.close()
    expect(code).toBe(1)
    expect(printed).toBe(
      `Port ${port} is taken, maybe by another Pixel Prompt: close that, or start with PORT=${port + 1}.\n`,
    )
  })

  test('on the folder of a server that runs is refused, and that server goes on', async () => {
    const first = await (await launch({})).ready()
    const { code, printed } = await (await launch({})).ended()
    expect(code).toBe(1)
    expect(printed).toBe(
      `Another server is already running on the data folder ${dataDir}. Stop it, or choose another DATA_DIR.\n`,
    )
    expect((await fetch(`${first.url}/api/health`)).status).toBe(200)
  })

  test('with a bad environment tells every fault at once and makes nothing', async () => {
    const { code, printed } = await (
      await launch({
        PORT: 'eighty',
        HOST: 'not a host',
        VISITORS: 'few',
        LOG_LEVEL: 'loud',
        STATUS_HOLD_MS: '-1',
        TASK_TIMEOUT_SECONDS: '301',
        MODEL_COUNT: '2',
        MODEL_1_NAME: 'One',
        MODEL_1_PRICE_USD: 'cheap',
        MODEL_1_COLOUR: 'red',
      })
    ).ended()
    expect(code).toBe(1)
    const named = ['PORT', 'HOST', 'VISITORS', 'LOG_LEVEL', 'STATUS_HOLD_MS', 'TASK_TIMEOUT_SECONDS']
    for (const name of [...named, 'MODEL_1_PRICE_USD', 'MODEL_1_COLOUR', 'MODEL_2_NAME']) {
      expect(printed).toMatch(new RegExp(`^  - ${name} `, 'mu'))
    }
    expect(printed.split('\n').length).toBeLessThan(13)
    expect(existsSync(dataDir)).toBe(false)
  })

  test('without one model that works says why and ends', async () => {
    const { code, printed } = await (await launch({ MODEL_COUNT: '1', MODEL_1_NAME: 'gpt-image-1.5' })).ended()
    expect(code).toBe(1)
    expect(printed).toContain('None of the configured models works')
    expect(printed).toContain('MODEL_1_KEY is missing')
  })

  test('with one model of two that works leaves the other out and says so', async () => {
    const { printed } = await (await launch({ MODEL_COUNT: '2', ...slot(1, 'Mine', 'http://127.0.0.1:9/v1') })).ready()
    expect(printed).toContain('Not as configured:')
    expect(printed).toContain('MODEL_2_NAME is missing')
    expect(printed).toContain('1 model: Mine')
  })

  test.each([
    ['not a database', Buffer.from('this was never a database\n'.repeat(400))],
    ['a database with its middle overwritten', undefined],
  ])('on a file that is %s is refused and changes no byte', async (_, content) => {
    mkdirSync(dataDir)
    const file = join(dataDir, 'pixel-prompt.db')
    writeFileSync(file, content ?? (await overwrittenDatabase()))
    const before = readFileSync(file)
    const { code, printed } = await (await launch({})).ended()
    expect(code).toBe(1)
    expect(printed).toContain('is damaged')
    expect(printed).toContain('Nothing was changed')
    expect(printed).not.toContain('    at ')
    expect(readFileSync(file).equals(before)).toBe(true)
    expect(readdirSync(dataDir).filter((name) => /-(?:wal|journal)$/u.test(name))).toEqual([])
  })

  test('with a data folder that cannot be made says what is in the way', async () => {
    writeFileSync(join(folder, 'file'), '')
    const { code, printed } = await (await launch({ DATA_DIR: join(folder, 'file', 'data') })).ended()
    expect(code).toBe(1)
    expect(printed).toContain('is missing or in the way')
    expect(printed).toContain('DATA_DIR')
    expect(printed).not.toContain('    at ')
  })
})

describe('Ctrl+C', () => {
  test('while a model paints keeps the picture, ends with code 0, and the next start carries on', async () => {
    const sent = Promise.withResolvers<void>()
    const provider = await startFakeImageServer({
      keyless: true,
      behave() {
        sent.resolve()
        return { kind: 'succeed', afterMs: 500 }
      },
    })
    // One call at a time: the second model has not begun when the server is asked to stop.
    const models = { ...slot(1, 'One', provider.url), ...slot(2, 'Two', provider.url) }
    const env = { MODEL_COUNT: '2', PROVIDER_CONCURRENCY: '1', ...models }
    const first = await launch(env)
    const { url } = await first.ready()
    const { jobId } = await generate(url)
    await sent.promise
    first.child.kill('SIGINT')
    const { code, printed } = await first.ended()
    expect(code).toBe(0)
    expect(printed).toContain('Finishing 1 under way')
    expect(printed).toContain('Nothing is lost')
    expect(provider.requests).toHaveLength(1)

    const second = await (await launch(env)).ready()
    const job = await untilEnded(second.url, jobId)
    expect(job.results.map(({ status }) => status)).toEqual(['completed', 'completed'])
    expect(provider.requests).toHaveLength(2)
    await provider.close()
  })

  test('with nothing under way ends at once, held requests included', async () => {
    const idle = await launch({})
    const { url } = await idle.ready()
    const { jobId, version } = await untilEnded(url, (await generate(url, ['pixel-art'])).jobId)
    const held = fetch(`${url}/api/status/${jobId}?after=${version}`).catch(() => undefined)
    idle.child.kill('SIGINT')
    expect((await idle.ended()).code).toBe(0)
    await held
  })
})

test('no output and no answer shows a key, whatever fails', async () => {
  const keys = ['sk-standard-0123456789', 'sk-numbered-0123456789', 'sk-hidden-0123456789', 'sk-address-0123456789']
  const [standard, numbered, hidden, address] = keys
  const provider = await startFakeImageServer({ behave: () => ({ kind: 'refuse_key' }) })
  const server = await launch({
    LOG_LEVEL: 'trace',
    OPENAI_API_KEY: standard!,
    MODEL_COUNT: '4',
    ...slot(1, 'Refused', provider.url),
    MODEL_1_KEY: numbered!,
    ...slot(2, 'Out of reach', 'http://127.0.0.1:9/v1'),
    MODEL_2_KEY: hidden!,
    ...slot(3, 'Bad address', `http://me:${address}@127.0.0.1/v1`),
    MODEL_4_NAME: 'Unknown',
    MODEL_4_KEY: hidden!,
  })
  const { url } = await server.ready()
  const job = await untilEnded(url, (await generate(url)).jobId)
  expect(job.results.map((result) => result.status === 'error' && result.error.code)).toEqual(['auth', 'unavailable'])
  const answers = await Promise.all(
    [`/api/gallery/${job.jobId}`, '/api/models', '/api/health', '/api/openapi.json', '/api/nothing'].map(async (path) =>
      (await fetch(url + path)).text(),
    ),
  )
  server.child.kill('SIGINT')
  const { printed } = await server.ended()
  await provider.close()
  expect(provider.requests[0]?.authorization).toBe(`Bearer ${numbered}`)
  for (const key of keys) expect([printed, ...answers].join('\n')).not.toContain(key)
})

type Launched = {
  child: ChildProcess
  /** Settles when it has printed where the page is. */
  ready(): Promise<{ url: string; printed: string }>
  ended(): Promise<{ code: number | null; printed: string }>
}

/** Without the settings of this process, and in a folder of its own, so that no `.env` of this checkout is read. */
async function launch(env: Record<string, string>): Promise<Launched> {
  const port = await freePort()
  const own = { PATH: process.env['PATH'], DATA_DIR: dataDir, PORT: String(port), ...env }
  const child = spawn(process.execPath, [entry], { cwd: folder, env: own, stdio: ['ignore', 'pipe', 'pipe'] })
  children.push(child)
  let printed = ''
  const seen = Promise.withResolvers<string>()
  const read = (chunk: Buffer) => {
    printed += chunk.toString()
    const url = /ready at (http:\S+)/u.exec(printed)?.[1]
    if (url !== undefined) seen.resolve(url)
  }
  child.stdout.on('data', read)
  child.stderr.on('data', read)
  const closed = once(child, 'close')
  return {
    child,
    async ready() {
      const ended = closed.then(() => Promise.reject(new Error(`The server ended:\n${printed}`)))
      const url = await Promise.race([seen.promise, ended])
      ended.catch(() => undefined)
      return { url, printed }
    },
    async ended() {
      await closed
      return { code: child.exitCode, printed }
    },
  }
}

const entry = fileURLToPath(new URL('local.ts', import.meta.url))

const slot = (number: number, name: string, baseUrl: string): Record<string, string> => ({
  [`MODEL_${number}_NAME`]: name,
  [`MODEL_${number}_PROVIDER`]: 'openai-compatible',
  [`MODEL_${number}_BASE_URL`]: baseUrl,
})

async function generate(url: string, models?: string[]): Promise<Job> {
  const response = await fetch(`${url}/api/generate`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ prompt: 'a red boat', ...(models && { models }) }),
  })
  expect(response.status).toBe(202)
  return Job.parse(await response.json())
}

async function untilEnded(url: string, jobId: string): Promise<Job> {
  let job = Job.parse(await (await fetch(`${url}/api/status/${jobId}`)).json())
  while (isRunning(job)) {
    job = Job.parse(await (await fetch(`${url}/api/status/${jobId}?after=${job.version}`)).json())
  }
  return job
}

async function overwrittenDatabase(): Promise<Buffer> {
  const other = join(folder, 'other')
  openLocalStorage({ dataDir: other }).close()
  const bytes = readFileSync(join(other, 'pixel-prompt.db'))
  return bytes.fill(0xff, bytes.length / 2)
}
