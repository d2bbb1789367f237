import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { ExportPartsReply } from '../../contract/export.ts'
import { ModelsReply } from '../../contract/model.ts'
import { Job } from '../../contract/job.ts'
import { ended, gate, model, png } from '../jobs/test-engine.ts'
import { ProviderError, type Generate, type ImageModel } from '../providers/provider.ts'
import { placeFrom, tokenOf } from './export-place.ts'
import { newVisitor, refusalOf, testApp } from './test-app.ts'

type Given = Awaited<ReturnType<typeof testApp>>
type Fetched = Awaited<ReturnType<typeof fetched>>
type Headers = Record<string, string>

const asMany: Generate = async ({ count }) => ({ images: Array.from({ length: count }, () => ({ bytes: png })) })
const four = { abilities: { ...model('red').abilities, imagesPerCall: 4 } }
const [red, blue] = [model('red', asMany, four), model('blue', asMany, four)]

/** A server whose parts hold as many pictures, and a run of each number of pictures, the newest last. */
async function galleryOf(inPart: number, pictures: number[], others: ImageModel[] = []) {
  const given = await testApp({ models: [red, blue, ...others], exportPartBytes: inPart * png.length })
  const jobs: Job[] = []
  for (const count of pictures) jobs.push(await runOf(given, count))
  return { ...given, jobs, all: jobs.flatMap(namesOf).toSorted() }
}

/** Of up to four pictures by one model, or of twice as many by two. */
const runOf = ({ finishedJob }: Pick<Given, 'finishedJob'>, count: number, headers: Headers = {}) =>
  finishedJob(
    count > 4
      ? { prompt: 'a boat', models: ['red', 'blue'], parameters: { imagesPerModel: count / 2 } }
      : { prompt: 'a boat', models: ['red'], parameters: { imagesPerModel: count } },
    headers,
  )

async function slowRun({ post }: Pick<Given, 'post'>): Promise<string> {
  const reply = await post('/api/generate', { prompt: 'a lake', models: ['slow'] })
  return Job.parse(await reply.json()).jobId
}

const namesOf = ({ jobId, results }: Job) =>
  results.flatMap((result) =>
    result.status === 'completed' ? result.images.map((_, n) => `${jobId}/${result.model}-${n + 1}.png`) : [],
  )

async function fetched({ app }: Pick<Given, 'app'>, path: string, headers: Headers = {}) {
  const reply = await app.request(path, { headers })
  expect(reply.status).toBe(200)
  const files = Object.entries(unzipSync(new Uint8Array(await reply.arrayBuffer())))
  const text = (name: string) => Buffer.from(files.find(([each]) => each.endsWith(name))?.[1] ?? '').toString()
  return {
    next: /^<(?<next>[^>]+)>; rel="next"$/u.exec(reply.headers.get('Link') ?? '')?.groups?.['next'],
    fileName: reply.headers
      .get('Content-Disposition')
      ?.split('"')[1]
      ?.replace(/\d{4}-\d\d-\d\d/u, 'DATE'),
    readMe: text('read-me.txt'),
    runs: files.filter(([name]) => name.endsWith('/run.json')).map(([name]) => name.split('/')[0]?.slice(-22)),
    pictures: files.flatMap(([name]) => (name.endsWith('.png') ? [name.slice(name.indexOf('/') - 22)] : [])),
    bytes: files.reduce((sum, [name, { length }]) => sum + (name.endsWith('.png') ? length : 0), 0),
  }
}

/** From the first, or a later one, to the last. */
async function followed(given: Pick<Given, 'app'>, headers: Headers = {}, path = '/api/export'): Promise<Fetched[]> {
  const part = await fetched(given, path, headers)
  return [part, ...(part.next === undefined ? [] : await followed(given, headers, part.next))]
}

async function listed({ app }: Pick<Given, 'app'>, headers: Headers = {}): Promise<ExportPartsReply[]> {
  const replies: ExportPartsReply[] = []
  for (let query = ''; ;) {
    const reply = ExportPartsReply.parse(await (await app.request(`/api/export/parts${query}`, { headers })).json())
    replies.push(reply)
    if (reply.nextAfter === undefined) return replies
    query = `?after=${reply.nextAfter}`
  }
}

const picturesOf = (parts: Fetched[]) => parts.flatMap(({ pictures }) => pictures).toSorted()
const countsOf = (parts: Fetched[]) => parts.map(({ pictures }) => pictures.length)

describe('an export in parts', () => {
  test('has each picture once, in parts that are as large as they may be, each run whole where it fits', async () => {
    const given = await galleryOf(4, [2, 1, 2, 3, 1])
    const parts = await followed(given)
    expect(countsOf(parts)).toEqual([4, 3, 2])
    expect(picturesOf(parts)).toEqual(given.all)
    expect(parts.every(({ bytes }) => bytes <= 4 * png.length)).toBe(true)
  })

  test('divides a run that is larger than a part between results and within one, with what came of it in each', async () => {
    const given = await galleryOf(3, [1, 8, 1])
    const parts = await followed(given)
    expect(countsOf(parts)).toEqual([1, 3, 3, 3])
    expect(picturesOf(parts)).toEqual(given.all)
    const [oldest, large, newest] = given.jobs.map(({ jobId }) => jobId)
    expect(parts.map(({ runs }) => runs)).toEqual([[newest], [large], [large], [large, oldest]])
  })

  test('has at least one picture in each part, also one that is larger than a part', async () => {
    const given = await testApp({ models: [red], exportPartBytes: 1 })
    const jobs = [await runOf(given, 2), await runOf(given, 1)]
    const parts = await followed(given)
    expect(countsOf(parts)).toEqual([1, 1, 1])
    expect(picturesOf(parts)).toEqual(jobs.flatMap(namesOf).toSorted())
  })

  test('says in each part which it is and where the next one is', async () => {
    const [first, middle, last] = await followed(await galleryOf(1, [1, 1, 1]))
    expect(first).toMatchObject({ fileName: 'pixel-prompt-DATE-part-1.zip' })
    expect(first?.readMe).toContain('This is part 1 of all that is yours, and there is more.')
    expect(first?.readMe).toContain(`\n${first?.next}\n`)
    expect(middle?.fileName).toBe('pixel-prompt-DATE-part-2.zip')
    expect(last).toMatchObject({ fileName: 'pixel-prompt-DATE-part-3.zip', next: undefined })
    expect(last?.readMe).toContain('This is part 3 of all that is yours, and the last.')
  })

  test('is told with the limits', async () => {
    const limitsOf = async ({ app }: Given) => {
      const reply = await app.request('/api/models')
      return ModelsReply.parse(await reply.json()).limits
    }
    expect(await limitsOf(await testApp({ exportPartBytes: 20_000_000 }))).toMatchObject({
      exportPartBytes: 20_000_000,
    })
    expect(await limitsOf(await testApp())).not.toHaveProperty('exportPartBytes')
  })

  test('that fits into one is as without a bound', async () => {
    const parts = await followed(await galleryOf(3, [1, 2]))
    expect(parts).toMatchObject([
      { fileName: 'pixel-prompt-DATE.zip', readMe: expect.stringMatching(/^These are all/u) },
    ])
  })

  test('ends a part at a hundred runs, however small', { timeout: 60_000 }, async () => {
    const given = await galleryOf(1000, [])
    for (let n = 0; n < 101; n += 1) await given.post('/api/generate', { prompt: 'a boat', models: ['red'] })
    expect((await followed(given)).map(({ runs }) => runs.length)).toEqual([100, 1])
  })

  test('goes on through whatever is deleted, made or painted between two parts, and loses nothing else', async () => {
    const { generate, open } = gate()
    const given = await galleryOf(3, [1, 8, 1, 2], [model('slow', generate)])
    const slow = await slowRun(given)
    const first = await fetched(given, '/api/export')
    expect(first.pictures).toHaveLength(3)
    open()
    await given.engine.until(slow, ended)
    await runOf(given, 4)
    await given.app.request(`/api/gallery/${given.jobs[2]!.jobId}`, { method: 'DELETE' })
    const second = await fetched(given, first.next!)
    expect(second.runs).toEqual([given.jobs[1]!.jobId])
    // With the rest of it a part begins.
    await given.app.request(`/api/gallery/${given.jobs[1]!.jobId}`, { method: 'DELETE' })
    const rest = await followed(given, {}, second.next)
    expect(picturesOf([first, second])).toEqual([...new Set(picturesOf([first, second]))])
    expect(picturesOf(rest)).toEqual(namesOf(given.jobs[0]!))
  })

  test('is of one visitor, whoever holds its places', async () => {
    const given = await testApp({
      models: [red],
      exportPartBytes: 1,
      gallery: 'shared',
      visitors: { mode: 'many', secrets: () => ['s'], https: false },
    })
    const [ann, bob] = [await newVisitor(given.app), await newVisitor(given.app)]
    const [of, his] = [await runOf(given, 3, ann), await runOf(given, 2, bob)]
    const [first] = await followed(given, ann)
    // In the middle of Ann's run, behind which there is nothing of Bob's.
    expect(picturesOf(await followed(given, bob, first!.next))).toEqual([])
    expect(picturesOf(await followed(given, bob))).toEqual(namesOf(his))
    expect(picturesOf(await followed(given, ann))).toEqual(namesOf(of))
    expect((await listed(given, bob)).flatMap(({ parts }) => parts)).toHaveLength(2)
  })

  test.each([
    '',
    'x',
    'MQ',
    ...['0,1,,', '1,1,', '01,1,,', '1,-1,,', '1,1,,,', '1,1,zz,', '1,1,,00000000000 x 0 0'].map(encoded),
    `${encoded('1,1,,')}=`,
    encoded(`1,1,${'0'.repeat(400)},`),
  ])('begins at no place that no server gave out: %j', async (after) => {
    const given = await galleryOf(1, [1])
    for (const path of ['/api/export', '/api/export/parts']) {
      expect(await refusalOf(given.app.request(`${path}?after=${after}`))).toMatchObject({
        status: 400,
        code: 'invalid_request',
        fields: [{ path: 'after' }],
      })
    }
    expect(await followed(given, {}, `/api/export?after=${encoded('1,1,00000000000,')}`)).toMatchObject([{ runs: [] }])
  })

  test.each([
    { number: 1, at: 0 },
    { number: 12, at: 1_795_000_000_000, from: { cursor: '00000abc123' } },
    {
      number: 3,
      at: 1,
      from: { cursor: '001795000000000.a_-b', rest: { jobId: 'x'.repeat(22), task: 19, image: 3 } },
      until: { cursor: '001795000000000.a_-a' },
    },
  ])('knows its places again: %j', (place) => {
    expect(placeFrom(tokenOf(place))).toEqual(place)
  })
})

describe('the parts of an export', () => {
  test('are listed as they are fetched, ten at a time', async () => {
    const given = await galleryOf(2, [2, 1, 1, ...Array.from({ length: 8 }, () => 2), 4])
    const lists = await listed(given)
    expect(lists.map(({ parts }) => parts.length)).toEqual([10, 2])
    const parts = lists.flatMap((list) => list.parts)
    expect(parts.map(({ number }) => number)).toEqual(parts.map((_, n) => n + 1))
    const all = await Promise.all(parts.map(({ href }) => fetched(given, href)))
    expect(picturesOf(all)).toEqual(given.all)
    for (const [n, { pictures, runs, bytes, fileName, next }] of all.entries()) {
      expect(parts[n]).toMatchObject({ runs: runs.length, images: pictures.length, bytes })
      expect(fileName).toBe(`pixel-prompt-DATE-part-${n + 1}.zip`)
      expect(next === undefined).toBe(n === 11)
    }
    const times = new Map(given.jobs.map(({ jobId, createdAt }) => [jobId, createdAt]))
    const of = all[10]?.runs.map((jobId) => times.get(jobId ?? ''))
    expect(parts[10]).toMatchObject({ newestAt: of?.[0], oldestAt: of?.at(-1) })
  })

  test('stay what they are, whatever is made, painted or deleted until they are fetched', async () => {
    const { generate, open } = gate()
    const given = await galleryOf(3, [2, 1, 8, 1, 1, 1, 1], [model('slow', generate)])
    const slow = await slowRun(given)
    const [list] = await listed(given)
    const before = await Promise.all(list!.parts.map(({ href }) => fetched(given, href)))
    open()
    await given.engine.until(slow, ended)
    await runOf(given, 4)
    await given.app.request(`/api/gallery/${given.jobs[5]!.jobId}`, { method: 'DELETE' })
    const after = await Promise.all(list!.parts.map(({ href }) => fetched(given, href)))
    const gone = namesOf(given.jobs[5]!)
    expect(after.map(({ pictures }) => pictures)).toEqual(
      before.map(({ pictures }) => pictures.filter((name) => !gone.includes(name))),
    )
    expect(picturesOf(after)).toEqual(given.all.filter((name) => !gone.includes(name)))
  })

  test('may be without a picture', async () => {
    const fails = model('grey', () => Promise.reject(new ProviderError('unavailable', 'Down.', { didNoWork: false })))
    const given = await testApp({ models: [fails], exportPartBytes: 1 })
    await given.finishedJob()
    expect(await listed(given)).toMatchObject([{ parts: [{ runs: 1, images: 0, bytes: 0 }] }])
  })

  test('are none where nothing is, and one where all fits', async () => {
    const given = await galleryOf(1, [])
    expect(await listed(given)).toEqual([{ parts: [] }])
    await runOf(given, 1)
    const [list] = await listed(given)
    expect(list?.parts).toMatchObject([{ number: 1, runs: 1, images: 1 }])
    expect(await fetched(given, list!.parts[0]!.href)).toMatchObject({ fileName: 'pixel-prompt-DATE.zip' })
  })
})

function encoded(text: string) {
  return Buffer.from(text).toString('base64url')
}
