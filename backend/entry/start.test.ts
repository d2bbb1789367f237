import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { SpendReply } from '../../contract/operator.ts'
import { startFakeImageServer } from '../providers/fake-image-server.ts'
import { sampleJob } from '../storage/contract-suite/samples.ts'
import { openLocalStorage } from '../storage/local/open-local-storage.ts'
import { generate, launcher, slot, untilEnded } from './test-launch.ts'

// A process starts in about a second, and in several on a machine that is busy.
vi.setConfig({ testTimeout: 30_000 })

let folder: string
let dataDir: string
let launch: ReturnType<typeof launcher>['launch']
beforeEach(() => {
  ;({ folder, dataDir, launch } = launcher())
})

describe('a start', () => {
  test('prints which models are on and where the page is, and makes the data folder', async () => {
    const { url, printed } = await (await launch({})).ready()
    expect(printed).toContain('9 models: Ink Landscape')
    expect(printed).toContain('drawn by rules, not by AI')
    expect(printed).toContain('Budget: none, since every model is free')
    expect(printed).toContain(`ready at ${url}`)
    expect(existsSync(join(dataDir, 'pixel-prompt.db'))).toBe(true)
    expect((await fetch(`${url}/api/health`)).status).toBe(200)
  })

  test.each(['local.ts', 'dev.ts'])('of %s on a port that is taken names the port and the way out', async (entry) => {
    const port = await takenPort()
    const { code, printed } = await (await launch({ PORT: String(port) }, entry)).ended()
    expect(code).toBe(1)
    expect(printed).toBe(
      `Port ${port} is taken, maybe by another Pixel Prompt: close that, or start with PORT=${port + 1}.\n`,
    )
  })

  test.each(['local.ts', 'dev.ts'])(
    'of %s on the folder of a server that runs is refused, and that server goes on',
    async (entry) => {
      const first = await (await launch({})).ready()
      const { code, printed } = await (await launch({}, entry)).ended()
      expect(code).toBe(1)
      expect(printed).toBe(
        `Another server is already running on the data folder ${dataDir}. Stop it, or choose another DATA_DIR.\n`,
      )
      expect((await fetch(`${first.url}/api/health`)).status).toBe(200)
    },
  )

  test('whose models are all wrong leaves a pending task as it is', async () => {
    const { jobId } = await storedJob('mine')
    const { code } = await (await launch({ MODEL_COUNT: '1', MODEL_1_NAME: 'Mine' })).ended()
    expect(code).toBe(1)
    expect(await standingOf(jobId)).toMatchObject({ version: 1, tasks: [{ progress: { status: 'pending' } }] })
  })

  test.each(['local.ts', 'dev.ts'])(
    'of %s on a port that is taken leaves a pending task to the next',
    async (entry) => {
      const provider = await startFakeImageServer({ keyless: true })
      onTestFinished(() => provider.close())
      const env = { MODEL_COUNT: '1', ...slot(1, 'Mine', provider.url) }
      const { jobId } = await storedJob('mine')
      const { code } = await (await launch({ ...env, PORT: String(await takenPort()) }, entry)).ended()
      expect(code).toBe(1)
      expect(await standingOf(jobId)).toMatchObject({ version: 1, tasks: [{ progress: { status: 'pending' } }] })
      expect(provider.requests).toEqual([])
      const { url } = await (await launch(env, entry)).ready()
      expect((await untilEnded(url, jobId)).status).toBe('completed')
    },
  )

  test('with a bad environment tells every fault at once and makes nothing', async () => {
    const { code, printed } = await (
      await launch({
        PORT: 'eighty',
        HOST: 'not a host',
        VISITORS: 'few',
        LOG_LEVEL: 'loud',
        STATUS_HOLD_MS: '-1',
        TASK_TIMEOUT_SECONDS: '301',
        DAILY_BUDGET_USD: 'much',
        MONTHLY_BUDGET_USD: '-1',
        MODEL_COUNT: '3',
        MODEL_1_NAME: 'One',
        MODEL_1_PRICE_USD: 'cheap',
        MODEL_1_DAILY_USD: 'little',
        MODEL_1_COLOUR: 'red',
        MODEL_3_NAME: 'Three',
        PUBLIC_URL: 'https://pictures.example.org',
        ACCESS_PASSWORD: 'secret',
        GALLERY: 'open',
      })
    ).ended()
    expect(code).toBe(1)
    const named = ['PORT', 'HOST', 'VISITORS', 'LOG_LEVEL', 'STATUS_HOLD_MS', 'TASK_TIMEOUT_SECONDS']
    named.push('DAILY_BUDGET_USD', 'MONTHLY_BUDGET_USD', 'PUBLIC_URL', 'ACCESS_PASSWORD', 'GALLERY')
    const models = ['MODEL_1_PRICE_USD', 'MODEL_1_DAILY_USD', 'MODEL_1_COLOUR', 'MODEL_2_NAME', 'Model 3']
    for (const name of [...named, ...models]) expect(printed).toMatch(new RegExp(`^  - ${name} `, 'mu'))
    expect(printed).not.toContain('secret')
    expect(printed.split('\n').length).toBeLessThan(20)
    expect(existsSync(dataDir)).toBe(false)
  })

  test('without one model that works says why and ends', async () => {
    const { code, printed } = await (await launch({ MODEL_COUNT: '1', MODEL_1_NAME: 'gpt-image-1.5' })).ended()
    expect(code).toBe(1)
    expect(existsSync(dataDir)).toBe(false)
    expect(printed).toContain('None of the configured models works')
    expect(printed).toContain('MODEL_1_KEY is missing')
  })

  test('with budgets says them in one line, and leaves out what has no price', async () => {
    const { url, printed } = await (
      await launch({
        DAILY_BUDGET_USD: '2.5',
        MONTHLY_BUDGET_USD: '30',
        MODEL_COUNT: '2',
        ...slot(1, 'Mine', 'http://127.0.0.1:9/v1'),
        MODEL_1_DAILY_USD: '1',
        ...slot(2, 'Theirs', 'http://192.168.1.9:9/v1'),
      })
    ).ready()
    expect(printed).toContain('Budget: $2.50 a day, $30.00 a month, $1.00 a day for Mine (UTC)\n')
    expect(printed).toContain('MODEL_2_PRICE_USD is missing')
    const spend = SpendReply.parse(await (await fetch(`${url}/api/spend`)).json())
    expect(spend).toMatchObject({
      today: { budgetMicroUsd: 2_500_000 },
      month: { budgetMicroUsd: 30_000_000 },
      models: [{ model: 'mine', dailyBudgetMicroUsd: 1_000_000 }],
    })
  })

  test('without a budget for what costs money says how to set one', async () => {
    const { printed } = await (
      await launch({ MODEL_COUNT: '1', ...slot(1, 'Mine', 'http://127.0.0.1:9/v1'), MODEL_1_PRICE_USD: '0.04' })
    ).ready()
    expect(printed).toContain('Budget: none; DAILY_BUDGET_USD and MONTHLY_BUDGET_USD set one\n')
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

  test('on an empty file beside pictures, or a folder in its place, is refused and leaves it as it is', async () => {
    mkdirSync(join(dataDir, 'images', 'A'.repeat(22)), { recursive: true })
    const file = join(dataDir, 'pixel-prompt.db')
    writeFileSync(file, '')
    const empty = await (await launch({})).ended()
    expect(empty).toMatchObject({ code: 1, printed: expect.stringContaining('is empty, although there are pictures') })
    expect(readFileSync(file)).toHaveLength(0)
    rmSync(file)
    mkdirSync(file)
    const blocked = await (await launch({})).ended()
    expect(blocked).toMatchObject({ code: 1, printed: expect.stringContaining('is a folder, where the database') })
  })

  test('with a data folder that cannot be made says what is in the way', async () => {
    writeFileSync(join(folder, 'file'), '')
    const { code, printed } = await (
      await launch({ DATA_DIR: join(folder, 'file', 'data'), MODEL_1_COLOUR: 'red' })
    ).ended()
    expect(code).toBe(1)
    expect(printed).toContain('is missing or in the way')
    expect(printed).toContain('DATA_DIR')
    expect(printed).toContain('MODEL_1_COLOUR')
    expect(printed).not.toContain('    at ')
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

async function overwrittenDatabase(): Promise<Buffer> {
  const other = join(folder, 'other')
  openLocalStorage({ dataDir: other }).close()
  const bytes = readFileSync(join(other, 'pixel-prompt.db'))
  return bytes.fill(0xff, bytes.length / 2)
}

/** Stored as by a server before. */
async function storedJob(model: string) {
  const storage = openLocalStorage({ dataDir })
  const job = sampleJob({ models: [model], visitor: 'local' })
  await storage.jobs.create(job)
  storage.close()
  return job
}

async function standingOf(jobId: string) {
  const storage = openLocalStorage({ dataDir })
  const job = await storage.jobs.find(jobId)
  storage.close()
  return job
}

async function takenPort(): Promise<number> {
  const taken = createServer().listen(0, '127.0.0.1')
  onTestFinished(() => void taken.close())
  await once(taken, 'listening')
  const address = taken.address()
  return typeof address === 'object' && address ? address.port : 0
}
