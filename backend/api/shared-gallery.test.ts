import { describe, expect, test } from 'vitest'
import { GalleryReply } from '../../contract/gallery.ts'
import { Job } from '../../contract/job.ts'
import { ModelsReply } from '../../contract/model.ts'
import { StatusReply } from '../../contract/status.ts'
import { gate, model, paints } from '../jobs/test-engine.ts'
import { newVisitor, refusalOf, testApp } from './test-app.ts'

const prompt = 'a red boat'
const many = { mode: 'many', secrets: () => ['s'], https: false } as const
const passwords = { operator: 'it is me who runs it' }
const options = { visitors: many, passwords, gallery: 'shared', statusHoldMs: 50 } as const

type TestApp = Awaited<ReturnType<typeof testApp>>
type Headers = Record<string, string>

async function operatorOf({ post }: TestApp): Promise<Headers> {
  const cookies = (await post('/api/session', { password: passwords.operator })).headers.getSetCookie()
  return { Cookie: cookies.map((cookie) => cookie.split(';')[0]).join('; ') }
}

const jobOf = async ({ app }: TestApp, jobId: string, headers: Headers) =>
  Job.parse(await (await app.request(`/api/gallery/${jobId}`, { headers })).json())

const remove = ({ app }: TestApp, jobId: string, headers: Headers) =>
  app.request(`/api/gallery/${jobId}`, { method: 'DELETE', headers })

describe('in a shared gallery', () => {
  test('each visitor sees what the others make, as something to look at', async () => {
    const given = await testApp(options)
    const [ann, bob] = [await newVisitor(given.app), await newVisitor(given.app)]
    const { jobId } = await given.finishedJob({ prompt }, ann)
    for (const [headers, readOnly] of [
      [ann, undefined],
      [bob, true],
    ] as const) {
      const list = await given.app.request('/api/gallery/list?q=boat', { headers })
      const [entry] = GalleryReply.parse(await list.json()).galleries
      expect([entry?.id, entry?.readOnly]).toEqual([jobId, readOnly])
      const status = await given.app.request(`/api/status?jobs=${jobId}`, { headers })
      const [followed] = StatusReply.parse(await status.json()).jobs
      for (const job of [followed, await jobOf(given, jobId, headers)]) {
        expect([job?.jobId, job?.readOnly]).toEqual([jobId, readOnly])
      }
    }
  })

  test('what others made is not theirs to stop, retry or delete, and costs nobody a turn', async () => {
    const { generate, open, entered } = gate()
    const limits = { runs: [{ scope: 'server', period: 'hour', most: 1 } as const] }
    const given = await testApp({ ...options, limits, models: [model('red', generate)] })
    const [ann, bob] = [await newVisitor(given.app), await newVisitor(given.app)]
    const { jobId } = Job.parse(await (await given.post('/api/generate', { prompt }, ann)).json())
    await entered
    for (const reply of [
      given.post(`/api/jobs/${jobId}/cancel`, {}, bob),
      given.post(`/api/jobs/${jobId}/retry`, { model: 'red' }, bob),
      remove(given, jobId, bob),
    ]) {
      expect(await refusalOf(reply)).toMatchObject({
        status: 403,
        code: 'forbidden',
        error: 'This run is somebody else’s: it can be looked at alone.',
      })
    }
    open()
    await expect.poll(async () => (await jobOf(given, jobId, bob)).status).toBe('completed')
  })

  test('the operator may delete what anybody made', async () => {
    const given = await testApp(options)
    const { jobId } = await given.finishedJob({ prompt }, await newVisitor(given.app))
    const operator = await operatorOf(given)
    expect(await jobOf(given, jobId, operator)).not.toHaveProperty('readOnly')
    expect((await remove(given, jobId, operator)).status).toBe(204)
    expect(await given.galleryIds(operator)).toEqual([])
  })

  test('the page is told, so that it can tell who writes a prompt', async () => {
    const told = async (gallery: 'shared' | 'private') => {
      const { app } = await testApp({ ...options, gallery })
      return ModelsReply.parse(await (await app.request('/api/models')).json()).gallery
    }
    expect([await told('shared'), await told('private')]).toEqual(['shared', undefined])
  })
})

test('what was made before a gallery was shared, or is after it was, stays with who made it', async () => {
  const given = await testApp(options)
  const ann = await newVisitor(given.app)
  const { jobId } = await given.finishedJob({ prompt }, ann)
  const before = await given.engine.submit([model('red', paints)], { visitor: 'somebody', prompt: 'made in private' })
  expect(await given.galleryIds(await newVisitor(given.app))).toEqual([jobId])
  const bob = await newVisitor(given.app)
  expect(await refusalOf(given.app.request(`/api/gallery/${before.jobId}`, { headers: bob }))).toMatchObject({
    status: 404,
  })
})

test('a gallery that is private again shows nobody what others made while it was shared', async () => {
  const shared = await testApp(options)
  const { jobId } = await shared.finishedJob({ prompt }, await newVisitor(shared.app))
  const again = await testApp({ ...options, gallery: 'private', jobDeps: shared.engine.deps })
  const bob = await newVisitor(again.app)
  expect(await again.galleryIds(bob)).toEqual([])
  for (const path of [`/api/gallery/${jobId}`, `/api/status/${jobId}`]) {
    expect(await refusalOf(again.app.request(path, { headers: bob }))).toMatchObject({ status: 404 })
  }
  // Nor to the operator, who has a gallery like everybody.
  const operator = await operatorOf(again)
  expect(await refusalOf(remove(again, jobId, operator))).toMatchObject({ status: 404 })
})
