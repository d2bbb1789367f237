import { describe, expect, test } from 'vitest'
import type { JobStore, Outcome, TaskKey } from '../storage.ts'
import {
  allDue,
  claimedTask,
  failed,
  noon,
  paidJob,
  paidTerms,
  painted,
  pendingTask,
  progressOf,
  sampleTerms,
  stopped,
} from './samples.ts'

const mine = { lease: 'mine', now: noon + 10 }
const expiredAt = noon + 1000
const settleAt = noon + 5000
const part = { reservation: 'first', model: 'red' }

export function settling(open: () => Promise<JobStore>) {
  const paidTask = (jobs: JobStore) => claimedTask(jobs, paidJob())

  async function finishedTask(jobs: JobStore, outcome: Outcome = failed(noon)): Promise<TaskKey> {
    const task = await paidTask(jobs)
    await jobs.finish(task, { ...mine, outcome })
    return task
  }

  /** A paid task that was ended as `interrupted` when its lease had run out, to be settled from `settleAt` on. */
  async function interruptedTask(jobs: JobStore): Promise<TaskKey> {
    const task = await paidTask(jobs)
    await jobs.markDispatched(task, { ...mine, call: 0 })
    const outcome: Outcome = { ...failed(expiredAt, 'interrupted'), costCertain: false }
    await jobs.expire(task, { lease: 'mine', now: expiredAt, outcome, settleAt })
    return task
  }

  async function settle(jobs: JobStore, task: TaskKey): Promise<void> {
    await jobs.bill(task)
    await jobs.markSettled(task)
  }

  const unsettled = async (jobs: JobStore, now: number) =>
    (await allDue(jobs, now)).flatMap((due) => (due.kind === 'unsettled' ? [due.task] : []))

  describe('what an attempt owes', () => {
    test.each([
      painted(noon),
      failed(noon),
      stopped(noon),
      { ...painted(noon), costMicroUsd: null },
      { ...stopped(noon), costMicroUsd: 0, costCertain: true },
    ])('is due from its end on, and billed as the end says: $status, $costMicroUsd', async (outcome) => {
      const jobs = await open()
      const task = await finishedTask(jobs, outcome)
      expect(await unsettled(jobs, mine.now - 1)).toEqual([])
      expect(await unsettled(jobs, mine.now)).toEqual([task])
      const { costMicroUsd, costCertain } = outcome
      expect(await jobs.bill(task)).toEqual({ ...part, costMicroUsd, costCertain })
    })

    test('is billed the same however often, until it is settled; the version does not move', async () => {
      const jobs = await open()
      const task = await finishedTask(jobs)
      const bills = [await jobs.bill(task), await jobs.bill(task)]
      expect(bills[1]).toEqual(bills[0])
      expect(await unsettled(jobs, noon + 20)).toEqual([task])
      await jobs.markSettled(task)
      await jobs.markSettled(task)
      expect(await jobs.bill(task)).toBeUndefined()
      expect(await unsettled(jobs, noon + 1e9)).toEqual([])
      expect((await jobs.find(task.jobId))?.version).toBe(3)
    })

    test('is not settled before it was billed', async () => {
      const jobs = await open()
      const task = await finishedTask(jobs)
      await jobs.markSettled(task)
      expect(await unsettled(jobs, noon + 20)).toEqual([task])
      expect(await jobs.bill(task)).toBeDefined()
    })

    test('is nothing when the attempt is free, has not ended, or is another', async () => {
      const jobs = await open()
      const free = await claimedTask(jobs)
      await jobs.finish(free, { ...mine, outcome: painted(noon) })
      const [running, ended] = [await paidTask(jobs), await finishedTask(jobs)]
      const pending = await pendingTask(jobs, paidJob())
      for (const task of [free, running, pending, { ...ended, attempt: 2 }, { ...ended, model: 'blue' }]) {
        expect(await jobs.bill(task)).toBeUndefined()
      }
      expect(await unsettled(jobs, noon + 20)).toEqual([ended])
    })

    test('is due to the limit, what became due first before the others', async () => {
      const jobs = await open()
      const [last, first] = [await paidTask(jobs), await paidTask(jobs)]
      await jobs.finish(last, { ...mine, now: noon + 20, outcome: painted(noon) })
      await jobs.finish(first, { ...mine, now: noon + 15, outcome: failed(noon) })
      expect(await unsettled(jobs, noon + 20)).toEqual([first, last])
      expect(await jobs.due({ now: noon + 20, limit: 1, full: [] })).toEqual([{ kind: 'unsettled', task: first }])
    })

    test('a paid task that is cancelled while it waits owes nothing but to say so', async () => {
      const jobs = await open()
      const task = await pendingTask(jobs, paidJob())
      await jobs.requestCancel(task, { now: noon + 20 })
      expect(await unsettled(jobs, noon + 20)).toEqual([task])
      expect(await jobs.bill(task)).toEqual({ ...part, costMicroUsd: 0, costCertain: true })
    })

    test('is told of a deleted job, too', async () => {
      const jobs = await open()
      const task = await paidTask(jobs)
      await jobs.tombstone(task.jobId, { now: noon })
      await jobs.finish(task, { ...mine, outcome: painted(noon) })
      expect(await unsettled(jobs, noon + 20)).toEqual([task])
      expect(await jobs.bill(task)).toEqual({ ...part, costMicroUsd: 40_000, costCertain: true })
      await jobs.markSettled(task)
      expect(await unsettled(jobs, noon + 20)).toEqual([])
    })
  })

  describe('an interrupted attempt', () => {
    test('is due when no success can come any more, and can be billed before', async () => {
      const jobs = await open()
      const task = await interruptedTask(jobs)
      expect(await unsettled(jobs, settleAt - 1)).toEqual([])
      expect(await unsettled(jobs, settleAt)).toEqual([task])
      expect(await jobs.bill(task)).toEqual({ ...part, costMicroUsd: 40_000, costCertain: false })
    })

    test('that a late success replaces owes what the success cost, at once', async () => {
      const jobs = await open()
      const task = await interruptedTask(jobs)
      const late = { ...painted(noon), costMicroUsd: 12_345 }
      expect(await jobs.finish(task, { lease: 'mine', now: expiredAt + 5, outcome: late })).toBe(true)
      expect(await unsettled(jobs, expiredAt + 4)).toEqual([])
      expect(await unsettled(jobs, expiredAt + 5)).toEqual([task])
      expect(await jobs.bill(task)).toEqual({ ...part, costMicroUsd: 12_345, costCertain: true })
    })

    test('is replaced by nothing once it is billed, nor when it is settled', async () => {
      const jobs = await open()
      const [billed, settled] = [await interruptedTask(jobs), await interruptedTask(jobs)]
      await jobs.bill(billed)
      await settle(jobs, settled)
      for (const task of [billed, settled]) {
        expect(await jobs.finish(task, { ...mine, outcome: painted(noon) })).toBe(false)
        expect(progressOf(await jobs.find(task.jobId))).toMatchObject({ error: { code: 'interrupted' } })
      }
      expect(await jobs.bill(billed)).toEqual({ ...part, costMicroUsd: 40_000, costCertain: false })
    })

    test('a bill and a late success at the same moment agree which came first', async () => {
      const jobs = await open()
      const task = await interruptedTask(jobs)
      const outcome = { ...painted(noon), costMicroUsd: 1 }
      const [late, bill] = await Promise.all([jobs.finish(task, { ...mine, outcome }), jobs.bill(task)])
      expect(bill?.costMicroUsd).toBe(late ? 1 : 40_000)
      expect(await jobs.bill(task)).toEqual(bill)
    })
  })

  describe('a retry of what was paid for', () => {
    const second = { now: noon + 20, terms: paidTerms('red', 'second') }

    test('begins only when the attempt before it is settled', async () => {
      const jobs = await open()
      const task = await finishedTask(jobs)
      expect(await jobs.openRetry(task, second)).toBeUndefined()
      await jobs.bill(task)
      expect(await jobs.openRetry(task, second)).toBeUndefined()
      await jobs.markSettled(task)
      const job = await jobs.openRetry(task, second)
      expect(job?.tasks).toMatchObject([{ attempt: 2, reservation: 'second' }])
      expect(job?.earlier).toMatchObject([{ attempt: 1, reservation: 'first' }])
    })

    test('has an account of its own', async () => {
      const jobs = await open()
      const task = await interruptedTask(jobs)
      await settle(jobs, task)
      await jobs.openRetry(task, second)
      const again = { ...task, attempt: 2 }
      expect(await jobs.bill(again)).toBeUndefined()
      await jobs.markSettled(again)
      await jobs.claim(again, { lease: 'again', now: noon + 20, leaseUntil: expiredAt })
      const interrupted = { ...failed(expiredAt, 'interrupted'), costMicroUsd: 7 }
      await jobs.expire(again, { lease: 'again', now: expiredAt, outcome: interrupted, settleAt })
      const late = { ...painted(expiredAt), costMicroUsd: 8 }
      expect(await jobs.finish(again, { lease: 'again', now: expiredAt + 1, outcome: late })).toBe(true)
      expect(await jobs.bill(task)).toBeUndefined()
      expect(await jobs.bill(again)).toMatchObject({ reservation: 'second', costMicroUsd: 8 })
    })

    test('may be free where the attempt before it was not', async () => {
      const jobs = await open()
      const task = await finishedTask(jobs)
      await settle(jobs, task)
      await jobs.openRetry(task, { ...second, terms: sampleTerms('red') })
      const again = { ...task, attempt: 2 }
      await jobs.requestCancel(again, { now: noon + 30 })
      expect(await jobs.bill(again)).toBeUndefined()
    })
  })

  describe('owing', () => {
    test('lasts from the first moment until it is settled', async () => {
      const jobs = await open()
      const task = await pendingTask(jobs, paidJob())
      const owes = () => jobs.owes(task, 'first')
      expect(await owes()).toBe(true)
      await jobs.claim(task, { lease: 'mine', now: noon, leaseUntil: expiredAt })
      expect(await owes()).toBe(true)
      await jobs.finish(task, { ...mine, outcome: painted(noon) })
      expect(await owes()).toBe(true)
      await jobs.bill(task)
      expect(await owes()).toBe(true)
      await jobs.markSettled(task)
      expect(await owes()).toBe(false)
    })

    test('is of one reservation and one task', async () => {
      const jobs = await open()
      const task = await pendingTask(jobs, paidJob())
      expect(await jobs.owes(task, 'second')).toBe(false)
      expect(await jobs.owes({ ...task, model: 'blue' }, 'first')).toBe(false)
      expect(await jobs.owes({ ...task, jobId: 'nobody-has-this-id-000' }, 'first')).toBe(false)
      expect(await jobs.owes(await pendingTask(jobs), 'first')).toBe(false)
    })

    test('is of the current attempt', async () => {
      const jobs = await open()
      const task = await finishedTask(jobs)
      await settle(jobs, task)
      await jobs.openRetry(task, { now: noon, terms: paidTerms('red', 'second') })
      expect(await jobs.owes(task, 'first')).toBe(false)
      expect(await jobs.owes(task, 'second')).toBe(true)
    })

    test('does not end with a deletion', async () => {
      const jobs = await open()
      const [running, pending] = [await paidTask(jobs), await pendingTask(jobs, paidJob())]
      for (const task of [running, pending]) {
        await jobs.tombstone(task.jobId, { now: noon })
        expect(await jobs.owes(task, 'first')).toBe(true)
      }
      await settle(jobs, pending)
      expect(await jobs.owes(pending, 'first')).toBe(false)
    })
  })
}
