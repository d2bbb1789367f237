import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { fakeServer } from '../fake-server.ts'
import { completed, fakeJob, painting } from '../fake-job.ts'
import { runIds } from './runs.ts'
import { RunsElsewhere } from './runs-elsewhere.tsx'

afterEach(() => vi.unstubAllGlobals())

const entry = (id: string, job = fakeJob([painting('Ink')])) => {
  const { prompt, status, createdAt, totalModels, completedModels } = job
  return { id, prompt, status, createdAt, totalModels, completedModels, cover: [] }
}

test('offers what still runs and is not shown here; a run that is taken up outlives a reload', async () => {
  const [mine, others, ended] = ['A', 'B', 'C'].map((letter) => letter.repeat(22))
  const galleries = [entry(mine!), entry(others!), entry(ended!, fakeJob([completed('Ink')]))]
  fakeServer({ 'GET /api/gallery/list': () => ({ body: { galleries } }) })
  render(<RunsElsewhere shown={[mine!]} />)
  await userEvent.click(await screen.findByRole('button', { name: 'Show this run' }))
  expect(runIds.get()).toEqual([others])
  expect(sessionStorage.getItem('runs')).toBe(JSON.stringify([others]))
})
