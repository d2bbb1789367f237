import { RefusalError } from '../../contract/refusal.ts'
import type { ImageModel } from '../providers/provider.ts'
import type { JobRecord, TaskRecord } from '../storage/storage.ts'
import type { Admit } from './admitted.ts'
import { giveBack } from './give-back.ts'
import type { JobDeps } from './job-deps.ts'
import { settleTask } from './settle-task.ts'
import { taskTerms } from './task-terms.ts'

// Every attempt stays in the job's record, which has a bounded size.
const maxAttempts = 20

type Deps = Pick<JobDeps, 'jobs' | 'ledger' | 'now' | 'queue' | 'switches'>

/**
 * Opens the next attempt of one result, once the last one is paid for and the next one admitted. Throws RefusalError
 * `conflict` when it runs, has succeeded, is not of the job or not offered; StorageUnavailable; and what `admit` throws.
 */
export async function retryTask(deps: Deps, job: JobRecord, model: ImageModel, admit: Admit): Promise<JobRecord> {
  const { jobs, queue, now, switches } = deps
  const { jobId } = job
  const task = retryable(job, model)
  if ((await switches.off()).has(model.id)) {
    throw new RefusalError('conflict', `${model.name} was switched off by the operator: it cannot be tried now.`)
  }
  const last = { jobId, model: model.id, attempt: task.attempt }
  await settleTask(deps, last)
  const { reservation, giveBack: giveTurnBack } = await admit(jobId)
  const fresh = taskTerms(model, job.parameters, reservation)
  // When this throws, the attempt may be open all the same: what was reserved is then left for the sweep to judge.
  const opened = await jobs.openRetry(last, {
    now: now(),
    terms: { ...fresh, ignored: task.ignored, requested: task.requested },
  })
  if (opened === undefined) {
    if (fresh.reservation !== null) {
      // What cannot be given back now, the sweep gives back later.
      await giveBack(deps, { jobId, model: model.id, reservation: fresh.reservation }).catch(() => undefined)
    }
    await giveTurnBack?.()
    throw nothingToRetry(model)
  }
  await queue.send([{ ...last, attempt: task.attempt + 1 }], { taker: job.visitor })
  return opened
}

function retryable(job: JobRecord, model: ImageModel): TaskRecord {
  const task = job.tasks.find((candidate) => candidate.model === model.id)
  if (task === undefined) throw new RefusalError('conflict', `${model.name} has no part in this run.`)
  if (!model.enabled) throw new RefusalError('conflict', `${model.name} is no longer offered.`)
  if (task.attempt >= maxAttempts) {
    throw new RefusalError('conflict', `${model.name} was tried ${maxAttempts} times in this run: start a new one.`)
  }
  if (task.progress.status !== 'error' && task.progress.status !== 'cancelled') throw nothingToRetry(model)
  return task
}

const nothingToRetry = ({ name }: ImageModel) =>
  new RefusalError('conflict', `${name} is still painting, or has succeeded: there is nothing to retry.`)
