import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import type { GalleryEntry } from '../../contract/gallery.ts'
import { fakeServer, refusal } from '../fake-server.ts'
import { keptEntry, keptId } from '../fake-gallery.ts'
import { FilmStrip } from './film-strip.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

function show() {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  render(
    <QueryClientProvider client={queries}>
      <FilmStrip />
    </QueryClientProvider>,
  )
  return queries
}

const strip = () => screen.queryByRole('region', { name: 'Recent' })

test('shows the latest twelve as links, and the way to all of them', async () => {
  const { asked } = fakeServer({
    'GET /api/gallery/list': () => ({ body: { galleries: [keptEntry(1), keptEntry(2)] } }),
  })
  show()
  const latest = await screen.findByRole('link', { name: 'Prompt 1' })
  expect(latest.getAttribute('href')).toBe(`/gallery/${keptId(1)}`)
  expect(screen.getByRole('link', { name: 'See all' }).getAttribute('href')).toBe('/gallery')
  expect(asked.map(({ path }) => path)).toEqual(['/api/gallery/list?limit=12'])
})

test('is not there when the gallery is empty', async () => {
  fakeServer({ 'GET /api/gallery/list': () => ({ body: { galleries: [] } }) })
  show()
  expect(strip()).toBeTruthy()
  await waitFor(() => expect(strip()).toBeNull())
})

test('is left out when it cannot be had', async () => {
  fakeServer({ 'GET /api/gallery/list': () => refusal('internal', 'Oh') })
  show()
  await waitFor(() => expect(strip()).toBeNull())
})

test('shows a new run when what is kept has changed, but none before it has ended', async () => {
  let kept: GalleryEntry[] = []
  fakeServer({ 'GET /api/gallery/list': () => ({ body: { galleries: kept } }) })
  const queries = show()
  await waitFor(() => expect(strip()).toBeNull())
  kept = [keptEntry(7, { status: 'in_progress', totalModels: 9, completedModels: 3, cover: [] })]
  await queries.invalidateQueries({ queryKey: ['gallery'] })
  expect(strip()).toBeNull()
  kept = [keptEntry(7)]
  await queries.invalidateQueries({ queryKey: ['gallery'] })
  expect(await screen.findByRole('link', { name: 'Prompt 7' })).toBeTruthy()
})
