import type { JobStore } from '../storage.ts'
import { isEnded, isOwing, type StoredJob } from './job-item.ts'
import type { JobTable } from './job-table.ts'

/** The verbs with which the ledger is told, once, what an attempt cost. */
export const settling = ({ read, changeTask, close }: JobTable): Pick<JobStore, 'bill' | 'markSettled' | 'owes'> => ({
  async bill(task) {
    const job = await changeTask(task, {
      set: ['#task.#billed = :yes'],
      condition: `attribute_exists(#task.#outcome) AND attribute_type(#task.#terms.#reservation, :text)
        AND attribute_not_exists(#task.#settled)`,
      values: { text: 'S' },
    })
    const ended = taskOf(job, task.model)
    if (!ended || !isEnded(ended) || ended.terms.reservation === null) return undefined
    const { costMicroUsd, costCertain } = ended.outcome
    return { reservation: ended.terms.reservation, model: task.model, costMicroUsd, costCertain }
  },

  async markSettled(task) {
    const job = await changeTask(task, {
      set: ['#task.#settled = :yes', '#open = #open - :one'],
      condition: '#task.#billed = :yes AND attribute_not_exists(#task.#settled)',
    })
    if (job) await close(job)
  },

  async owes({ jobId, model }, reservation) {
    const task = taskOf(await read(jobId), model)
    return task?.terms.reservation === reservation && (!isEnded(task) || isOwing(task))
  },
})

const taskOf = (job: StoredJob | undefined, model: string) => job?.tasks.find(({ terms }) => terms.model === model)
