import { cleanup, render, waitFor } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { completed, fakeJob, painting } from '../fake-job.ts'
import { fakeServer } from '../fake-server.ts'
import { queries } from '../ui/queries.ts'
import { WithQueries } from '../ui/with-queries.tsx'
import { jobKey } from './job-key.ts'
import { LiveRuns } from './live-runs.tsx'
import { runIds } from './runs.ts'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

test('the window title tells how far the runs are, as long as there are any', async () => {
  const job = fakeJob([completed('Ink'), painting('Oil')])
  fakeServer({})
  queries.setQueryData(jobKey(job.jobId), job)
  runIds.set([job.jobId])
  const { unmount } = render(<LiveRuns />, { wrapper: WithQueries })
  await waitFor(() => expect(document.title).toMatch(/^\(1\/2\) /u))
  unmount()
  expect(document.title).not.toMatch(/^\(/u)
})
