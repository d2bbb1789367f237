import { describe, expect, test } from 'vitest'
import { claimedTask, failed, noon, painted, pendingTask, sampleJob, sampleTerms } from './contract-suite/samples.ts'
import type { Changes, JobStore, TaskKey } from './storage.ts'

const mine = { lease: 'mine', now: noon, leaseUntil: noon + 1000 }
const expired = { lease: 'mine', now: noon + 1000 }
const ended = failed(noon)

type Write = (jobs: JobStore, task: TaskKey) => Promise<unknown>

const afterClaim: Record<string, Write> = {
  release: (jobs, task) => jobs.release(task, { ...mine, dueAt: noon, waited: true }),
  finish: (jobs, task) => jobs.finish(task, { ...mine, outcome: painted(noon) }),
  requeue: (jobs, task) => jobs.requeue(task, expired),
  expire: (jobs, task) => jobs.expire(task, { ...expired, outcome: ended, settleAt: noon }),
  'a cancel request, which its runner waits for': (jobs, task) => jobs.requestCancel(task, { now: noon }),
  tombstone: (jobs, task) => jobs.tombstone(task.jobId, { now: noon }),
}

const beforeClaim: Record<string, Write> = {
  claim: (jobs, task) => jobs.claim(task, mine),
  cancel: (jobs, task) => jobs.requestCancel(task, { now: noon }),
}

/** What every Changes must do. `open` answers with an empty store, which it closes when the test is over. */
export function changesContract(open: () => Promise<{ jobs: JobStore; changes: Changes }>) {
  const never = () => new AbortController().signal

  describe('waiting for a change', () => {
    test.each(Object.entries(beforeClaim))('is woken by %s', async (_, write) => {
      const { jobs, changes } = await open()
      const task = await pendingTask(jobs)
      const woken = changes.next([task.jobId], never())
      await write(jobs, task)
      await expect(woken).resolves.toBeUndefined()
    })

    test.each(Object.entries(afterClaim))('is woken by %s', async (_, write) => {
      const { jobs, changes } = await open()
      const task = await claimedTask(jobs)
      const woken = changes.next([task.jobId], never())
      await write(jobs, task)
      await expect(woken).resolves.toBeUndefined()
    })

    test('is woken by the creation of a job, by a retry, and for each of several jobs', async () => {
      const { jobs, changes } = await open()
      const job = sampleJob()
      const created = changes.next(['another-job-000000000', job.jobId], never())
      await jobs.create(job)
      await expect(created).resolves.toBeUndefined()
      const task = { jobId: job.jobId, model: 'red', attempt: 1 }
      await jobs.requestCancel(task, { now: noon })
      const retried = changes.next([job.jobId, 'another-job-000000000'], never())
      await jobs.openRetry(task, { now: noon, terms: sampleTerms('red') })
      await retried
    })

    test('everybody who waits for a job is woken', async () => {
      const { jobs, changes } = await open()
      const task = await pendingTask(jobs)
      const waiting = Array.from({ length: 50 }, () => changes.next([task.jobId], never()))
      await jobs.claim(task, mine)
      await expect(Promise.all(waiting)).resolves.toHaveLength(50)
    })

    test('ends when its signal aborts, before or while it waits, and never rejects', async () => {
      const { jobs, changes } = await open()
      const { jobId } = await pendingTask(jobs)
      await changes.next([jobId], AbortSignal.abort())
      const stop = new AbortController()
      const waiting = changes.next([jobId], stop.signal)
      stop.abort(new Error('enough'))
      await expect(waiting).resolves.toBeUndefined()
    })
  })
}
