import type { JobStore, NewJob } from '../storage.ts'
import { dueHint, shardOf } from './due-hint.ts'
import { ifPossible } from './if-possible.ts'
import { jobRecord, newTask } from './job-item.ts'
import type { JobTable } from './job-table.ts'
import { madeAs } from './made-as.ts'
import { searchableWords } from './searchable-words.ts'
import { noteEnd } from './note-end.ts'

/** The verbs that make and find a job. */
export function wholeJobs({ items, read, change }: JobTable): Pick<JobStore, 'create' | 'find'> {
  const find = async (jobId: string) => {
    const job = await read(jobId)
    return job && job.deletedAt === undefined ? jobRecord(job) : undefined
  }
  return {
    find,
    async create(job) {
      const values = newJob(job)
      const set = Object.keys(values).map((name) => `#${name} = :${name}`)
      const made = await change(job.jobId, { set, condition: 'attribute_not_exists(#pk)', values })
      if (!made) return { created: false, job: await find(job.jobId) }
      const born = job.tasks.flatMap(({ model, progress }) => ('completedAt' in progress ? [{ model, progress }] : []))
      await ifPossible(Promise.all(born.map(({ model, progress }) => noteEnd(items, { ...job, model }, progress))))
      return { created: true, job: jobRecord(made) }
    },
  }
}

function newJob({ jobId, tasks, ...job }: NewJob): Record<string, unknown> {
  const open = tasks.filter(({ progress }) => progress.status === 'pending').length
  return {
    ...job,
    version: 1,
    updatedAt: job.createdAt,
    open,
    tasks: Object.fromEntries(tasks.map((task, position) => [task.model, newTask(task, { position, attempt: 1 })])),
    earlier: [],
    shares: {},
    galleryOf: job.visitor,
    ...(job.shared && { sharedIn: 'shared' }),
    madeAs: madeAs({ jobId, ...job }),
    words: searchableWords({ tasks, ...job }),
    ...(open > 0 && { dueIn: shardOf(jobId), dueAs: dueHint(jobId, job.createdAt) }),
  }
}
