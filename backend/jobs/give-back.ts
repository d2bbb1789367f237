import type { JobDeps } from './job-deps.ts'

/** Releases a model's part of a reservation, unless a task of that job is to be paid from it. */
export async function giveBack(
  { jobs, ledger, now }: Pick<JobDeps, 'jobs' | 'ledger' | 'now'>,
  { jobId, model, reservation }: { jobId: string; model: string; reservation: string },
): Promise<void> {
  if (await jobs.owes({ jobId, model }, reservation)) return
  await ledger.settle({ reservation, model }, { costMicroUsd: 0, costCertain: true, at: now() })
}
