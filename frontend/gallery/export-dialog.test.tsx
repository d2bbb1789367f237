import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import type { ExportPart, ExportPartsReply } from '../../contract/export.ts'
import { type Answers, fakeServer, refusal } from '../fake-server.ts'
import { ExportDialog } from './export-dialog.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const part = (number: number, over: Partial<ExportPart> = {}): ExportPart => ({
  number,
  href: `/api/export?after=${number}`,
  runs: 12,
  images: 108,
  bytes: 148_000_000,
  newestAt: '2026-11-27T10:00:00.000Z',
  oldestAt: '2026-10-03T10:00:00.000Z',
  ...over,
})

function show(answer: Answers[string]) {
  const { asked } = fakeServer({ 'GET /api/export/parts': answer })
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <ExportDialog partBytes={150_000_000} onClose={() => {}} />
    </QueryClientProvider>,
  )
  return { paths: () => asked.map(({ path }) => path) }
}

// Days are joined with thin spaces.
const rows = async () =>
  (await screen.findAllByRole('link')).map(({ textContent }) => textContent.replaceAll(/\s/gu, ' '))
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))

test('lists the parts with what is in them and where they are, and ticks what was begun', async () => {
  const small = { runs: 1, images: 1, bytes: 2_400_000, newestAt: '2026-10-03T10:00:00.000Z' }
  show(() => ({ body: { parts: [part(1), part(2, small), part(3, { ...small, images: 0, bytes: 0 })] } }))
  const third = '3 October 2026'
  expect(await rows()).toEqual([
    'Part 112 runs · 108 pictures · 148 MB3 October – 27 November 2026',
    `Part 21 run · 1 picture · 2.4 MB${third}`,
    `Part 31 run · no pictures${third}`,
  ])
  expect(screen.getByText(/^Everything .* in several ZIPs with up to 150 MB of pictures each/u)).toBeDefined()
  const second = screen.getByRole('link', { name: /^Part 2/u })
  expect(second.getAttribute('href')).toBe('/api/export?after=2')
  second.addEventListener('click', (event) => event.preventDefault())
  await userEvent.click(second)
  expect(screen.getAllByText('· begun')).toHaveLength(1)
})

test('calls a single part all of it', async () => {
  show(() => ({ body: { parts: [part(1)] } }))
  expect(await rows()).toEqual([expect.stringMatching(/^All of it12 runs/u)])
  expect(screen.queryByRole('button', { name: 'More parts' })).toBeNull()
})

test('shows more parts when asked, and the first of them has the focus', async () => {
  const replies: ExportPartsReply[] = [{ parts: [part(1), part(2)], nextAfter: 'x' }, { parts: [part(3), part(4)] }]
  const { paths } = show(({ path }) => ({ body: replies[path.includes('after=x') ? 1 : 0] }))
  await press('More parts')
  const third = await screen.findByRole('link', { name: /^Part 3/u })
  await waitFor(() => expect(document.activeElement).toBe(third))
  expect(await rows()).toHaveLength(4)
  expect(screen.queryByRole('button', { name: 'More parts' })).toBeNull()
  expect(paths()).toEqual(['/api/export/parts', '/api/export/parts?after=x'])
})

test('what could not be listed can be asked for again, at the beginning and later', async () => {
  const answers = [
    refusal('unavailable', 'The storage is away.'),
    { body: { parts: [part(1)], nextAfter: 'x' } },
    refusal('unavailable', 'The storage is away.'),
    { body: { parts: [part(2)] } },
  ]
  const { paths } = show(() => answers.shift() ?? 'unreachable')
  expect((await screen.findByRole('alert')).textContent).toContain('The storage is away.')
  await press('Try again')
  expect(await rows()).toHaveLength(1)
  await press('More parts')
  expect((await screen.findByRole('alert')).textContent).toContain('The storage is away.')
  await press('Try again')
  await screen.findByRole('link', { name: /^Part 2/u })
  expect(screen.queryByRole('alert')).toBeNull()
  expect(paths().at(-1)).toBe('/api/export/parts?after=x')
})

test('says so where nothing is one’s own', async () => {
  show(() => ({ body: { parts: [] } }))
  expect(await screen.findByText(/^There is nothing of yours yet/u)).toBeDefined()
})
