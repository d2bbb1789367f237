// The port of links to jobs, beside those of storage.ts: the same rules hold.

export type ShareRecord = {
  shareId: string
  jobId: string
  createdAt: number
  /** From then on it is not found. */
  expiresAt: number
  promptHidden: boolean
}

/** A job's shares go when the job is removed. */
export type Shares = {
  /** False, and nothing is kept, when `most` of the job are living, or the job is not there. */
  create(share: ShareRecord, to: { most: number }): Promise<boolean>
  find(shareId: string, at: { now: number }): Promise<ShareRecord | undefined>
  /** Living ones, newest first. */
  list(jobId: string, at: { now: number }): Promise<ShareRecord[]>
  /** From now on it is not found. True for the one call that did it. */
  revoke(shareId: string): Promise<boolean>
}
