import type { EngineDeps } from './engine-deps.ts'
import { giveBack } from './give-back.ts'

const minute = 60_000
/** Between reserving and storing the job lie milliseconds. */
const orphanMs = 10 * minute
/** No request without a job, such as enhance, takes as long. */
const abandonedMs = 60 * minute
const batch = 200

/** Ends the parts of reservations that nobody will end, since a process died between two steps. */
export async function releaseOrphans(deps: EngineDeps): Promise<void> {
  const { ledger, now, log } = deps
  const free = { costMicroUsd: 0, costCertain: true, at: now() }
  for (const { jobId, confirmed, ...part } of await ledger.open({ before: now() - orphanMs, limit: batch })) {
    if (confirmed) continue
    await (jobId === undefined ? ledger.settle(part, free) : giveBack(deps, { ...part, jobId }))
  }
  for (const { jobId, confirmed, ...part } of await ledger.open({ before: now() - abandonedMs, limit: batch })) {
    if (!confirmed || jobId !== undefined) continue
    log.warn(part, 'abandoned after it was sent: counted at its full price')
    await ledger.settle(part, { costMicroUsd: null, costCertain: false, at: now() })
  }
}
