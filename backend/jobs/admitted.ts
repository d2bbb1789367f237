import type { ImageModel } from '../providers/provider.ts'

/**
 * What may be started, and the reservation that pays for it; null: all of it is free.
 * `giveBack` undoes what else was counted for it, when it is not started after all.
 */
export type Admitted = { models: readonly ImageModel[]; reservation: string | null; giveBack?: () => Promise<void> }

/** Says what of a new job, or of a retry in one, may be started, and reserves its price for that job. Throws RefusalError. */
export type Admit = (jobId: string) => Promise<Admitted>
