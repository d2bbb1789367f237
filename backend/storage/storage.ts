import type { GalleryQuery } from '../../contract/gallery.ts'
import type { ImageMediaType } from '../../contract/image.ts'
import type { ParameterName, Parameters } from '../../contract/parameters.ts'
import type { TaskError } from '../../contract/task-error.ts'
import type { Meters } from './meters.ts'
import type { Cost, Ledger, Part, Switches } from './money.ts'
import type { Shares } from './shares.ts'
import type { Tokens } from './tokens.ts'

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
  /**
   * `waited`: a wait that the provider asked for was already honoured once in this attempt. No wait is as long as a
   * minute: with a `dueAt` later than that the clock has been set back since, and the task is due. `painted`: the share
   * of the work that the provider says is done, from 0 to 1.
   */
  | { status: 'pending'; dueAt: number; waited: boolean }
  | { status: 'in_progress'; startedAt: number; waited: boolean; cancelRequested: boolean; painted?: number }
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
  /** What pays for this attempt; null: nothing was reserved, since it is free. */
  reservation: string | null
}

/** With a ticket, the provider can be asked again for what a call that was sent paints. */
export type Ticket = { call: number; ticket: string }

export type TaskRecord = TaskTerms & { attempt: number; progress: Progress; tickets: Ticket[] }

export type NewJob = {
  jobId: string
  visitor: string
  /** As whom its tasks wait for their turns; absent: as the visitor. */
  taker?: string
  /** Made while every visitor may look. */
  shared?: true
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

export type JobRecord = Omit<NewJob, 'taker' | 'tasks'> & {
  version: number
  updatedAt: number
  tasks: TaskRecord[]
  /** Ended attempts that a retry has replaced, oldest first. */
  earlier: (TaskTerms & { attempt: number; progress: Outcome })[]
}

type Lease = { lease: string; now: number }

/** What the engine or the sweeper has to see to. */
export type Due =
  /** `visitor`: as whom it takes its turn. */
  | { kind: 'run'; task: TaskKey; lane: string; visitor: string }
  | {
      kind: 'expired'
      task: TaskKey
      lease: string
      dispatched: number
      /** How many of the dispatched calls left a ticket. */
      tickets: number
      requeues: number
      cancelRequested: boolean
    }
  /** An attempt that has ended, of a deleted job too, and of which the ledger has not been told. */
  | { kind: 'unsettled'; task: TaskKey }
  /** `busy`: a task of it is in progress, so that images may yet be written, or is not settled. */
  | { kind: 'deleted'; jobId: string; busy: boolean }

/** Who has to wait in a full lane: everybody, or those who have tasks in it already. */
export type FullLane = { lane: string; visitors: 'all' | readonly string[] }

/** What the ledger is to be told of an attempt that has ended. */
type Bill = Cost & Part

/** What the operator wants to know of the tasks; `faults` are results that ended as errors, by model and code. */
type Activity = {
  pending: number
  running: number
  /** When the task that has waited longest became due. */
  waitingSince?: number
  faults: { model: string; code: TaskError['code']; count: number }[]
}

/** `cursor`: of what comes behind it, also when it is deleted meanwhile. As texts they descend, whichever page tells them. */
type ListedJob = JobRecord & { cursor: string }
type GalleryPage = { jobs: ListedJob[]; nextCursor?: string; searchedBackTo?: number }

export type JobStore = {
  /** Stores the job at version 1. When the id is taken: the job that has it, which may belong to a deleted job (undefined). */
  create(job: NewJob): Promise<{ created: true; job: JobRecord } | { created: false; job: JobRecord | undefined }>
  /** Deleted jobs are not found. */
  find(jobId: string): Promise<JobRecord | undefined>
  /** pending and due → in_progress, version + 1. Undefined when somebody else was first, or the job is gone. Tickets stay. */
  claim(task: TaskKey, lease: Lease & { leaseUntil: number }): Promise<JobRecord | undefined>
  /** Before call `call` (0, 1, …) is sent. True for one caller: lease is mine and running, marks made = call, no cancel asked. */
  markDispatched(task: TaskKey, lease: Lease & { call: number }): Promise<boolean>
  /** With it another runner can collect what a dispatched call paints. False when the lease is lost. */
  keepTicket(task: TaskKey, lease: Lease & Ticket): Promise<boolean>
  /** Extends a lease, one that ran out and that nobody took included; says whether it is still mine and whether a cancel was asked for. */
  heartbeat(task: TaskKey, lease: Lease & { leaseUntil: number }): Promise<'kept' | 'cancel_requested' | 'lost'>
  /** How far the provider says it is; version + 1. Does nothing when the lease is lost. */
  notePainted(task: TaskKey, lease: Lease & { painted: number }): Promise<void>
  /**
   * in_progress → pending, version + 1, lease, dispatch marks and tickets cleared. For a provider that certainly did no
   * work, or work not begun. False also when a cancel was asked for (or the job deleted): then it is to be finished as
   * cancelled.
   */
  release(task: TaskKey, lease: Lease & { dueAt: number; waited: boolean }): Promise<boolean>
  /**
   * version + 1. From in_progress under my lease, even if it ran out, as long as nobody took it; or, for a success only,
   * from the `interrupted` with which expire() ended my lease and that is not billed. Of a deleted job: false, but the
   * task has ended.
   */
  finish(task: TaskKey, end: Lease & { outcome: Outcome }): Promise<boolean>
  /**
   * An expired lease whose calls were not dispatched, or all left a ticket → pending, version + 1, requeues + 1; marks and
   * tickets stay. Not when a cancel was asked for.
   */
  requeue(task: TaskKey, lease: Lease): Promise<boolean>
  /** An expired lease → the given end, version + 1; to be settled from `settleAt` on. */
  expire(task: TaskKey, end: Lease & { outcome: Outcome; settleAt: number }): Promise<boolean>
  /** pending → cancelled as `cancelledOutcome` has it, version + 1; in_progress → the runner is told by its next heartbeat. */
  requestCancel(task: TaskKey, at: { now: number }): Promise<'cancelled' | 'requested' | 'ended'>
  /** An ended attempt that did not complete and owes nothing → pending at attempt + 1, version + 1; the old one joins `earlier`. */
  openRetry(task: TaskKey, at: { now: number; terms: TaskTerms }): Promise<JobRecord | undefined>
  /** Of an ended attempt, of a deleted job too: from now on nothing replaces its result. Undefined when it owes nothing. */
  bill(task: TaskKey): Promise<Bill | undefined>
  /** The ledger has been told what bill() said. */
  markSettled(task: TaskKey): Promise<void>
  /** Whether the current attempt of a task, of a deleted job too, runs under that reservation and is not settled. */
  owes(task: { jobId: string; model: string }, reservation: string): Promise<boolean>
  /**
   * From now on the job is not found; due() names it until remove(). What is pending ends as `cancelledOutcome` has it.
   * True for the one call that did it.
   */
  tombstone(jobId: string, at: { now: number }): Promise<boolean>
  /**
   * Forgets a deleted job, but for its id: for a day nothing can be made under it, then due() names it once more, for
   * images that a lost runner may have written since, and a second call forgets it wholly. True for the one call that
   * did either. False while one of its tasks is in progress or not settled.
   */
  remove(jobId: string, at: { now: number }): Promise<boolean>
  /**
   * Expired, unsettled and deleted ones first, then pending ones: by turns of those who wait for a lane, whoever has
   * fewest tasks in it first, each visitor's oldest first. Those who must wait for a full lane are left out. Each of the
   * four kinds has a quarter of `limit` if it needs it, so that what cannot be seen to keeps nothing else out. Of a deleted
   * job a cancel counts as asked for.
   */
  due(query: { now: number; limit: number; full: readonly FullLane[] }): Promise<Due[]>
  /** How many due tasks come before each due pending task of the job in its lane, by model. */
  ahead(jobId: string, at: { now: number }): Promise<ReadonlyMap<string, number>>
  /** Errors since `since`; tasks waiting and running at `now`. */
  activity(at: { now: number; since: number }): Promise<Activity>
  /**
   * The visitor's, and with `shared` those of others that are shared. Newest first. A page may hold less than `limit`
   * although more follow. Throws BadCursor.
   */
  list(query: GalleryQuery & { visitor: string; shared?: boolean }): Promise<GalleryPage>
  /** Of a model's latest completed tasks, newest first. */
  recentDurations(model: string, limit: number): Promise<number[]>
}

export type TaskQueue = {
  /** `taker`: as whom they wait, so that one who sends many keeps nobody waiting. The tasks will be offered to an engine at least once, unless the process dies first: then the sweeper finds them. */
  send(tasks: readonly TaskKey[], to: { taker: string }): Promise<void>
  /** Something ended or was deleted: whoever sees to that may do so now instead of on the next round. */
  wake(): Promise<void>
}

export type ImageStore = {
  /** Cheap, before something is paid for. Throws StorageUnavailable when images certainly could not be kept. */
  ready(): Promise<void>
  /** Create-only: a key that exists keeps its bytes, which are the same. */
  put(key: string, bytes: Uint8Array, mediaType: ImageMediaType): Promise<void>
  read(key: string): Promise<{ bytes: Uint8Array<ArrayBuffer>; mediaType: ImageMediaType } | undefined>
  /** To be sent at the speed of whoever reads it, of a large one only a part in memory. */
  open(key: string): Promise<OpenedImage | undefined>
  removeAll(jobId: string): Promise<void>
}

export type OpenedImage = {
  body: Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array<ArrayBuffer>>
  byteLength: number
  mediaType: ImageMediaType
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
  ledger: Ledger
  meters: Meters
  switches: Switches
  tokens: Tokens
  shares: Shares
  health(): Promise<Health>
}

/** Nothing can be kept at the moment. The message says to a person what to do. */
export class StorageUnavailable extends Error {
  override name = 'StorageUnavailable'
}

export class BadCursor extends Error {
  override name = 'BadCursor'
}

/** How a pending attempt ends that its visitor no longer wants: what was sent may have been charged. */
export function cancelledOutcome(
  { priceMicroUsd, requested }: Pick<TaskTerms, 'priceMicroUsd' | 'requested'>,
  { dispatched, now }: { dispatched: number; now: number },
): Outcome {
  const costMicroUsd = dispatched === 0 ? 0 : priceMicroUsd === null ? null : priceMicroUsd * requested
  return {
    status: 'cancelled',
    outcome: dispatched === 0 ? 'not_started' : 'stopped',
    completedAt: now,
    costMicroUsd,
    costCertain: costMicroUsd === 0,
  }
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
