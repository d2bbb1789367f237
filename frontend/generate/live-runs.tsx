import { useEffect, useRef } from 'react'
import { isRunning, type Job } from '../../contract/job.ts'
import { getStatus } from '../api.ts'
import { connection } from '../ui/connection.ts'
import { queries } from '../ui/queries.ts'
import { titleProgress } from '../ui/page-title.ts'
import { useStore } from '../ui/store.ts'
import { followJobs } from './follow-jobs.ts'
import { withHoldSlot } from './hold-slot.ts'
import { jobKey } from './job-key.ts'
import { receiveJob } from './receive-job.ts'
import { removeRun, runIds } from './runs.ts'
import { usePlacesInQueue } from './use-places-in-queue.ts'
import { useRuns } from './use-runs.ts'

/** Shows nothing: keeps every run of this tab up to date, on whatever page it is, and tells the window title of it. */
export function LiveRuns() {
  const running = useRuns(useStore(runIds)).filter(isRunning)
  const following = useRef<ReturnType<typeof followJobs>>(undefined)

  useEffect(() => {
    const stopping = new AbortController()
    const { wake, stop } = (following.current = followJobs({
      watched: () =>
        runIds
          .get()
          .map((id) => queries.getQueryData<Job>(jobKey(id)))
          .filter((job) => job !== undefined)
          .filter(isRunning),
      getStatus,
      withHoldSlot: (work) => withHoldSlot(navigator.locks, work),
      isHidden: () => document.hidden,
      onReply({ jobs, missing }) {
        for (const job of jobs) receiveJob(job)
        for (const id of missing) removeRun(id)
      },
    }))
    document.addEventListener('visibilitychange', wake, stopping)
    const forget = connection.subscribe(() => connection.get() === 'up' && wake())
    return () => {
      stop()
      forget()
      stopping.abort()
    }
  }, [])

  const watched = running.map(({ jobId }) => jobId).join()
  useEffect(() => {
    if (watched !== '') following.current?.wake()
  }, [watched])

  usePlacesInQueue(running)

  const ended = running.reduce((sum, job) => sum + job.completedModels, 0)
  const total = running.reduce((sum, job) => sum + job.totalModels, 0)
  useEffect(() => showProgress(ended, total), [ended, total])
  useEffect(() => () => titleProgress.set(''), [])
  return null
}

/** When all is done, a tab in the background keeps a tick before its name until it is looked at. */
function showProgress(ended: number, total: number): void {
  if (total > 0) return titleProgress.set(`(${ended}/${total}) `)
  if (!document.hidden || titleProgress.get() === '') return titleProgress.set('')
  titleProgress.set('✓ ')
  document.addEventListener('visibilitychange', () => titleProgress.get() === '✓ ' && titleProgress.set(''), {
    once: true,
  })
}
