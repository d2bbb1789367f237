import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import type { Job } from '../../contract/job.ts'
import { fakeServer, refusal } from '../fake-server.ts'
import { noActions, type PageActions, PageActionsContext } from '../ui/page-actions.ts'
import { Toasts } from '../ui/toasts.tsx'
import { keptId, keptJob } from '../fake-gallery.ts'
import { cancelled, completed, failed, fakeImage, painting } from '../fake-job.ts'
import { GalleryPage } from './gallery-page.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

function show(actions: Partial<PageActions> = {}) {
  history.replaceState(null, '', `/gallery/${keptId(1)}`)
  const user = userEvent.setup()
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <PageActionsContext value={{ ...noActions, ...actions }}>
        <GalleryPage />
        <Toasts />
      </PageActionsContext>
    </QueryClientProvider>,
  )
  return user
}

const serve = (job: Job) => fakeServer({ [`GET /api/gallery/${keptId(1)}`]: () => ({ body: job }) })
const card = (name: string) => screen.findByRole('article', { name })
const wordsOf = async (name: string) => (await card(name)).textContent.replaceAll('\u00a0', ' ')

test('says of a picture whose file does not come that it is missing', async () => {
  serve(keptJob(1, [completed('ONE')]))
  show()
  fireEvent.error(within(await card('ONE')).getByRole('img'))
  expect(await wordsOf('ONE')).toContain('Its file may be missing on the server.')
})

test('tells what was asked, when, and what it came to', async () => {
  const parameters = {
    seed: 42,
    steps: 28,
    guidance: 5.5,
    aspectRatio: '16:9',
    imagesPerModel: 2,
    negativePrompt: 'text',
  } as const
  serve(keptJob(1, [completed('ONE')], { parameters, prompt: 'A red fox' }))
  show()
  expect(await screen.findByRole('heading', { level: 1, name: 'A red fox' })).toBe(document.activeElement)
  const facts = within(screen.getByRole('list', { name: 'About this run' })).getAllByRole('listitem')
  expect(facts.map(({ textContent }) => textContent)).toEqual([
    '1 model',
    '$0.08',
    '16:9',
    '28 steps',
    'guidance 5.5',
    'seed 42',
    '2 pictures a model',
    'without “text”',
  ])
})

test('shows each result with its pictures, time, cost and troubles in words', async () => {
  serve(
    keptJob(
      1,
      [
        completed('ONE', {
          requested: 3,
          images: [fakeImage('a'), fakeImage('b')],
          shortfall: { code: 'timeout', message: 'One was late.' },
          provider: 'sketch',
          costMicroUsd: 0,
        }),
        failed('TWO', { durationMs: 60_000, costMicroUsd: 40_000, costCertain: false }),
        cancelled('THREE'),
        completed('FOUR', { ignored: ['steps'] }),
        failed('FIVE', { costMicroUsd: 0, costCertain: true }),
      ],
      { parameters: { steps: 28, seed: 1 } },
    ),
  )
  show()
  expect(await wordsOf('ONE')).toContain('4.2 s · sketch, not AI')
  expect(await wordsOf('ONE')).toContain('2 of 3 pictures came. One was late.')
  expect(await wordsOf('TWO')).toContain('No answer within two minutes.')
  expect(await wordsOf('TWO')).toContain('failed after 1 min · may have been charged, counted as $0.04')
  expect(await wordsOf('THREE')).toContain('stopped before it began · not charged')
  expect(await wordsOf('FOUR')).toContain('Not offered by this model, not sent: 28 steps.')
  expect(await wordsOf('FIVE')).toContain('not charged')
  expect(screen.getByText('up to $0.08')).toBeTruthy()
})

test('opens the picture that was chosen, among all of the job', async () => {
  const opened: [number, number][] = []
  serve(keptJob(1, [completed('ONE', { images: [fakeImage('a'), fakeImage('b')] }), completed('TWO')]))
  const user = show({ openSlides: (slides, index) => opened.push([slides.length, index]) })
  await user.click(await screen.findByRole('button', { name: 'TWO: Prompt 1' }))
  await user.click(screen.getByRole('button', { name: 'ONE, picture 2 of 2: Prompt 1' }))
  expect(opened).toEqual([
    [3, 2],
    [3, 1],
  ])
})

test('names downloads after model, prompt and place', async () => {
  const images = [fakeImage('a'), fakeImage('b', { mediaType: 'image/jpeg' })]
  serve(keptJob(1, [completed('ONE', { images })], { prompt: 'Ein Café, 3 Füchse!' }))
  show()
  const links = await screen.findAllByRole('link', { name: /Download/u })
  expect(links.map((link) => link.getAttribute('download'))).toEqual([
    'pixel-prompt-one-ein-café-3-füchse-1.png',
    'pixel-prompt-one-ein-café-3-füchse-2.jpg',
  ])
})

test('folds earlier attempts away', async () => {
  const attempts = [failed('ONE', { error: { code: 'timeout', message: 'Too slow.' } })]
  serve(keptJob(1, [completed('ONE', { attempt: 2 })], { attempts }))
  show()
  const fold = await screen.findByText('1 earlier attempt')
  expect(fold.closest('details')?.open).toBe(false)
  expect(fold.closest('details')?.textContent).toContain('Too slow.')
})

test('hands the job to the form to be used again, and copies its prompt', async () => {
  const reuse = vi.fn<PageActions['reuse']>()
  serve(keptJob(1, [completed('ONE')]))
  const user = show({ reuse })
  await user.click(await screen.findByRole('button', { name: 'Edit this prompt' }))
  expect(reuse.mock.calls[0]?.[0].jobId).toBe(keptId(1))
  await user.click(screen.getByRole('button', { name: 'Copy prompt' }))
  await screen.findByText('Prompt copied')
  expect(await navigator.clipboard.readText()).toBe('Prompt 1')
})

test('goes on asking while the job runs, and stops when it has ended', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true })
  const states = [keptJob(1, [painting('ONE')], { settledMicroUsd: 0 }), keptJob(1, [completed('ONE')])]
  const { asked } = fakeServer({
    [`GET /api/gallery/${keptId(1)}`]: () => ({ body: states.length > 1 ? states.shift() : states[0] }),
  })
  show()
  expect(await wordsOf('ONE')).toContain('painting now')
  expect(screen.getByText('about $0.08')).toBeTruthy()
  await vi.advanceTimersByTimeAsync(2100)
  await screen.findByRole('button', { name: 'ONE: Prompt 1' })
  await vi.advanceTimersByTimeAsync(10_000)
  expect(asked).toHaveLength(2)
})

test('says in words that there is no such job', async () => {
  fakeServer({ [`GET /api/gallery/${keptId(1)}`]: () => refusal('not_found', 'Not found') })
  show()
  await screen.findByRole('heading', { name: 'This run is not here' })
  expect(screen.getByRole('link', { name: 'Gallery' }).getAttribute('href')).toBe('/gallery')
})

test('tells a fault of the server in words, with a way to try again', async () => {
  let broken = true
  fakeServer({
    [`GET /api/gallery/${keptId(1)}`]: () => (broken ? 'unreachable' : { body: keptJob(1, [completed('ONE')]) }),
  })
  const user = show()
  expect((await screen.findByRole('alert')).textContent).toContain('The server does not answer')
  broken = false
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await card('ONE')).toBeTruthy()
})

test('goes back to the gallery when the job is deleted', async () => {
  const { asked } = fakeServer({
    [`GET /api/gallery/${keptId(1)}`]: () => ({ body: keptJob(1, [failed('ONE')]) }),
    [`DELETE /api/gallery/${keptId(1)}`]: () => refusal('not_found', 'Gone already'),
  })
  const user = show()
  await user.click(await screen.findByRole('button', { name: 'Delete' }))
  const dialog = screen.getByRole('dialog', { name: 'Delete this run?' })
  expect(dialog.textContent).toContain('This cannot be undone.')
  await user.click(within(dialog).getByRole('button', { name: 'Delete' }))
  await waitFor(() => expect(location.pathname).toBe('/gallery'))
  await screen.findByText('Deleted for good')
  expect(asked.some(({ method }) => method === 'DELETE')).toBe(true)
})

test('a run of somebody else is there to look at and to learn from, and offers nothing that it refuses', async () => {
  serve(keptJob(1, [completed('ONE'), failed('TWO'), cancelled('THREE'), painting('FOUR')], { readOnly: true }))
  show()
  const facts = within(await screen.findByRole('list', { name: 'About this run' })).getAllByRole('listitem')
  expect(facts[0]?.textContent).toBe('somebody else’s')
  expect(screen.getByRole('button', { name: 'Edit this prompt' })).toBeTruthy()
  expect(screen.queryByRole('button', { name: /Delete|Stop|Retry/iu })).toBeNull()
})
