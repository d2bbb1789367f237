import { cancelledOutcome, type JobStore, type TaskKey } from '../storage.ts'
import { shardOf } from './due-hint.ts'
import { endedTask } from './ended-task.ts'
import { untilMade } from './until-made.ts'
import { isEnded, isOwing, jobRecord, newTask, openUntilEnd } from './job-item.ts'
import { bumped, type JobTable, live, noticed } from './job-table.ts'

/** An item may have 400 kB: the largest job with its tasks stays below 128, an attempt that failed below one. */
const mostEarlier = 200

/** The verbs with which a visitor changes a job that is there: stop, and try again. */
export function visitorWishes({ read, changeTask, close }: JobTable): Pick<JobStore, 'requestCancel' | 'openRetry'> {
  const attemptOf = async ({ jobId, model, attempt }: TaskKey) => {
    const job = await read(jobId)
    if (job?.deletedAt !== undefined) return undefined
    return job?.tasks.find((each) => each.terms.model === model && each.attempt === attempt)
  }

  return {
    // What was read may have changed before it is written: then it is read again.
    requestCancel: (task, { now }) =>
      untilMade(async () => {
        const found = await attemptOf(task)
        if (!found || isEnded(found)) return 'ended'
        if (found.status === 'in_progress') {
          const asked = await changeTask(task, {
            // No new version, but its runner waits for it: whoever looks for changes sees the job's own mark.
            within: [],
            set: ['#task.#cancelRequested = :yes'],
            condition: `${live} AND #task.#status = :running`,
          })
          return asked && 'requested'
        }
        const { terms, dispatched } = found
        const cancelled = await changeTask(task, {
          within: [],
          set: ['#task = :ended', '#open = #open - :leaves', noticed, ...bumped],
          condition: `${live} AND #task.#status = :pending AND #task.#dispatched = :dispatched`,
          values: {
            ended: endedTask(found, cancelledOutcome(terms, { dispatched, now }), now),
            leaves: openUntilEnd(terms),
            dispatched,
            now,
          },
        })
        if (cancelled) await close(cancelled)
        return cancelled && 'cancelled'
      }),

    async openRetry(task, { now, terms }) {
      const found = await attemptOf(task)
      if (!found || !isEnded(found) || found.status === 'completed' || isOwing(found)) return undefined
      const { position, status, outcome } = found
      const again = newTask(
        { ...terms, progress: { status: 'pending', dueAt: now, waited: false } },
        { position, attempt: task.attempt + 1 },
      )
      const job = await changeTask(task, {
        within: [],
        set: [
          '#task = :again',
          '#earlier = list_append(#earlier, :ended)',
          '#open = #open + :one',
          '#dueIn = :dueIn',
          noticed,
          ...bumped,
        ],
        // An end that did not complete changes by a late success alone, and what owed nothing owes nothing since.
        condition: `${live} AND #task.#status = :status AND size(#earlier) < :most`,
        values: {
          again,
          ended: [{ ...found.terms, attempt: task.attempt, progress: outcome }],
          status,
          most: mostEarlier,
          dueIn: shardOf(task.jobId),
          now,
        },
      })
      return job && jobRecord(job)
    },
  }
}
