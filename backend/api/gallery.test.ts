import { expect, test } from 'vitest'
import { GalleryReply } from '../../contract/gallery.ts'
import { Job } from '../../contract/job.ts'
import { refusalOf, testApp } from './test-app.ts'

async function threeJobs() {
  const given = await testApp()
  for (const prompt of ['a red boat', 'a blue "house"', 'a red house']) await given.finishedJob({ prompt })
  const list = async (query: string) =>
    GalleryReply.parse(await (await given.app.request(`/api/gallery/list?${query}`)).json())
  return { ...given, list }
}

test('lists the kept jobs, newest first, with up to four covers', async () => {
  const { list } = await threeJobs()
  const { galleries, nextCursor } = await list('')
  expect(galleries.map(({ prompt }) => prompt)).toEqual(['a red house', 'a blue "house"', 'a red boat'])
  expect(galleries[0]).toMatchObject({ status: 'completed', totalModels: 2, completedModels: 2 })
  expect(galleries[0]?.cover.map(({ model }) => model)).toEqual(['red', 'blue'])
  expect(nextCursor).toBeUndefined()
})

test('turns pages by cursor until there are none', async () => {
  const { list } = await threeJobs()
  const first = await list('limit=2')
  const second = await list(`limit=2&cursor=${first.nextCursor}`)
  expect(first.galleries).toHaveLength(2)
  expect(second.galleries.map(({ prompt }) => prompt)).toEqual(['a red boat'])
  expect(second.nextCursor).toBeUndefined()
})

test('finds by words and by model', async () => {
  const { list } = await threeJobs()
  expect((await list('q=red+hou')).galleries.map(({ prompt }) => prompt)).toEqual(['a red house'])
  expect((await list('q=boat&model=blue')).galleries).toHaveLength(1)
  expect((await list('q=boat&model=green')).galleries).toHaveLength(0)
})

const oddSearches = [
  '"',
  '""',
  "'",
  '*',
  'NEAR(',
  'a AND',
  'OR',
  'NOT red',
  '(',
  'prompt:red',
  '^red',
  '-',
  '{}',
  '%00',
  '\\',
  ';--',
  '😀',
  '%FF',
]
test.each(oddSearches)('takes the odd search %s as words', async (q) => {
  const { app } = await threeJobs()
  expect((await app.request(`/api/gallery/list?q=${q}`)).status).toBe(200)
})

const oddLimits = ['0', '-1', '101', '1.5', 'ten', '', '1e1', '0x10', 'NaN', '%2B5']
const oddCursors = ['-', '%00', '../1', 'x'.repeat(200), 'DROP', '0', '1'.repeat(201)]
const refused: [query: string, path: string][] = [
  ...oddLimits.map((limit): [string, string] => [`limit=${limit}`, 'limit']),
  ...oddCursors.map((cursor): [string, string] => [`cursor=${cursor}`, 'cursor']),
  [`q=${'x'.repeat(201)}`, 'q'],
  ['model=../red', 'model'],
  ['model=', 'model'],
  ['page=2', 'page'],
  ['__proto__=1', '__proto__'],
  ['q=a&q=b', 'q'],
]

test.each(refused)('refuses the query %s', async (query, path) => {
  const { app } = await testApp()
  const refusal = await refusalOf(app.request(`/api/gallery/list?${query}`))
  expect(refusal).toMatchObject({ status: 400, code: 'invalid_request', fields: [{ path }] })
})

test('shows one job with its earlier attempts', async () => {
  const { app, finishedJob } = await testApp()
  const job = await finishedJob()
  const reply = await app.request(`/api/gallery/${job.jobId}`)
  expect(reply.headers.get('Cache-Control')).toBe('no-store')
  expect(Job.parse(await reply.json())).toEqual({ ...job, attempts: [] })
})

test('deletes a job once: 204, then it is not found anywhere', async () => {
  const { app, finishedJob, galleryIds } = await testApp()
  const { jobId, results } = await finishedJob()
  const reply = await app.request(`/api/gallery/${jobId}`, { method: 'DELETE' })
  expect(reply.status).toBe(204)
  expect(await reply.text()).toBe('')
  const again = app.request(`/api/gallery/${jobId}`, { method: 'DELETE' })
  expect(await refusalOf(again)).toMatchObject({ status: 404, code: 'not_found' })
  expect((await app.request(`/api/gallery/${jobId}`)).status).toBe(404)
  expect((await app.request(`/api/status/${jobId}`)).status).toBe(404)
  expect(await galleryIds()).toEqual([])
  const urls = results.flatMap((result) => (result.status === 'completed' ? result.images : [])).map(({ url }) => url)
  expect(urls).toHaveLength(2)
  for (const url of urls) expect((await app.request(url)).status).toBe(404)
})

test.each(['nope', 'list', 'A'.repeat(22), '%2e%2e'])('has no job "%s" to show or delete', async (id) => {
  const { app } = await testApp()
  const shown = id === 'list' ? [] : [await refusalOf(app.request(`/api/gallery/${id}`))]
  const deleted = await refusalOf(app.request(`/api/gallery/${id}`, { method: 'DELETE' }))
  for (const refusal of [...shown, deleted]) expect(refusal).toMatchObject({ status: 404, code: 'not_found' })
})
