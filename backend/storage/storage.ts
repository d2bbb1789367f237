import type { GalleryQuery } from '../../contract/gallery.ts'
import type { ImageMediaType } from '../../contract/image.ts'
import type { ParameterName, Parameters } from '../../contract/parameters.ts'
import type { TaskError } from '../../contract/task-error.ts'

// The ports. Two implementations (local/, aws/) pass one suite of contract tests. Times are milliseconds since 1970,
// handed in by the caller; money is whole micro-dollars. Every verb is one atomic, conditional change: nobody reads a
// job, changes it and writes it back.

/** One attempt at one model's share of a job. */
export type TaskKey = { jobId: string; model: string; attempt: number }

export type KeptImage = {
  imageId: string
  width: number
  height: number
  mediaType: ImageMediaType
  bytes: number
  thumbhash: string
  seed?: number
}

type Cost = { costMicroUsd: number | null; costCertain: boolean }

/** How an attempt ended. */
export type Outcome = Cost & { completedAt: number; startedAt?: number } & (
    | {
        status: 'completed'
        startedAt: number
        images: [KeptImage, ...KeptImage[]]
        shortfall?: TaskError
        sentPrompt?: string
        revisedPrompt?: string
      }
    | { status: 'error'; error: TaskError }
    | { status: 'cancelled'; outcome: 'not_started' | 'stopped' }
  )

export type Progress =
  /** `waited`: a wait that the provider asked for was already honoured once in this attempt. */
  | { status: 'pending'; dueAt: number; waited: boolean }
  | { status: 'in_progress'; startedAt: number; waited: boolean; cancelRequested: boolean }
  | Outcome

/** What is fixed when a task is made. `lane`: the models that share one bound on simultaneous calls. */
export type TaskTerms = {
  model: string
  name: string
  provider: string
  lane: string
  requested: number
  ignored: ParameterName[]
  /** Of one image, as quoted when the job was accepted. */
  priceMicroUsd: number | null
}

export type TaskRecord = TaskTerms & { attempt: number; progress: Progress }

export type NewJob = {
  jobId: string
  visitor: string
  createdAt: number
  prompt: string
  /** With the seed that was drawn when none was given. */
  parameters: Parameters & { seed: number }
  /** Random bytes in base64url; image ids are made from it, so that a key tells nothing of its model. */
  secret: string
  /** Hash of the request, when it carried an Idempotency-Key. */
  requestHash?: string
  /** A task may be born ended (a retired model). */
  tasks: (TaskTerms & { progress: Extract<Progress, { status: 'pending' }> | Outcome })[]
}

export type JobRecord = Omit<NewJob, 'tasks'> & {
  version: number
  updatedAt: number
  tasks: TaskRecord[]
  /** Ended attempts that a retry has replaced, oldest first. */
  earlier: (TaskTerms & { attempt: number; progress: Outcome })[]
}

type Lease = { lease: string; now: number }

/** What the engine or the sweeper has to see to. */
export type Due =
  | { kind: 'run'; task: TaskKey; lane: string }
  | { kind: 'expired'; task: TaskKey; lease: string; dispatched: number; requeues: number; cancelRequested: boolean }
  /** `running`: a task of it is still in progress, so that images may yet be written. */
  | { kind: 'deleted'; jobId: string; running: boolean }

type GalleryPage = { jobs: JobRecord[]; nextCursor?: string; searchedBackTo?: number }

export type JobStore = {
  /** Stores the job at version 1. When the id is taken: the job that has it, which may belong to a deleted job (undefined). */
  create(job: NewJob): Promise<{ created: true; job: JobRecord } | { created: false; job: JobRecord | undefined }>
  /** Deleted jobs are not found. */
  find(jobId: string): Promise<JobRecord | undefined>
  /** pending and due → in_progress, version + 1. Undefined when somebody else was first, or the job is gone. */
  claim(task: TaskKey, lease: Lease & { leaseUntil: number }): Promise<JobRecord | undefined>
  /** Before call `call` (0, 1, …) is sent. True for one caller: lease is mine and running, marks made = call, no cancel asked. */
  markDispatched(task: TaskKey, lease: Lease & { call: number }): Promise<boolean>
  /** Extends a lease, one that ran out and that nobody took included; says whether it is still mine and whether a cancel was asked for. */
  heartbeat(task: TaskKey, lease: Lease & { leaseUntil: number }): Promise<'kept' | 'cancel_requested' | 'lost'>
  /**
   * in_progress → pending, version + 1, lease and dispatch marks cleared. For a provider that certainly did no work, or
   * work not begun. False also when a cancel was asked for (or the job deleted): then it is to be finished as cancelled.
   */
  release(task: TaskKey, lease: Lease & { dueAt: number; waited: boolean }): Promise<boolean>
  /**
   * version + 1. From in_progress under my lease, even if it ran out, as long as nobody took it; or, for a success only,
   * from the `interrupted` with which expire() ended my lease. Of a deleted job: false, but the task has ended.
   */
  finish(task: TaskKey, end: Lease & { outcome: Outcome }): Promise<boolean>
  /** An expired lease whose work was not dispatched → pending, version + 1, requeues + 1. Not when a cancel was asked for. */
  requeue(task: TaskKey, lease: Lease): Promise<boolean>
  /** An expired lease → the given end, version + 1. */
  expire(task: TaskKey, end: Lease & { outcome: Outcome }): Promise<boolean>
  /** pending → cancelled (not_started, cost 0), version + 1; in_progress → the runner is told by its next heartbeat. */
  requestCancel(task: TaskKey, at: { now: number }): Promise<'cancelled' | 'requested' | 'ended'>
  /** An ended attempt that did not complete → pending at attempt + 1, version + 1; the old one joins `earlier`. */
  openRetry(task: TaskKey, at: { now: number; terms: TaskTerms }): Promise<JobRecord | undefined>
  /** From now on the job is not found; due() names it until remove(). True for the one call that did it. */
  tombstone(jobId: string, at: { now: number }): Promise<boolean>
  /** Forgets a deleted job: true for the one call that did it. False while one of its tasks is still in progress. */
  remove(jobId: string): Promise<boolean>
  /** The oldest first. Pending tasks in `busyLanes` are left out; expired and deleted ones come first. Of a deleted job a cancel counts as asked for. */
  due(query: { now: number; limit: number; busyLanes: readonly string[] }): Promise<Due[]>
  /** Newest first. A page may hold less than `limit` although more follow. Throws BadCursor. */
  list(query: GalleryQuery & { visitor: string }): Promise<GalleryPage>
  /** Of a model's latest completed tasks, newest first. */
  recentDurations(model: string, limit: number): Promise<number[]>
}

export type TaskQueue = {
  /** The tasks will be offered to an engine at least once, unless the process dies first: then the sweeper finds them. */
  send(tasks: readonly TaskKey[]): Promise<void>
}

export type ImageStore = {
  /** Cheap, before something is paid for. Throws StorageUnavailable when images certainly could not be kept. */
  ready(): Promise<void>
  /** Create-only: a key that exists keeps its bytes, which are the same. */
  put(key: string, bytes: Uint8Array, mediaType: ImageMediaType): Promise<void>
  read(key: string): Promise<{ bytes: Uint8Array<ArrayBuffer>; mediaType: ImageMediaType } | undefined>
  removeAll(jobId: string): Promise<void>
}

export type Changes = {
  /** Listens from the call on; settles when one of the jobs may have changed, or when the signal aborts. Never rejects. */
  next(jobIds: readonly string[], signal: AbortSignal): Promise<void>
}

export type Health = { database: PartHealth; images: PartHealth }
type PartHealth = { ok: true } | { ok: false; message: string }

export type Storage = {
  jobs: JobStore
  images: ImageStore
  changes: Changes
  health(): Promise<Health>
}

/** Nothing can be kept at the moment. The message says to a person what to do. */
export class StorageUnavailable extends Error {
  override name = 'StorageUnavailable'
}

export class BadCursor extends Error {
  override name = 'BadCursor'
}

const extensions: Record<ImageMediaType, string> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'image/avif': 'avif',
}

/** Keys double as URL paths: `/` + key. */
export const imageKey = (jobId: string, { imageId, mediaType }: Pick<KeptImage, 'imageId' | 'mediaType'>): string =>
  `images/${jobId}/${imageId}.${extensions[mediaType]}`
export const thumbnailKey = (jobId: string, { imageId }: Pick<KeptImage, 'imageId'>): string =>
  `images/${jobId}/${imageId}-thumb.webp`
