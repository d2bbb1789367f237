import type { Ledger, Switches } from '../storage/money.ts'
import type { Changes, ImageStore, JobStore, TaskQueue } from '../storage/storage.ts'

/** What a request needs to start, watch and change jobs. */
export type JobDeps = {
  jobs: JobStore
  images: ImageStore
  changes: Changes
  queue: TaskQueue
  ledger: Ledger
  switches: Switches
  /** The server's secret, from which ids of jobs with an Idempotency-Key are made. */
  secret: string
  /** Milliseconds since 1970. */
  now: () => number
  /** 128 random bits in base64url. */
  randomId: () => string
}
