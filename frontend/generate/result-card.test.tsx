import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import type { Job, Result } from '../../contract/job.ts'
import { taskErrorCodes } from '../../contract/task-error.ts'
import { noActions, type PageActions, PageActionsContext } from '../ui/page-actions.ts'
import { queries } from '../ui/queries.ts'
import { serverClock } from '../ui/server-clock.ts'
import { cancelled, completed, failed, fakeImage, fakeJob, painting, pending } from '../fake-job.ts'
import { ResultCard } from './result-card.tsx'

const now = Date.parse('2026-03-01T10:00:05.000Z')
beforeEach(() => vi.useFakeTimers({ now, toFake: ['Date'] }))
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const openSlides = vi.fn<PageActions['openSlides']>()

function show(result: Result, over: Partial<Job> = {}) {
  const job = fakeJob([result], over)
  render(
    <QueryClientProvider client={queries}>
      <PageActionsContext value={{ ...noActions, openSlides }}>
        <ResultCard job={job} result={result} />
      </PageActionsContext>
    </QueryClientProvider>,
  )
  return document.body.textContent?.replaceAll('\u00A0', ' ') ?? ''
}

test('a result that waits says where in the queue it stands, as far as that is known', () => {
  expect(show(pending('Ink'))).toContain('Waiting for its turn')
  cleanup()
  expect(show(pending('Ink', { ahead: 0 }))).toContain('Next in line')
  cleanup()
  expect(show(pending('Ink', { ahead: 3 }))).toContain('Waiting, 3 before it')
})

test('when the provider asked for a pause, it counts down to the next try', () => {
  const text = show(pending('Ink', { retryAt: '2026-03-01T10:00:17.000Z', ahead: 2 }))
  expect(text).toContain('The provider is busy and asks to wait')
  expect(text).toContain('Tries again by itself in 12 s')
  cleanup()
  expect(show(pending('Ink', { retryAt: '2026-03-01T10:00:04.000Z' }))).toContain('Trying again')
})

test('one that paints says how long already, and how long it usually takes', () => {
  expect(show(painting('Ink'))).toContain('Painting, 5 s')
  cleanup()
  expect(show(painting('Ink', { usualMs: 8000 }))).toContain('5 of about 8 s')
  cleanup()
  expect(show(painting('Ink', { usualMs: 3000 }))).toContain('5 s, longer than usual')
})

test('one whose provider says how far it is shows that', () => {
  expect(show(painting('Ink', { painted: 0.42 }))).toContain('Painting, 5 s, 42 %')
})

test('it counts by the clock of the server', () => {
  serverClock.hear(new Date(now + 60_000).toUTCString(), now)
  onTestFinished(() => serverClock.hear(new Date(now - 1000).toUTCString(), now))
  expect(show(painting('Ink'))).toContain('Painting, 1 min 5 s')
  cleanup()
  expect(show(pending('Ink', { retryAt: '2026-03-01T10:01:17.000Z' }))).toContain('Tries again by itself in 12 s')
})

test('a picture carries name, time, price, and opens in full', () => {
  const result = completed('Ink Landscape')
  expect(show(result)).toContain('4.2 s · $0.04')
  expect(screen.getByRole('heading', { name: 'Ink Landscape' })).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Ink Landscape: A fox in the snow' }))
  expect(openSlides).toHaveBeenLastCalledWith([expect.objectContaining({ result })], 0)
})

test('a picture of which neither small nor large file comes says so', () => {
  show(completed('Ink'))
  const image = screen.getByRole('img')
  fireEvent.error(image)
  expect(image.getAttribute('src')).toBe(fakeImage('ink').url)
  expect(screen.queryByText(/could not be loaded/u)).toBeNull()
  fireEvent.error(image)
  expect(screen.getByText('This picture could not be loaded. Its file may be missing on the server.')).toBeTruthy()
})

test('a picture beside one that was lost on the way says what it may have cost', () => {
  expect(show(completed('Ink', { requested: 2, costMicroUsd: 80_000, costCertain: false }))).toContain('up to $0.08')
})

test('a sketch is never passed off as the work of a model', () => {
  expect(show(completed('Ink', { provider: 'sketch', costMicroUsd: 0 }))).toContain('sketch, not AI')
})

test('several pictures are told apart, and each opens itself', () => {
  const images = [fakeImage('a'), fakeImage('b'), fakeImage('c')]
  show(completed('Ink', { images, requested: 3 }))
  fireEvent.click(screen.getByRole('button', { name: 'Ink, picture 2 of 3: A fox in the snow' }))
  expect(openSlides).toHaveBeenLastCalledWith(expect.anything(), 1)
})

test('names what is missing and what was not used', () => {
  const shortfall = { code: 'content_policy', message: 'One was refused.' } as const
  const text = show(completed('Ink', { requested: 2, shortfall, ignored: ['steps', 'negativePrompt'] }))
  expect(text).toContain('1 of 2: One was refused.')
  expect(text).toContain('Not used by this model: steps, negative prompt')
})

test.each(taskErrorCodes)('a failure (%s) says what happened in words, never in codes', (code) => {
  const text = show(failed('Ink', { error: { code, message: 'The server says more.' } }))
  expect(text).toContain('The server says more.')
  expect(text).not.toContain(code)
  expect(screen.queryByRole('button', { name: 'Retry Ink' }) === null).toBe(code === 'retired_model')
})

test('a failure that may have cost money says so, a certain one what it cost', () => {
  const interrupted = { code: 'interrupted', message: 'The server was restarted.' } as const
  const text = show(failed('Ink', { error: interrupted, costMicroUsd: 40_000, costCertain: false }))
  expect(text).toContain('It may have been charged, and is counted as $0.04.')
  cleanup()
  expect(show(failed('Ink'))).toContain('Not charged.')
  cleanup()
  expect(show(failed('Ink', { costMicroUsd: 40_000 }))).toContain('It cost $0.04.')
})

test('a stop says honestly how it ended', () => {
  const early = show(cancelled('Ink'))
  expect(early).toContain('Stopped before it had started')
  expect(early).toContain('Not charged.')
  cleanup()
  const sent = show(cancelled('Ink', { outcome: 'stopped', costMicroUsd: 40_000, costCertain: false }))
  expect(sent).toContain('Stopped after it was sent to the provider')
  expect(sent).toContain('It may have been charged, and is counted as $0.04.')
  cleanup()
  // The provider confirmed that it did nothing.
  expect(show(cancelled('Ink', { outcome: 'stopped' }))).toContain('Not charged.')
})
