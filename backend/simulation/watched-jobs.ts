import type { Due, JobStore } from '../storage/storage.ts'
import type { Attempts } from './attempts.ts'
import type { Verdict } from './invariants.ts'
import type { Faults } from './profile.ts'
import type { Random } from './random.ts'
import type { Running } from './simulated-provider.ts'
import type { Tally } from './tally.ts'

type Context = {
  jobs: JobStore
  attempts: Attempts
  running: Running
  random: Random
  faults: () => Faults
  tally: Tally
} & Pick<Verdict, 'hold'>

/** The store, with an eye on what takes effect in it. What is due may be named again, in another order, or late. */
export function watchedJobs({ jobs, attempts, running, random, faults, tally, hold }: Context): JobStore {
  const named: Due[] = []
  return {
    ...jobs,
    async create(job) {
      const answer = await jobs.create(job)
      if (answer.created) attempts.created(job)
      return answer
    },
    async openRetry(task, at) {
      const job = await jobs.openRetry(task, at)
      if (job) attempts.retried(task, at.terms)
      return job
    },
    async claim(task, lease) {
      const run = running.getStore()
      const job = await jobs.claim(task, lease)
      const attempt = job && attempts.of(task)
      if (run && attempt) run.attempt = attempt
      return job
    },
    async markDispatched(task, mark) {
      const marked = await jobs.markDispatched(task, mark)
      const isStopped = attempts.of(task)?.stopped === true
      hold(
        'nothing is sent after Stop or Delete was confirmed',
        !(marked && isStopped),
        () => `call ${mark.call} of ${attempts.of(task)?.name} may be sent`,
      )
      return marked
    },
    async keepTicket(task, ticket) {
      const kept = await jobs.keepTicket(task, ticket)
      tally.count(`provider: a ticket is ${kept ? 'kept' : 'not kept, the lease is lost'}`)
      return kept
    },
    async requeue(task, lease) {
      const requeued = await jobs.requeue(task, lease)
      if (requeued) tally.count('engine: a lost task is queued again')
      return requeued
    },
    async bill(task) {
      const bill = await jobs.bill(task)
      const attempt = attempts.of(task)
      if (bill && attempt) attempt.billed = true
      return bill
    },
    async tombstone(jobId, at) {
      const deleted = await jobs.tombstone(jobId, at)
      if (deleted) attempts.buried(jobId)
      return deleted
    },
    async remove(jobId, at) {
      const removed = await jobs.remove(jobId, at)
      if (removed) tally.count('engine: a deleted job is forgotten')
      return removed
    },
    async due(query) {
      const due = await jobs.due(query)
      if (!random.chance(faults().redeliver)) return due
      tally.count('fault: due tasks are named again, late or in another order')
      named.push(...due.filter(({ kind }) => kind !== 'deleted'))
      return [...due, ...named.slice(-6)].filter(() => random.chance(0.8)).toSorted(() => random.below(3) - 1)
    },
  }
}
