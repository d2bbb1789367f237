import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { GalleryEntry } from '../../contract/gallery.ts'
import { fakeServer, modelsReply, refusal } from '../fake-server.ts'
import { noActions, type PageActions, PageActionsContext } from '../ui/page-actions.ts'
import { Toasts } from '../ui/toasts.tsx'
import { keptEntry, keptId, keptJob, coverPicture, pageOf } from '../fake-gallery.ts'
import { completed, fakeModel, painting } from '../fake-job.ts'
import { GalleryPage } from './gallery-page.tsx'

let queries: QueryClient
const reachEnds = new Set<() => void>()

beforeEach(() => {
  // Watches the end of the list alone; the blocks of cards are all near.
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      reach: () => void
      constructor(callback: (entries: { isIntersecting: boolean }[]) => void) {
        this.reach = () => callback([{ isIntersecting: true }])
      }
      observe(watched: Element) {
        if (watched.tagName === 'SPAN') reachEnds.add(this.reach)
      }
      disconnect() {
        reachEnds.delete(this.reach)
      }
    },
  )
})
afterEach(() => {
  cleanup()
  reachEnds.clear()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

const many = (count: number) => Array.from({ length: count }, (_, number) => keptEntry(number))
const listing = (all: readonly GalleryEntry[]) => ({
  'GET /api/gallery/list': ({ path }: { path: string }) => ({ body: pageOf(all, path) }),
  'GET /api/models': () => ({ body: modelsReply([]) }),
})

function show(path: string, actions: Partial<PageActions> = {}) {
  history.replaceState(null, '', path)
  queries = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 60_000 } } })
  render(
    <QueryClientProvider client={queries}>
      <PageActionsContext value={{ ...noActions, ...actions }}>
        <GalleryPage />
        <Toasts />
      </PageActionsContext>
    </QueryClientProvider>,
  )
  return userEvent.setup()
}

const cards = () => screen.queryAllByRole('article').map((card) => card.getAttribute('aria-label'))

test('shows every kept job with its prompt, its age and how it went', async () => {
  fakeServer(
    listing([
      keptEntry(1, { prompt: 'A red fox', createdAt: new Date(Date.now() - 3_600_000 * 5).toISOString() }),
      keptEntry(2, { status: 'partial', totalModels: 9, completedModels: 9 }),
      keptEntry(3, { status: 'failed', cover: [] }),
      keptEntry(4, { status: 'cancelled', totalModels: 1, cover: [coverPicture(1), coverPicture(2)] }),
      keptEntry(5, { cover: [1, 2, 3].map((n) => coverPicture(n, { width: 1344, height: 768 })) }),
    ]),
  )
  show('/gallery')
  const fox = await screen.findByRole('article', { name: 'A red fox' })
  expect(within(fox).getByRole('link', { name: 'A red fox' }).getAttribute('href')).toBe(`/gallery/${keptId(1)}`)
  expect(within(fox).getByText('5 hours ago')).toBeTruthy()
  expect(screen.getByText('9 models, some missing')).toBeTruthy()
  expect(screen.getByText('2 models, all failed')).toBeTruthy()
  expect(screen.getByText('1 model, stopped')).toBeTruthy()
  expect(screen.getByText('That is all: 5 runs, back to 1 March 2026.')).toBeTruthy()
})

test('keeps the search in the address and asks for it once the typing pauses', async () => {
  const { asked } = fakeServer(listing([keptEntry(1, { prompt: 'a fox' }), keptEntry(2, { prompt: 'a whale' })]))
  const user = show('/gallery')
  await screen.findByRole('article', { name: 'a whale' })
  await user.type(screen.getByRole('searchbox', { name: 'Search prompts' }), 'fox ')
  await waitFor(() => expect(cards()).toEqual(['a fox']))
  expect(location.search).toBe('?q=fox')
  expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe('fox ')
  expect(asked.filter(({ path }) => path.includes('q=')).map(({ path }) => path)).toEqual([
    '/api/gallery/list?limit=24&q=fox',
  ])
})

test('begins with the search of the address, and offers the whole gallery when nothing matches', async () => {
  fakeServer(listing(many(3)))
  const user = show('/gallery?q=zebra&model=gone')
  await screen.findByRole('heading', { name: 'Nothing matches' })
  expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe('zebra')
  expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'Model' }).value).toBe('gone')
  await user.click(screen.getByRole('button', { name: 'Show the whole gallery' }))
  await waitFor(() => expect(cards()).toHaveLength(3))
  expect(location.search).toBe('')
})

test('filters by a model of the list', async () => {
  const { asked } = fakeServer({
    ...listing(many(1)),
    'GET /api/models': () => ({ body: modelsReply([fakeModel('Two')]) }),
  })
  const user = show('/gallery')
  await user.selectOptions(
    await screen.findByRole('combobox', { name: 'Model' }),
    await screen.findByRole('option', { name: 'Two' }),
  )
  await waitFor(() => expect(asked.at(-1)?.path).toBe('/api/gallery/list?limit=24&model=two'))
  expect(location.search).toBe('?model=two')
})

test('loads more when the end comes near, in larger pages, until that is all', async () => {
  const { asked } = fakeServer(listing(many(40)))
  show('/gallery')
  await waitFor(() => expect(cards()).toHaveLength(24))
  act(() => reachEnds.forEach((reach) => reach()))
  await waitFor(() => expect(cards()).toHaveLength(40))
  expect(asked.map(({ path }) => path).filter((path) => path.includes('list'))).toEqual([
    '/api/gallery/list?limit=24',
    '/api/gallery/list?limit=96&cursor=24',
  ])
  expect(screen.getByText(/That is all: 40 runs/u)).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Load more' })).toBeNull()
})

test('says when more could not be loaded, and the button tries again', async () => {
  let broken = true
  fakeServer({
    ...listing(many(30)),
    'GET /api/gallery/list': ({ path }) =>
      broken && path.includes('cursor') ? refusal('internal', 'Oh') : { body: pageOf(many(30), path) },
  })
  const user = show('/gallery')
  await user.click(await screen.findByRole('button', { name: 'Load more' }))
  await screen.findByText('The older ones could not be loaded.')
  broken = false
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  await waitFor(() => expect(cards()).toHaveLength(30))
})

test('says how far a search has looked when it goes on', async () => {
  fakeServer({
    ...listing([]),
    'GET /api/gallery/list': () => ({
      body: { galleries: [], nextCursor: '600', searchedBackTo: '2026-02-03T10:00:00.000Z' },
    }),
  })
  show('/gallery?q=zebra')
  await screen.findByText('Searched back to 3 February 2026 so far.')
  expect(screen.getByRole('button', { name: 'Load more' })).toBeTruthy()
})

test('invites to paint when the gallery is empty, and offers no search then', async () => {
  fakeServer(listing([]))
  show('/gallery')
  const way = await screen.findByRole('link', { name: 'Paint the first pictures' })
  expect(way.getAttribute('href')).toBe('/')
  expect(screen.queryByRole('searchbox')).toBeNull()
})

test('tells in words that the gallery could not be loaded, and tries again', async () => {
  let broken = true
  fakeServer({
    ...listing([]),
    'GET /api/gallery/list': ({ path }) =>
      broken ? refusal('unavailable', 'The database is away.') : { body: pageOf(many(2), path) },
  })
  const user = show('/gallery')
  expect((await screen.findByRole('alert')).textContent).toContain('The database is away.')
  broken = false
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  await waitFor(() => expect(cards()).toHaveLength(2))
})

test('deletes after asking in clear words, at once, and hands the focus to the card beside', async () => {
  let answer = (_: { status: number; body: unknown }) => {}
  const { asked } = fakeServer({
    ...listing(many(3)),
    [`GET /api/gallery/${keptId(1)}`]: () => ({ body: keptJob(1, [completed('ONE'), completed('TWO')]) }),
    [`DELETE /api/gallery/${keptId(1)}`]: () => new Promise((resolve) => (answer = resolve)),
  })
  const user = show('/gallery')
  await user.click(await screen.findByRole('button', { name: 'Delete “Prompt 1”' }))
  await screen.findByRole('dialog', { name: 'Delete these 2 pictures?' })
  expect(asked.some(({ method }) => method === 'DELETE')).toBe(false)
  await user.click(screen.getByRole('button', { name: 'Delete' }))
  await waitFor(() => expect(cards()).toEqual(['Prompt 0', 'Prompt 2']))
  expect(document.activeElement?.getAttribute('href')).toBe(`/gallery/${keptId(2)}`)
  answer({ status: 204, body: '' })
  await screen.findByText('Deleted for good')
  await waitFor(() => expect(queries.isMutating()).toBe(0))
  expect(cards()).toEqual(['Prompt 0', 'Prompt 2'])
})

test('a list that was asked for before the deletion does not bring the run back, and no other part shows it', async () => {
  const all = many(3)
  const answers: ((answer: { body: unknown }) => void)[] = []
  let slow = false
  fakeServer({
    ...listing(all),
    'GET /api/gallery/list': ({ path }) => {
      if (!slow) return { body: pageOf(all, path) }
      slow = false
      return new Promise((resolve) => answers.push(resolve))
    },
    [`DELETE /api/gallery/${keptId(1)}`]: () => {
      all.splice(1, 1)
      return { status: 204 }
    },
  })
  const before = pageOf(many(3), '/api/gallery/list')
  const forget = vi.fn<(jobId: string) => void>()
  const user = show('/gallery', { forget })
  await user.click(await screen.findByRole('button', { name: 'Delete “Prompt 1”' }))
  slow = true
  void queries.refetchQueries({ queryKey: ['gallery', 'list'] })
  await waitFor(() => expect(answers).toHaveLength(1))
  await user.click(screen.getByRole('button', { name: 'Delete' }))
  await screen.findByText('Deleted for good')
  answers[0]!({ body: before })
  await waitFor(() => expect(queries.isFetching()).toBe(0))
  expect(cards()).toEqual(['Prompt 0', 'Prompt 2'])
  expect(forget.mock.calls).toEqual([[keptId(1)]])
})

test('brings the card back, in its place and with the reason, when it could not be deleted', async () => {
  let answer = (_: { status: number; body: unknown }) => {}
  fakeServer({
    ...listing(many(3)),
    [`DELETE /api/gallery/${keptId(1)}`]: () => new Promise((resolve) => (answer = resolve)),
  })
  const user = show('/gallery')
  await user.click(await screen.findByRole('button', { name: 'Delete “Prompt 1”' }))
  await user.click(screen.getByRole('button', { name: 'Delete' }))
  await waitFor(() => expect(cards()).toEqual(['Prompt 0', 'Prompt 2']))
  answer(refusal('forbidden', 'Only its owner may delete this job.'))
  await screen.findByText('Not deleted. Only its owner may delete this job.')
  await waitFor(() => expect(cards()).toEqual(['Prompt 0', 'Prompt 1', 'Prompt 2']))
})

test('keeps the job when the question is turned down', async () => {
  const { asked } = fakeServer(listing(many(1)))
  const user = show('/gallery')
  await user.click(await screen.findByRole('button', { name: 'Delete “Prompt 0”' }))
  await user.click(screen.getByRole('button', { name: 'Cancel' }))
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(cards()).toEqual(['Prompt 0'])
  expect(asked.some(({ method }) => method === 'DELETE')).toBe(false)
})

test('follows a running job to its end without asking for the list again', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true })
  const running = keptEntry(1, { status: 'in_progress', completedModels: 0, cover: [] })
  const states = [keptJob(1, [completed('ONE'), painting('TWO')]), keptJob(1, [completed('ONE'), completed('TWO')])]
  const { asked } = fakeServer({
    ...listing([running]),
    'GET /api/status': () => ({ body: { jobs: [states.length > 1 ? states.shift() : states[0]], missing: [] } }),
  })
  show('/gallery')
  await screen.findByText('painting, 1 of 2')
  await vi.advanceTimersByTimeAsync(3100)
  await screen.findByText('2 models')
  await vi.advanceTimersByTimeAsync(10_000)
  expect(asked.filter(({ path }) => path.startsWith('/api/status'))).toHaveLength(2)
  expect(asked.filter(({ path }) => path.startsWith('/api/gallery/list'))).toHaveLength(1)
})

test('a shared gallery says so, and offers to delete only what is one’s own', async () => {
  fakeServer({
    ...listing([keptEntry(1), { ...keptEntry(2), readOnly: true }]),
    'GET /api/models': () => ({ body: { ...modelsReply([]), gallery: 'shared' } }),
  })
  show('/gallery')
  expect(await screen.findByText(/Everybody here sees all of them\.$/u)).toBeTruthy()
  expect(await screen.findAllByRole('article')).toHaveLength(2)
  expect(screen.getAllByRole('button', { name: /^Delete/u })).toHaveLength(1)
})

test('all of one’s own is one link, or a list of parts where the server sends no more at once', async () => {
  const lists = listing(many(1))
  fakeServer(lists)
  show('/gallery')
  const link = await screen.findByRole('link', { name: 'Download all of yours' })
  expect(link.getAttribute('href')).toBe('/api/export')
  cleanup()
  const { limits, ...reply } = modelsReply([])
  fakeServer({ ...lists, 'GET /api/models': () => ({ body: { ...reply, limits: { ...limits, exportPartBytes: 1 } } }) })
  const user = show('/gallery')
  await user.click(await screen.findByRole('button', { name: 'Download all of yours' }))
  expect(screen.getByRole('dialog', { name: 'All of yours' })).toBeDefined()
})
