import { describe, expect, test } from 'vitest'
import type { GalleryQuery } from '../../../contract/gallery.ts'
import { BadCursor, type JobRecord, type JobStore } from '../storage.ts'
import { failed, noon, painted, sampleJob } from './samples.ts'

type Asked = Partial<GalleryQuery> & { shared?: boolean }

export function listing(open: () => Promise<JobStore>) {
  /** A store with a job per prompt, each a second younger than the one before. */
  async function galleryOf(...prompts: string[]): Promise<JobStore> {
    const jobs = await open()
    for (const [n, prompt] of prompts.entries()) await jobs.create(sampleJob({ prompt, createdAt: noon + n * 1000 }))
    return jobs
  }

  const found = async (jobs: JobStore, query: Asked) => (await everyPage(jobs, query)).map(({ prompt }) => prompt)

  describe('the gallery', () => {
    test('lists whole jobs, the newest first, whatever the order in which they were stored', async () => {
      const jobs = await open()
      for (const n of [2, 4, 1, 3]) await jobs.create(sampleJob({ prompt: `${n}`, createdAt: noon + n }))
      const listed = await everyPage(jobs, {})
      expect(listed.map(({ prompt }) => prompt)).toEqual(['4', '3', '2', '1'])
      for (const { cursor: _, ...job } of listed) expect(job).toEqual(await jobs.find(job.jobId))
    })

    test('pages follow on without gap or repetition, also among jobs of one millisecond, and the last has no cursor', async () => {
      const jobs = await open()
      const created = Array.from({ length: 25 }, (_, n) => sampleJob({ createdAt: noon + Math.floor(n / 10) }))
      for (const job of created) await jobs.create(job)
      const listed = await everyPage(jobs, { limit: 4 })
      expect(listed.map(({ jobId }) => jobId).toSorted()).toEqual(created.map(({ jobId }) => jobId).toSorted())
      const times = listed.map(({ createdAt }) => createdAt)
      expect(times).toEqual(times.toSorted((a, b) => b - a))
    })

    test('a page that is just full and the last has no cursor', async () => {
      const jobs = await galleryOf('one', 'two')
      const page = await jobs.list({ visitor: 'ann', limit: 2 })
      expect(page.jobs).toHaveLength(2)
      expect(page.nextCursor).toBeUndefined()
    })

    test('jobs that arrive or go between two pages move nothing else', async () => {
      const jobs = await galleryOf('one', 'two', 'three', 'four')
      const first = await jobs.list({ visitor: 'ann', limit: 2 })
      await jobs.create(sampleJob({ prompt: 'five', createdAt: noon + 9000 }))
      for (const { jobId } of first.jobs) await jobs.tombstone(jobId, { now: noon })
      expect(await found(jobs, { cursor: first.nextCursor, limit: 2 })).toEqual(['two', 'one'])
    })

    test('each job tells a cursor, less than the one before it, that leads to what comes behind it, also when it is gone', async () => {
      const jobs = await open()
      for (let n = 0; n < 5; n += 1) await jobs.create(sampleJob({ prompt: `${n}`, createdAt: noon }))
      const listed = await everyPage(jobs, {})
      for (const [n, { jobId, cursor }] of listed.entries()) {
        expect(cursor < (listed[n - 1]?.cursor ?? '~')).toBe(true)
        if (n % 2) await jobs.tombstone(jobId, { now: noon })
        expect(await found(jobs, { cursor, limit: 2 })).toEqual(listed.slice(n + 1).map(({ prompt }) => prompt))
      }
    })

    test('with what is shared, each sees all that is, and their own that is not; without, nothing of others', async () => {
      const jobs = await open()
      const made = [
        sampleJob({ prompt: 'a lighthouse of mine', createdAt: noon }),
        sampleJob({ prompt: 'a lighthouse for all', createdAt: noon + 1, shared: true }),
        sampleJob({ prompt: "bob's lighthouse", visitor: 'bob', createdAt: noon + 2 }),
        sampleJob({ prompt: "bob's lighthouse for all", visitor: 'bob', createdAt: noon + 3, shared: true }),
        sampleJob({ prompt: 'a secret lighthouse', createdAt: noon + 4 }),
      ]
      for (const job of made) await jobs.create(job)
      expect(await jobs.find(made[1]!.jobId)).toMatchObject({ shared: true })
      expect(await jobs.find(made[0]!.jobId)).not.toHaveProperty('shared')
      const all = ['a secret lighthouse', "bob's lighthouse for all", 'a lighthouse for all', 'a lighthouse of mine']
      for (const query of [
        {},
        { q: 'light' },
        { model: 'red' },
        { model: 'red', q: 'l' },
        { limit: 1 },
        { limit: 2 },
      ]) {
        expect(await found(jobs, { ...query, shared: true })).toEqual(all)
        expect(await found(jobs, query)).toEqual(all.filter((prompt) => !prompt.startsWith('bob')))
      }
      await jobs.tombstone(made[3]!.jobId, { now: noon })
      expect(await found(jobs, { shared: true })).toEqual(all.filter((prompt) => !prompt.startsWith('bob')))
    })

    test('each visitor sees their own jobs, with every filter', async () => {
      const jobs = await galleryOf('a lighthouse')
      await jobs.create(sampleJob({ visitor: 'bob', prompt: "bob's lighthouse", models: ['blue'] }))
      for (const query of [{}, { q: 'light' }, { model: 'red' }, { model: 'red', q: 'a' }]) {
        expect(await found(jobs, query)).toEqual(['a lighthouse'])
      }
      const { jobs: others } = await jobs.list({ visitor: 'an', limit: 10 })
      expect(others).toEqual([])
    })

    test('a model filter finds the jobs that asked that model, ended or not, and no longer or shorter name', async () => {
      const jobs = await open()
      await jobs.create(sampleJob({ prompt: 'both', models: ['red', 'blue'], createdAt: noon + 2 }))
      await jobs.create(sampleJob({ prompt: 'long', models: ['red-2'], createdAt: noon + 1 }))
      await jobs.create(sampleJob({ prompt: 'red', models: ['red'] }))
      expect(await found(jobs, { model: 'red' })).toEqual(['both', 'red'])
      expect(await found(jobs, { model: 'red-2' })).toEqual(['long'])
      expect(await found(jobs, { model: 'red', q: 'bo' })).toEqual(['both'])
      expect(await found(jobs, { model: 're' })).toEqual([])
    })

    test.each(['', ' ', 'x', '%', '-1', '0', '1.5', 'null', 'zzzzzzzzzzzzzzzzzzzzzz', '{}', '../..', 'é'])(
      'a cursor that the gallery did not give out is refused: %j',
      async (cursor) => {
        const jobs = await galleryOf('one')
        await expect(jobs.list({ visitor: 'ann', limit: 5, cursor })).rejects.toBeInstanceOf(BadCursor)
        await expect(jobs.list({ visitor: 'ann', limit: 5, cursor, q: 'one' })).rejects.toBeInstanceOf(BadCursor)
      },
    )
  })

  describe('searching the gallery', () => {
    test('every word of the query must begin a word of the prompt', async () => {
      const jobs = await galleryOf('a red lighthouse', 'the lightest blue', 'a delight in red', 'red')
      expect(await found(jobs, { q: 'light' })).toEqual(['the lightest blue', 'a red lighthouse'])
      expect(await found(jobs, { q: 'red light' })).toEqual(['a red lighthouse'])
      expect(await found(jobs, { q: 'light red' })).toEqual(['a red lighthouse'])
      expect(await found(jobs, { q: 'house' })).toEqual([])
      expect(await found(jobs, { q: 'lighthouses' })).toEqual([])
      expect(await found(jobs, { q: 'red red' })).toEqual(['red', 'a delight in red', 'a red lighthouse'])
    })

    test.each([
      ['CAFÉ', 'a café by night'],
      ['cafe', 'a café by night'],
      ['café', 'a CAFE by night'],
      ['cafe\u0301', 'a café by night'],
      ['STRASSE', 'eine Straße'],
      ['straße', 'DIE STRASSE'],
      ['ΟΔΌΣ', 'η οδός'],
      ['ﬁre', 'a fire'],
      ['東京', '東京タワー'],
      ['москва', 'МОСКВА ночью'],
      ['4k', 'render in 4K'],
      ['𝒜', 'an Abacus'],
    ])('%j finds %j: case, diacritics and forms of a letter do not matter', async (q, prompt) => {
      const jobs = await galleryOf(prompt, 'something else')
      expect(await found(jobs, { q })).toEqual([prompt])
    })

    test('words are split on whatever is not a letter or a number', async () => {
      const jobs = await galleryOf('blood-orange,lemon/lime\nmint_tea')
      for (const q of ['blood', 'orange', 'lemon', 'lime', 'mint', 'tea', 'lemon-blood', 'te@mi']) {
        expect(await found(jobs, { q })).toHaveLength(1)
      }
    })

    test.each(['"red', 'red"', 'red*', '(red', 'red)', '^red', 'red:', 'words:red', '-red', "red'", '{red}', '+red'])(
      'signs that a query language might know are only signs: %j',
      async (q) => {
        const jobs = await galleryOf('words in red', 'blue')
        expect(await found(jobs, { q })).toEqual(['words in red'])
      },
    )

    test.each(['red AND blue', 'red OR blue', 'NOT red', 'NEAR(red)'])(
      'words that a query language might know are only words: %j',
      async (q) => {
        const jobs = await galleryOf('red', 'blue', `“${q}” he said`)
        expect(await found(jobs, { q })).toEqual([`“${q}” he said`])
      },
    )

    test.each(['', '   ', '***', '"', '()', '🌅', '%'])('a query without letter or number finds all: %j', async (q) => {
      const jobs = await galleryOf('one', '🌅')
      expect(await found(jobs, { q })).toEqual(['🌅', 'one'])
    })

    test('the longest query is answered', async () => {
      const words = Array.from({ length: 100 }, (_, n) => String.fromCodePoint(0x4e00 + n)).join(' ')
      const jobs = await galleryOf(words, 'other')
      expect(await found(jobs, { q: words })).toEqual([words])
    })

    test('found jobs are paged like all others', async () => {
      const jobs = await galleryOf(...Array.from({ length: 23 }, (_, n) => (n % 2 ? `even ${n}` : `odd ${n}`)))
      const odd = await found(jobs, { q: 'odd', limit: 5 })
      expect(odd).toEqual(Array.from({ length: 12 }, (_, n) => `odd ${22 - 2 * n}`))
    })
  })

  describe('recent durations', () => {
    test("are those of a model's latest completed tasks, newest first", async () => {
      const jobs = await open()
      const ends: [string, number][] = [
        ['red', 300],
        ['red', 100],
        ['blue', 999],
        ['red', 200],
      ]
      for (const [model, durationMs] of ends) await run(jobs, model, durationMs)
      await run(jobs, 'red', 5000, 'failed')
      expect(await jobs.recentDurations('red', 2)).toEqual([300, 200])
      expect(await jobs.recentDurations('red', 10)).toEqual([300, 200, 100])
      expect(await jobs.recentDurations('green', 10)).toEqual([])
    })
  })
}

/** All that a query finds, page by page; a page may hold less than its limit. */
async function everyPage(jobs: JobStore, { limit = 10, ...query }: Asked) {
  const listed: (JobRecord & { cursor: string })[] = []
  for (let cursor = query.cursor; ;) {
    const page = await jobs.list({ ...query, visitor: 'ann', limit, cursor })
    expect(page.jobs.length).toBeLessThanOrEqual(limit)
    listed.push(...page.jobs)
    if (page.nextCursor === undefined) return listed
    cursor = page.nextCursor
  }
}

/** Runs a task from `noon` on, so that its duration is also the order of its end. */
async function run(jobs: JobStore, model: string, durationMs: number, end?: 'failed'): Promise<void> {
  const job = sampleJob({ models: [model] })
  await jobs.create(job)
  const task = { jobId: job.jobId, model, attempt: 1 }
  await jobs.claim(task, { lease: 'mine', now: noon, leaseUntil: noon + 10_000 })
  const now = noon + durationMs
  await jobs.finish(task, { lease: 'mine', now, outcome: end ? failed(now) : painted(now) })
}
