import { useEffect } from 'react'
import type { Job } from '../../contract/job.ts'
import type { StatusReply } from '../../contract/status.ts'
import { getStatus } from '../api.ts'
import { receiveJob } from './receive-job.ts'

const everyMs = 10_000

/** Asks anew after the places of what waits behind others: they move without a change of the job, which is all that a held request tells. */
export function usePlacesInQueue(running: readonly Job[]): void {
  const behind = running
    .filter(waitsBehindOthers)
    .map(({ jobId }) => jobId)
    .join()
  useEffect(() => {
    if (behind === '') return
    const jobs = behind.split(',').map((jobId) => ({ jobId, after: undefined }))
    const timer = setInterval(() => {
      if (!document.hidden) void getStatus(jobs).then(receiveAll, unheard)
    }, everyMs)
    return () => clearInterval(timer)
  }, [behind])
}

const receiveAll = ({ jobs }: StatusReply) => {
  for (const job of jobs) receiveJob(job)
}

// The endless question beside it says that the server is away, and goes on.
const unheard = () => {}

const waitsBehindOthers = ({ results }: Job): boolean =>
  results.some((result) => result.status === 'pending' && (result.ahead ?? 0) > 0)
