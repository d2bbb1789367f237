import { cleanup, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Job } from '../../contract/job.ts'
import { fakeJob, pending } from '../fake-job.ts'
import { fakeServer } from '../fake-server.ts'
import { queries } from '../ui/queries.ts'
import { jobKey } from './job-key.ts'
import { receiveJob } from './receive-job.ts'
import { usePlacesInQueue } from './use-places-in-queue.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => {
  cleanup()
  queries.clear()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const waiting = (ahead: number) => fakeJob([pending('Ink', { ahead })])
const placeOf = ({ jobId }: Job) => {
  const [result] = queries.getQueryData<Job>(jobKey(jobId))?.results ?? []
  return result?.status === 'pending' ? result.ahead : undefined
}

test('a place in the queue moves although the job has not changed', async () => {
  const { asked } = fakeServer({ 'GET /api/status': () => ({ body: { jobs: [waiting(2)], missing: [] } }) })
  receiveJob(waiting(5))
  renderHook(() => usePlacesInQueue([waiting(5)]))
  await vi.advanceTimersByTimeAsync(10_000)
  expect(placeOf(waiting(5))).toBe(2)
  expect(asked).toHaveLength(1)
})

test('whoever is next in line does not ask, and a server that is away is left to others', async () => {
  const { asked } = fakeServer({ 'GET /api/status': () => 'unreachable' })
  const { rerender } = renderHook(({ jobs }) => usePlacesInQueue(jobs), { initialProps: { jobs: [waiting(0)] } })
  await vi.advanceTimersByTimeAsync(30_000)
  expect(asked).toHaveLength(0)
  rerender({ jobs: [waiting(1)] })
  await vi.advanceTimersByTimeAsync(10_000)
  expect(asked).toHaveLength(1)
})

test('a tab that nobody sees does not ask, nor one that has left', async () => {
  const { asked } = fakeServer({ 'GET /api/status': () => ({ body: { jobs: [waiting(2)], missing: [] } }) })
  const { unmount } = renderHook(() => usePlacesInQueue([waiting(5)]))
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
  await vi.advanceTimersByTimeAsync(10_000)
  vi.restoreAllMocks()
  unmount()
  await vi.advanceTimersByTimeAsync(30_000)
  expect(asked).toEqual([])
})
