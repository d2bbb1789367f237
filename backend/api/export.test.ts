import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { Job } from '../../contract/job.ts'
import { ended, gate, model, paints, png } from '../jobs/test-engine.ts'
import { ProviderError, type Generate } from '../providers/provider.ts'
import { newVisitor, refusalOf, testApp } from './test-app.ts'

const many = { mode: 'many', secrets: () => ['s'], https: false } as const
const twice: Generate = async (request) => {
  const { images } = await paints(request)
  return { images: [...images, ...images] }
}
const fails: Generate = () => Promise.reject(new ProviderError('unavailable', 'Down.', { didNoWork: false }))

type TestApp = Awaited<ReturnType<typeof testApp>>

const exported = async ({ app }: Pick<TestApp, 'app'>, headers: Record<string, string> = {}) =>
  exportOf(await app.request('/api/export', { headers }))

async function exportOf(reply: Response) {
  const files = unzipSync(new Uint8Array(await reply.arrayBuffer()))
  const names = Object.keys(files).toSorted()
  return {
    reply,
    files,
    names,
    runs: names
      .filter((name) => name.endsWith('run.json'))
      .map((name) => Job.parse(JSON.parse(Buffer.from(files[name]!).toString()))),
  }
}

describe('an export', () => {
  test('is a ZIP with a folder for each run: what was asked, what came of it, and the pictures as they were painted', async () => {
    const given = await testApp({
      models: [
        model('red', twice, { abilities: { ...model('red').abilities, imagesPerCall: 2 } }),
        model('grey', fails),
      ],
    })
    const job = await given.finishedJob({
      prompt: 'Ein rotes Boot: "größer"?\nnext line/../..',
      parameters: { imagesPerModel: 2 },
    })
    const { reply, files, names, runs } = await exported(given)
    expect(reply.headers.get('Content-Type')).toBe('application/zip')
    expect(reply.headers.get('Content-Disposition')).toMatch(
      /^attachment; filename="pixel-prompt-\d{4}-\d\d-\d\d\.zip"$/u,
    )
    expect(reply.headers.get('Cache-Control')).toBe('no-store')
    const folder = `${job.createdAt.slice(0, 10)} ein-rotes-boot-großer-next-line ${job.jobId}`
    expect(names).toEqual(
      ['red-1.png', 'red-2.png', 'run.json'].map((name) => `${folder}/${name}`).concat('read-me.txt'),
    )
    expect(Buffer.from(files[`${folder}/red-1.png`]!).equals(png)).toBe(true)
    const whole = await given.app.request(`/api/gallery/${job.jobId}`)
    expect(runs).toEqual([Job.parse(await whole.json())])
  })

  test('has the earlier attempts, and what has not ended as it stands', async () => {
    const { generate, open } = gate()
    const given = await testApp({ models: [model('grey', fails), model('slow', generate)] })
    const job = await given.finishedJob({ prompt: 'a boat', models: ['grey'] })
    await given.post(`/api/jobs/${job.jobId}/retry`, { model: 'grey' })
    await given.post('/api/generate', { prompt: 'a lake', models: ['slow'] })
    const { runs } = await exported(given)
    expect(runs.map(({ prompt }) => prompt).toSorted()).toEqual(['a boat', 'a lake'])
    expect(runs.find(({ jobId }) => jobId === job.jobId)?.attempts).toHaveLength(1)
    open()
  })

  test('holds every run of a long gallery, once, and what is painted while it is sent', async () => {
    const { generate, open } = gate()
    const given = await testApp({ models: [model('red'), model('slow', generate)] })
    const oldest = Job.parse(await (await given.post('/api/generate', { prompt: 'a lake', models: ['slow'] })).json())
    const ids = [oldest.jobId]
    for (let n = 0; n < 55; n += 1) {
      const reply = await given.post('/api/generate', { prompt: `the same boat`, models: ['red'] })
      ids.push(Job.parse(await reply.json()).jobId)
    }
    const begun = await given.app.request('/api/export')
    open()
    await given.engine.until(oldest.jobId, ended)
    const { runs, names } = await exportOf(begun)
    expect(names.filter((name) => name.endsWith('slow-1.png'))).toHaveLength(1)
    expect(runs.map(({ jobId }) => jobId).toSorted()).toEqual(ids.toSorted())
  })

  test.each(['private', 'shared'] as const)('holds nothing of others in a %s gallery', async (gallery) => {
    const given = await testApp({ visitors: many, gallery })
    const [ann, bob] = [await newVisitor(given.app), await newVisitor(given.app)]
    await given.finishedJob({ prompt: 'a boat of Ann' }, ann)
    const job = await given.finishedJob({ prompt: 'a boat of Bob' }, bob)
    expect((await exported(given, bob)).runs.map(({ jobId }) => jobId)).toEqual([job.jobId])
  })

  test('of nothing says what it would be', async () => {
    const given = await testApp()
    expect((await exported(given)).names).toEqual(['read-me.txt'])
  })

  test('goes on without a picture that is lost', async () => {
    const given = await testApp()
    const { jobId } = await given.finishedJob()
    await given.engine.storage.images.removeAll(jobId)
    const { names } = await exported(given)
    expect(names.filter((name) => !name.endsWith('.txt'))).toEqual([expect.stringMatching(/\/run\.json$/u)])
  })

  test('that breaks off is no whole file, and the log says so', async () => {
    const given = await testApp()
    await given.finishedJob()
    given.engine.storage.images.read = () => Promise.reject(new Error('the disk is gone'))
    const broken = await testApp({ jobDeps: { ...given.engine.deps, images: given.engine.storage.images } })
    const reply = await broken.app.request('/api/export')
    await expect(reply.arrayBuffer()).rejects.toThrow('the disk is gone')
    expect(broken.logged.join()).toContain('an export was broken off')
  })

  test('is counted where that is limited', async () => {
    const given = await testApp({ limits: { exports: [{ scope: 'address', period: 'hour', most: 1 }] } })
    const { status, headers } = await given.app.request('/api/export')
    expect([status, headers.get('RateLimit-Remaining')]).toEqual([200, '0'])
    expect(await refusalOf(given.app.request('/api/export'))).toMatchObject({
      status: 429,
      error: expect.stringContaining('From your address 1 export an hour can be begun'),
    })
  })
})
