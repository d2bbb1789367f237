import type { TaskKey } from '../storage.ts'
import { atOnce } from './due-hint.ts'
import { ifPossible } from './if-possible.ts'
import type { Items } from './items.ts'
import { jobKey, type StoredJob, storedJob } from './job-item.ts'
import { type ChangeInWords, spelledChange } from './spelled-change.ts'

/** What every group of verbs works with. */
export type JobTable = {
  items: Items
  /** Deleted jobs too, until they are removed. */
  read(jobId: string): Promise<StoredJob | undefined>
  /** The job as it is then; undefined when the condition did not hold. */
  change(jobId: string, change: ChangeInWords): Promise<StoredJob | undefined>
  /** The same of one attempt at a task, whether or not its job is deleted. */
  changeTask(task: TaskKey, change: ChangeInWords & { condition: string }): Promise<StoredJob | undefined>
  /** Takes a job of which nothing is left to be done out of the index of what is due. */
  close(job: Pick<StoredJob, 'jobId' | 'open' | 'deletedAt'>): Promise<void>
}

export function jobTable(items: Items): JobTable {
  const change = async (jobId: string, { values, ...rest }: ChangeInWords) => {
    const known = { ...constants, atOnce: atOnce(jobId), ...values }
    const item = await items.update(jobKey(jobId), spelledChange({ ...rest, values: known }))
    return item && storedJob(item)
  }
  return {
    items,
    change,
    async read(jobId) {
      const item = await items.get(jobKey(jobId))
      return item && storedJob(item)
    },
    changeTask: ({ jobId, model, attempt }, { condition, values, ...rest }) =>
      change(jobId, {
        within: ['tasks', model],
        ...rest,
        model,
        values: { ...values, attempt },
        condition: `#task.#attempt = :attempt AND ${condition}`,
      }),
    async close({ jobId, open, deletedAt }) {
      if (open > 0 || deletedAt !== undefined) return
      await ifPossible(change(jobId, { remove: ['#dueIn', '#dueAs'], condition: `#open = :zero AND ${live}` }))
    },
  }
}

const constants = { zero: 0, one: 1, yes: true, no: false, none: {}, pending: 'pending', running: 'in_progress' }

// Parts of expressions. In a `set`, what is read is as it was before the change.
export const live = 'attribute_not_exists(#deletedAt)'
export const running = '#task.#status = :running'
/** Under my lease, that nobody took. */
export const leased = `${running} AND #task.#lease = :lease`
export const bumped = ['#version = #version + :one', '#updatedAt = :now']
/** Something may be due earlier than the index says. */
export const noticed = '#dueAs = :atOnce'
export const noLease = ['#task.#lease', '#task.#leaseUntil', '#task.#painted']
/** The attempt ends as `:outcome`, to be settled from `:settleAt` on if it is paid for. */
export const ended = [
  '#open = #open - #task.#openUntilEnd',
  '#task.#openUntilEnd = :zero',
  '#task.#status = :status',
  '#task.#outcome = :outcome',
  '#task.#settleAt = :settleAt',
  '#task.#tickets = :none',
  noticed,
]
