import type { SQLInputValue } from 'node:sqlite'
import type { JobStore, NewJob } from '../storage.ts'
import type { JobTables } from './job-tables.ts'
import { searchTokens } from './search-tokens.ts'

/** The verbs that make and find a job. */
export function wholeJobs(tables: JobTables): Pick<JobStore, 'create' | 'find'> {
  const { db, transact, readJob, wake } = tables
  const taken = db.prepare(
    'select 1 from jobs where job_id = :jobId union all select 1 from graves where job_id = :jobId',
  )
  const firstFree = db.prepare(
    `select case when exists (select 1 from jobs where seq = :base) then (
       select seq + 1 from jobs as taken
       where seq >= :base and not exists (select 1 from jobs where seq = taken.seq + 1)
       order by seq limit 1
     ) else :base end as seq`,
  )
  const insertJob = db.prepare(
    `insert into jobs (seq, job_id, visitor, shared, created_at, updated_at, prompt, parameters, secret, request_hash)
     values (:seq, :jobId, :visitor, :shared, :createdAt, :createdAt, :prompt, :parameters, :secret, :requestHash)`,
  )
  const insertTask = db.prepare(
    `insert into tasks (job, visitor, model, position, lane, terms, status, due_at, waited, started_at, completed_at, outcome)
     values (:job, :visitor, :model, :position, :lane, :terms, :status, :dueAt, :waited, :startedAt, :completedAt, :outcome)`,
  )
  const index = db.prepare('insert into search (rowid, words) values (?, ?)')

  return {
    async create(job) {
      return transact(() => {
        const { jobId } = job
        if (taken.get({ jobId })) return { created: false, job: readJob(jobId) }
        const seq = Number(firstFree.get({ base: job.createdAt * 1024 })?.['seq'])
        insertJob.run(jobValues(seq, job))
        for (const [position, task] of job.tasks.entries()) {
          insertTask.run({ job: seq, visitor: job.taker ?? job.visitor, position, ...taskValues(task) })
        }
        index.run(seq, searchTokens(job))
        wake(jobId)
        const stored = readJob(jobId)
        if (!stored) throw new Error(`Job ${jobId} is not found after it was stored`)
        return { created: true, job: stored }
      })
    },
    async find(jobId) {
      return transact(() => readJob(jobId))
    },
  }
}

const jobValues = (seq: number, job: NewJob): Record<string, SQLInputValue> => ({
  seq,
  jobId: job.jobId,
  visitor: job.visitor,
  shared: Number(job.shared === true),
  createdAt: job.createdAt,
  prompt: job.prompt,
  parameters: JSON.stringify(job.parameters),
  secret: job.secret,
  requestHash: job.requestHash ?? null,
})

function taskValues({ progress, ...terms }: NewJob['tasks'][number]): Record<string, SQLInputValue> {
  const { model, lane } = terms
  const fixed = { model, lane, terms: JSON.stringify(terms), status: progress.status }
  if (progress.status === 'pending') {
    const { dueAt, waited } = progress
    return { ...fixed, dueAt, waited: Number(waited), startedAt: null, completedAt: null, outcome: null }
  }
  const { startedAt = null, completedAt } = progress
  return { ...fixed, dueAt: null, waited: 0, startedAt, completedAt, outcome: JSON.stringify(progress) }
}
