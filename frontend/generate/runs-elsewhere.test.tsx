import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { fakeServer } from '../fake-server.ts'
import { completed, fakeJob, painting } from '../fake-job.ts'
import { runIds } from './runs.ts'
import { RunsElsewhere } from './runs-elsewhere.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const entry = (id: string, job = fakeJob([painting('Ink')])) => {
  const { prompt, status, createdAt, totalModels, completedModels } = job
  return { id, prompt, status, createdAt, totalModels, completedModels, cover: [] }
}

test('offers what still runs, is one’s own and is not shown here; a run that is taken up outlives a reload', async () => {
  const [mine, others, ended, anns] = ['A', 'B', 'C', 'D'].map((letter) => letter.repeat(22))
  const galleries = [
    { ...entry(anns!), readOnly: true },
    entry(mine!),
    entry(others!),
    entry(ended!, fakeJob([completed('Ink')])),
  ]
  fakeServer({ 'GET /api/gallery/list': () => ({ body: { galleries } }) })
  render(<RunsElsewhere shown={[mine!]} />)
  await userEvent.click(await screen.findByRole('button', { name: 'Show this run' }))
  expect(runIds.get()).toEqual([others])
  expect(sessionStorage.getItem('runs')).toBe(JSON.stringify([others]))
})

test('a run that has ended since is not offered when it is hidden; one begun in another tab is, when this one is seen', async () => {
  const [mine, others] = ['A', 'B'].map((letter) => letter.repeat(22))
  let galleries = [entry(mine!)]
  const { asked } = fakeServer({ 'GET /api/gallery/list': () => ({ body: { galleries } }) })
  const { rerender } = render(<RunsElsewhere shown={[mine!]} />)
  await waitFor(() => expect(asked).toHaveLength(1))
  galleries = [entry(mine!, fakeJob([completed('Ink')]))]
  rerender(<RunsElsewhere shown={[]} />)
  await waitFor(() => expect(asked).toHaveLength(2))
  expect(screen.queryByRole('button')).toBeNull()

  galleries = [{ ...entry(others!), prompt: 'A fox from elsewhere' }, ...galleries]
  fireEvent(document, new Event('visibilitychange'))
  await screen.findByText('A fox from elsewhere')
  expect(screen.getAllByRole('button')).toHaveLength(1)
})
