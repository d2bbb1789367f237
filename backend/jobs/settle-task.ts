import type { TaskKey } from '../storage/storage.ts'
import type { JobDeps } from './job-deps.ts'

/**
 * Tells the ledger what an attempt that has ended cost. Each step can be repeated, so that a crash between any two, or
 * two that do it at once, change nothing. Throws StorageUnavailable; then whoever finds it unsettled does it again.
 */
export async function settleTask(
  { jobs, ledger, now }: Pick<JobDeps, 'jobs' | 'ledger' | 'now'>,
  task: TaskKey,
): Promise<void> {
  const bill = await jobs.bill(task)
  if (bill === undefined) return
  const { reservation, model, costMicroUsd, costCertain } = bill
  await ledger.settle({ reservation, model }, { costMicroUsd, costCertain, at: now() })
  await jobs.markSettled(task)
}
