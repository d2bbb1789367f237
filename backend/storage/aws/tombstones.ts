import { cancelledOutcome, type JobStore } from '../storage.ts'
import { dueHint, graves, shardOf } from './due-hint.ts'
import { endedTask } from './ended-task.ts'
import { jobKey, openUntilEnd, type PendingTask } from './job-item.ts'
import { bumped, type JobTable, live, noticed } from './job-table.ts'
import { untilMade } from './until-made.ts'
import { spelledChange } from './spelled-change.ts'

const dayMs = 86_400_000

/** The verbs that delete a job: first from sight, and for good when nothing of it runs or owes any more. */
export const tombstones = ({ items, read, change }: JobTable): Pick<JobStore, 'tombstone' | 'remove'> => ({
  // Whatever begins or ceases to wait moves the version: then it is read again.
  tombstone: (jobId, { now }) =>
    untilMade(async () => {
      const job = await read(jobId)
      if (!job || job.deletedAt !== undefined) return false
      const waiting = job.tasks.filter((task): task is PendingTask => task.status === 'pending')
      const cancelled = waiting.map((task) => {
        const { terms, dispatched } = task
        return endedTask(task, cancelledOutcome(terms, { dispatched, now }), now)
      })
      const made = await change(jobId, {
        set: [
          ...waiting.map((_, n) => `#tasks.#model${n} = :task${n}`),
          '#deletedAt = :now',
          '#open = #open - :leave',
          '#dueIn = :dueIn',
          noticed,
          ...bumped,
        ],
        remove: ['#galleryOf', '#sharedIn', '#madeAs', '#words'],
        condition: `${live} AND #version = :version`,
        names: Object.fromEntries(waiting.map(({ terms }, n) => [`model${n}`, terms.model])),
        values: {
          ...Object.fromEntries(cancelled.map((task, n) => [`task${n}`, task])),
          leave: waiting.reduce((sum, { terms }) => sum + openUntilEnd(terms), 0),
          dueIn: shardOf(jobId),
          version: job.version,
          now,
        },
      })
      return made && true
    }),

  async remove(jobId, { now }) {
    const job = await read(jobId)
    if (job === undefined) {
      return items.remove(jobKey(jobId), {
        condition: 'attribute_not_exists(tasks) AND deletedAt <= :old',
        values: { ':old': now - dayMs },
      })
    }
    const { deletedAt, open } = job
    if (deletedAt === undefined || open > 0) return false
    const grave = spelledChange({
      set: ['#dueIn = :graves', '#dueAs = :dueAs'],
      remove: buried.map((name) => `#${name}`),
      condition: '#deletedAt = :deletedAt AND #open = :zero',
      values: { graves, dueAs: dueHint(jobId, deletedAt + dayMs), deletedAt, zero: 0 },
    })
    return (await items.update(jobKey(jobId), grave)) !== undefined
  },
})

/** All but the id and when it was deleted. */
const contents = ['prompt', 'parameters', 'secret', 'requestHash', 'tasks', 'earlier', 'shares']
const buried = ['visitor', 'taker', 'shared', 'version', 'open', 'createdAt', 'updatedAt', ...contents]
