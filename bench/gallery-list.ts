import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { StatementSync } from 'node:sqlite'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { GalleryQuery } from '../contract/gallery.ts'
import { openLocalStorage } from '../backend/storage/local/open-local-storage.ts'
import type { JobStore } from '../backend/storage/storage.ts'
import type { Benchmark, Figure } from './benchmark.ts'
import { startProduct } from './client.ts'
import { fillGallery } from './fill-gallery.ts'
import { quantile } from './quantile.ts'

export const galleryList: Benchmark = {
  name: 'gallery-list',
  how:
    '100,000 jobs of nine models, stored through `jobs.create`; 200 lists of each kind through the store and then as ' +
    '`GET /api/gallery/list`, the statements of each list counted',
  minutes: 15,
  async run({ quick }) {
    const dataDir = mkdtempSync(join(tmpdir(), 'pixel-prompt-bench-'))
    process.once('exit', () => rmSync(dataDir, { recursive: true, force: true }))
    const jobs = quick ? 2000 : 100_000
    const seeding = performance.now()
    const cases = await inStore(dataDir, async (store) => {
      await fillGallery(store, jobs)
      return listCases(store, jobs)
    })
    const seedMs = performance.now() - seeding
    const fromStore = await inStore(dataDir, (store) => measureStore(store, cases))
    const overHttp = await measureHttp(dataDir, cases)
    const megabytes = Math.round(statSync(join(dataDir, 'pixel-prompt.db')).size / 1e6)
    const note = `${jobs} jobs, ${megabytes} MB, stored at ${Math.round((jobs * 1000) / seedMs)} a second`
    return [
      ...overHttp.figures.map((figure, index) => (index === 0 ? { ...figure, note } : figure)),
      ...fromStore,
      { what: 'start of the server on that folder', value: overHttp.startSeconds, unit: 's' },
    ]
  },
}

type Case = { name: string; query: GalleryQuery; visitor: string }

const everybody = 'local'
const rounds = 200

async function inStore<T>(dataDir: string, work: (store: JobStore) => Promise<T>): Promise<T> {
  const storage = openLocalStorage({ dataDir })
  try {
    return await work(storage.jobs)
  } finally {
    storage.close()
  }
}

async function listCases(store: JobStore, jobs: number): Promise<Case[]> {
  const page = { limit: 24 }
  const further = { limit: 96 }
  const cursor = await cursorAt(store, jobs / 2)
  const list = (name: string, query: GalleryQuery) => ({ name, query, visitor: everybody })
  return [
    list('first page', page),
    list('next page, deep in the middle', { ...further, cursor }),
    list('a word that half of the prompts have', { ...page, q: 'lighthouse' }),
    list('the same, deep in the middle', { ...further, q: 'lighthouse', cursor }),
    list('a word that ten prompts have', { ...page, q: 'axolotl' }),
    list('a word that no prompt has', { ...page, q: 'zyzzyva' }),
    list('two common words that never meet', { ...page, q: 'lighthouse harbour' }),
    list('the first letter of a word', { ...page, q: 'l' }),
    list('a model of every job', { ...page, model: 'painter-01' }),
    list('a model of one job in a hundred', { ...page, model: 'painter-10' }),
    list('a common word and a rare model', { ...page, q: 'lighthouse', model: 'painter-10' }),
  ]
}

async function cursorAt(store: JobStore, depth: number): Promise<string> {
  let cursor: string | undefined
  for (let passed = 0; passed < depth; passed += 100) {
    const page = await store.list({ visitor: everybody, limit: 100, ...(cursor !== undefined && { cursor }) })
    cursor = page.nextCursor
  }
  if (cursor === undefined) throw new Error('The gallery ended early')
  return cursor
}

async function measureStore(store: JobStore, cases: Case[]): Promise<Figure[]> {
  const statements = countStatements()
  const ran = new Set<number>()
  const figures: Figure[] = []
  for (const { name, query, visitor } of cases) {
    const times = await timed(async () => {
      const before = statements.count()
      await store.list({ ...query, visitor })
      ran.add(statements.count() - before)
    })
    figures.push({ what: `store: ${name}, p95`, value: quantile(times, 0.95), unit: 'ms' })
  }
  statements.restore()
  const most = { what: 'SQL statements of a list, begin and commit included', value: Math.max(...ran), unit: '' }
  return [
    ...figures,
    { ...most, bar: { atMost: Math.min(...ran) }, note: 'the same for every list, whatever it shows' },
  ]
}

async function measureHttp(dataDir: string, cases: Case[]): Promise<{ figures: Figure[]; startSeconds: number }> {
  const startedAt = performance.now()
  const server = await startProduct({ DATA_DIR: dataDir })
  const startSeconds = (performance.now() - startedAt) / 1000
  const figures: Figure[] = []
  for (const { name, query } of cases) {
    const search = new URLSearchParams(Object.entries(query).map(([key, value]) => [key, String(value)]))
    const times = await timed(async () => {
      const response = await fetch(`${server.url}/api/gallery/list?${search}`)
      await response.text()
      if (!response.ok) throw new Error(`A list answered ${response.status}`)
    })
    figures.push({ what: `${name}, p95`, value: quantile(times, 0.95), unit: 'ms', bar: { below: 20 } })
  }
  await server.dispose()
  return { figures, startSeconds }
}

async function timed(work: () => Promise<void>): Promise<number[]> {
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const startedAt = performance.now()
    await work()
    times.push(performance.now() - startedAt)
  }
  return times
}

/** Counts what SQLite is asked to run by this process, through the class that every prepared statement belongs to. */
function countStatements(): { count: () => number; restore: () => void } {
  const { all, get, run } = StatementSync.prototype
  let count = 0
  const counting = <A extends unknown[], R>(verb: (...args: A) => R) =>
    function counted(this: StatementSync, ...args: A): R {
      count += 1
      return verb.apply(this, args)
    }
  Object.assign(StatementSync.prototype, { all: counting(all), get: counting(get), run: counting(run) })
  return { count: () => count, restore: () => void Object.assign(StatementSync.prototype, { all, get, run }) }
}
