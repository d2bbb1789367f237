import type { ImageModel } from '../providers/provider.ts'

/** What may be started, and the reservation that pays for it; null: all of it is free. */
export type Admitted = { models: readonly ImageModel[]; reservation: string | null }

/** Says what of a new job, or of a retry in one, may be started, and reserves its price for that job. Throws RefusalError. */
export type Admit = (jobId: string) => Promise<Admitted>
