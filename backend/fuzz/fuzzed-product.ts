import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { pino } from 'pino'
import { isRunning, Job } from '../../contract/job.ts'
import { ModelsReply } from '../../contract/model.ts'
import { Share } from '../../contract/share.ts'
import { readConfig } from '../config.ts'
import { openLocalProduct } from '../entry/local-product.ts'
import { type HostileRequest, type Known, ownJob } from './hostile-request.ts'

export type FuzzedProduct = {
  known: Known
  /** Answers, or rejects when there is no answer after ten seconds. */
  send(request: HostileRequest): Promise<Response>
  app: App
  /** The lines of the log since they were last taken. */
  takeLog(): string[]
  /** Rows by table and the number of files; what counts requests is left out. */
  size(): Record<string, number>
  /** What no stranger may see: the key, the folder, the secret, another visitor's prompt and token. */
  hidden: readonly string[]
  close(): Promise<void>
}

const key = 'sk-fuzzed-key-nobody-may-see'
const owners = 'a prompt of somebody else about a violet walrus'

/**
 * The whole product over its real storage in a folder of its own. One picture of another visitor's is kept in it, and a
 * run that waits; nothing is painted any more.
 */
export async function openFuzzedProduct(visitors: 'many' | 'one'): Promise<FuzzedProduct> {
  const dataDir = mkdtempSync(join(tmpdir(), 'pixel-prompt-fuzz-'))
  const env = { DATA_DIR: dataDir, VISITORS: visitors, STATUS_HOLD_MS: '2', OPENAI_API_KEY: key, DAILY_BUDGET_USD: '5' }
  const { config, models, faults } = readConfig(env)
  if (config === undefined) throw new Error(faults.join('\n'))
  const logged: string[] = []
  const open = () => openLocalProduct(config, { models }, pino({ base: null }, { write: (line) => logged.push(line) }))

  const first = await open()
  first.start()
  const owner = await newToken(first.app)
  const sketch = first.registry.models.find(({ provider }) => provider === 'sketch')?.id ?? ''
  const painted = await finished(first.app, owner, { prompt: owners, models: [sketch] })
  await first.close()

  const product = await open()
  const waiting = await started(product.app, owner, { prompt: owners, models: [sketch] })
  const share = await sharedSecretly(product.app, owner, painted.jobId)
  const own = await newToken(product.app)
  let { jobId: latest } = await started(product.app, own, { prompt: 'a boat of mine', models: [sketch] })
  const watching = new DatabaseSync(join(dataDir, 'pixel-prompt.db'), { readOnly: true })
  const tables = ['jobs', 'tasks', 'search', 'parts', 'spending', 'graves', 'switches', 'tokens', 'shares']
  const counts = tables.map((table) => ({ table, count: watching.prepare(`select count(*) as rows from ${table}`) }))
  const version = watching.prepare('pragma data_version')
  let last: { version: unknown; rows: Record<string, number> } | undefined
  const rows = () => {
    const now = version.get()?.['data_version']
    // Counting again is spared where nothing was written.
    if (last === undefined || last.version !== now)
      last = {
        version: now,
        rows: Object.fromEntries(counts.map(({ table, count }) => [table, Number(count.get()?.['rows'])])),
      }
    return last.rows
  }

  return {
    known: {
      jobIds: [painted.jobId, waiting.jobId],
      shareIds: [share.id],
      tokens: visitors === 'one' ? [''] : [own],
      models: product.registry.models.map(({ id }) => id),
    },
    async send({ method, target, headers, body, peer }) {
      const request = new Request(`http://localhost:3000${target.replaceAll(ownJob, latest)}`, {
        method,
        headers: headers.map(([name, value]): [string, string] => [name, value]),
        ...(body !== undefined && !/^(?:get|head)$/iu.test(method) && { body: Buffer.from(body) }),
        signal: AbortSignal.timeout(10_000),
      })
      const socket = { remoteAddress: peer, remotePort: 1, remoteFamily: peer.includes(':') ? 'IPv6' : 'IPv4' }
      const answer = Promise.resolve(product.app.fetch(request, { incoming: { socket } }))
      const late = Promise.withResolvers<never>()
      const timer = setTimeout(() => late.reject(new Error('There is no answer after ten seconds')), 10_000)
      const answered = await Promise.race([answer, late.promise]).finally(() => clearTimeout(timer))
      latest = /^\/api\/status\/(.+)$/u.exec(answered.headers.get('Location') ?? '')?.[1] ?? latest
      return answered
    },
    app: product.app,
    takeLog: () => logged.splice(0),
    size: () => ({ ...rows(), files: readdirSync(join(dataDir, 'images'), { recursive: true }).length }),
    hidden: [key, dataDir, process.cwd(), ...(visitors === 'many' ? [owners, owner] : [])],
    async close() {
      watching.close()
      await product.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

type App = Awaited<ReturnType<typeof openLocalProduct>>['app']

const asked = { incoming: { socket: { remoteAddress: '127.0.0.1', remotePort: 1, remoteFamily: 'IPv4' } } }

async function newToken(app: App): Promise<string> {
  const reply = await app.request('/api/models', {}, asked)
  ModelsReply.parse(await reply.json())
  return /=([^;]+)/u.exec(reply.headers.get('Set-Cookie') ?? '')?.[1] ?? ''
}

async function posted(app: App, token: string, path: string, body: object): Promise<unknown> {
  const headers = { 'Content-Type': 'application/json', ...(token !== '' && { Authorization: `Bearer ${token}` }) }
  return (await app.request(path, { method: 'POST', headers, body: JSON.stringify(body) }, asked)).json()
}

const started = async (app: App, token: string, body: object) =>
  Job.parse(await posted(app, token, '/api/generate', body))

/** A link that shows the pictures of a run, and hides its prompt. */
const sharedSecretly = async (app: App, token: string, jobId: string) =>
  Share.parse(await posted(app, token, '/api/shares', { jobId, hidePrompt: true }))

async function finished(app: App, token: string, body: object): Promise<Job> {
  let job = await started(app, token, body)
  const headers: Record<string, string> = token === '' ? {} : { Authorization: `Bearer ${token}` }
  while (isRunning(job)) {
    const reply = await app.request(`/api/status/${job.jobId}?after=${job.version}`, { headers }, asked)
    job = Job.parse(await reply.json())
  }
  return job
}
