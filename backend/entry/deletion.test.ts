import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test } from 'vitest'
import { type Job, Job as JobShape } from '../../contract/job.ts'
import { Share } from '../../contract/share.ts'
import { endedRun, startedRun, untilEnded } from '../../e2e/api.ts'
import { movableClock } from '../../e2e/movable-clock.ts'
import type { Server } from '../../e2e/server.ts'
import type { FakeBehaviour } from '../providers/fake-image-server.ts'
import { pricedProduct, provider } from './test-priced.ts'

const day = 86_400_000
const words = { finished: 'xylophonists', retried: 'zeppelins', running: 'quokkas', shared: 'vuvuzelas' }

test(
  'of what was deleted nothing is left: not in a table, not in a file, not between the rows of the database',
  { timeout: 120_000 },
  async () => {
    const clock = movableClock()
    onTestFinished(clock.remove)
    let behaviour: FakeBehaviour = { kind: 'succeed' }
    const painter = await provider(() => behaviour)
    const server = await pricedProduct({ Steady: painter.url }, { ...clock.env, DAILY_BUDGET_USD: '10' })
    const run = (prompt: string) => ({ prompt: `a picture of ${prompt}`, models: ['steady'], parameters: negative })

    const finished = await endedRun(server.url, run(words.finished))
    behaviour = { kind: 'refuse_content' }
    const refused = await endedRun(server.url, run(words.retried))
    behaviour = { kind: 'succeed' }
    const retried = await retry(server.url, refused)
    const shared = await endedRun(server.url, run(words.shared))
    await openEverything(server.url, shared)
    behaviour = { kind: 'hang' }
    const running = await startedRun(server.url, run(words.running))
    await expect.poll(() => painter.requests.length).toBe(5)
    const jobs = [finished, retried, shared, running]
    // What is looked for below can be found.
    expect(found(server.dataDir, [...Object.values(words), ...jobs.map(({ jobId }) => jobId)])).not.toEqual([])
    expect(filesOf(server.dataDir, 'images')).toHaveLength(8)

    for (const { jobId } of jobs) {
      const { status } = await fetch(`${server.url}/api/gallery/${jobId}`, { method: 'DELETE' })
      expect(status).toBe(204)
    }
    await expect.poll(() => rowsOf(server, 'jobs'), { timeout: 20_000 }).toBe(0)
    expect(filesOf(server.dataDir, 'images')).toEqual([])
    // A day later the ids go too, with which a repeated request would otherwise paint again what was deleted.
    expect(rowsOf(server, 'graves')).toBe(jobs.length)
    clock.set(2 * day)
    await expect.poll(() => rowsOf(server, 'graves'), { timeout: 20_000 }).toBe(0)
    await server.stop()

    const tables = tablesOf(server.dataDir)
    expect(Object.keys(tables).length).toBeGreaterThan(10)
    const ids = jobs.map(({ jobId }) => jobId)
    const traces = [...Object.values(words), 'unwanted kangaroos', ...ids, ...imagesOf(jobs)]
    for (const [table, rows] of Object.entries(tables)) {
      const said = JSON.stringify(rows)
      expect([table, traces.filter((trace) => said.includes(trace))]).toEqual([table, []])
    }
    expect(found(server.dataDir, traces)).toEqual([])
    // What they cost is still known.
    expect(tables['parts']).toHaveLength(5)
    console.log(`deletion residue: 0 of ${traces.length} traces in ${Object.keys(tables).length} tables and all files`)
  },
)

const negative = { negativePrompt: 'unwanted kangaroos' }

async function retry(url: string, { jobId }: Job): Promise<Job> {
  await fetch(`${url}/api/jobs/${jobId}/retry`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ model: 'steady' }),
  })
  return untilEnded(url, jobId)
}

/** Looks at a job by a link that hides its prompt, with all that is made for it. */
async function openEverything(url: string, { jobId }: Job): Promise<void> {
  const reply = await fetch(`${url}/api/shares`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ jobId, hidePrompt: true }),
  })
  const share = Share.parse(await reply.json())
  const html = await (await fetch(url + share.url)).text()
  const files = [...html.matchAll(/\/s\/[\w-]{27}\/[\w.-]+/gu)].map(([file]) => file)
  expect(files).toContain(`${share.url}/card.jpg`)
  for (const file of files) expect((await fetch(url + file)).status).toBe(200)
}

const filesOf = (dataDir: string, folder = '') =>
  readdirSync(join(dataDir, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

/** Which of the traces the files hold, or are named after, in whatever place. */
function found(dataDir: string, traces: readonly string[]): string[] {
  const files = filesOf(dataDir).flatMap((file) => [file, readFileSync(file, 'latin1')])
  return traces.filter((trace) => files.some((text) => text.includes(trace)))
}

const imagesOf = (jobs: readonly Job[]) =>
  jobs
    .flatMap((job) => JobShape.parse(job).results)
    .flatMap((result) => (result.status === 'completed' ? result.images : []))
    .map(({ url }) => url.split('/').at(-1)!.replace(/\..*$/u, ''))

function rowsOf({ dataDir }: Server, table: string): number {
  const db = new DatabaseSync(join(dataDir, 'pixel-prompt.db'), { readOnly: true })
  const [row] = db.prepare(`select count(*) as rows from ${table}`).all()
  db.close()
  return Number(row?.['rows'])
}

function tablesOf(dataDir: string): Record<string, unknown[]> {
  const db = new DatabaseSync(join(dataDir, 'pixel-prompt.db'), { readOnly: true })
  const names = db.prepare(`select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'`).all()
  const tables = Object.fromEntries(
    names.map(({ name }) => [String(name), db.prepare(`select * from ${String(name)}`).all()]),
  )
  db.close()
  return tables
}
