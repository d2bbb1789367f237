import { EventEmitter } from 'node:events'
import { type Item, tableItems } from '../storage/aws/items.ts'
import { isEnded, isOwing, jobIdOf, type StoredJob, storedJob } from '../storage/aws/job-item.ts'
import { dynamoJobs } from '../storage/aws/job-store.ts'
import { localChanges } from '../storage/local/changes.ts'
import { openStore, type Store } from './open-store.ts'
import { resultRows } from './result-rows.ts'
import { tableInMemory } from './test-table.ts'

/** Jobs as they are kept on AWS, in a table in memory; the rest as on a laptop. */
export function openDynamoStore(): Store {
  const laptop = openStore()
  const moved = new EventEmitter().setMaxListeners(0)
  const { client, all, writes, empty } = tableInMemory({ changed: (pk) => moved.emit(jobIdOf(pk)), lags: true })
  const kept = () => all().filter(({ sk }) => sk === 'JOB')
  // Most items are as they were at the last look.
  const known = new WeakMap<object, StoredJob | undefined>()
  const jobOf = (item: Item) => {
    if (!known.has(item)) known.set(item, storedJob(item))
    return known.get(item)
  }
  const jobsOf = (pause?: () => Promise<void>) => dynamoJobs(tableItems(client(pause), 'Table'))
  return {
    ...laptop,
    jobs: jobsOf(),
    jobsOf,
    changes: localChanges(moved),
    writes: () => `${writes()} ${String(laptop.writes())}`,
    rows: resultRows(() =>
      kept()
        .flatMap((item) => jobOf(item) ?? [])
        .toSorted((a, b) => a.createdAt - b.createdAt)
        .flatMap(rowsOf),
    ),
    // What is left of a removed job has no tasks any more.
    isDone: () => kept().every((item) => isAtRest(jobOf(item))) && laptop.isDone(),
    empty() {
      laptop.empty()
      moved.removeAllListeners()
      empty()
    },
  }
}

function rowsOf(job: StoredJob) {
  const open = job.tasks.filter(isOpen).length
  if (open !== job.open) throw new Error(`${job.jobId} says that ${job.open} are open, and ${open} are`)
  return job.tasks.map((task) => ({
    jobId: job.jobId,
    version: job.version,
    deleted: Number(job.deletedAt !== undefined),
    model: task.terms.model,
    attempt: task.attempt,
    status: task.status,
    text: isEnded(task) ? JSON.stringify(task.outcome) : null,
  }))
}

const isAtRest = (job: StoredJob | undefined) =>
  job !== undefined && job.deletedAt === undefined && !job.tasks.some(isOpen)

const isOpen = (task: StoredJob['tasks'][number]) => !isEnded(task) || isOwing(task)
