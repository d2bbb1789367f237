import * as z from 'zod/mini'
import { EnhanceReply, EnhanceRequest } from './enhance.ts'
import { GalleryQuery, GalleryReply } from './gallery.ts'
import { GenerateRequest, IdempotencyKey, RetryRequest } from './generate.ts'
import { HealthReply } from './health.ts'
import { Job } from './job.ts'
import { LogRequest } from './log.ts'
import { ModelsReply } from './model.ts'
import { ActivityReply, SpendReply, SwitchesReply, SwitchRequest } from './operator.ts'
import { JobId } from './primitives.ts'
import type { RefusalCode } from './refusal.ts'
import { JobStatusQuery, JobStatusReply, StatusQuery, StatusReply } from './status.ts'

export type Answer = {
  status: 200 | 202 | 204 | 503
  description: string
  /** JSON of this schema, or else text or bytes of that media type. */
  schema?: z.ZodMiniType
  mediaType?: string
  headers?: Record<string, string>
}

export type Route = {
  method: 'get' | 'post' | 'delete'
  /** With its parameters in braces: `/api/status/{jobId}`. */
  path: string
  summary: string
  /** Works without a visitor on a server with many. */
  open?: true
  query?: z.ZodMiniObject
  headers?: z.ZodMiniObject
  body?: z.ZodMiniType
  answer: Answer
  /** An answer of another status that is no refusal. */
  otherwise?: Answer
  /** Beside those that every route may give: forbidden, unauthorized, internal, unavailable. */
  refusals: readonly RefusalCode[]
  /** What an example request holds; `{jobId}` and the like in a query stand for the reader's own. */
  example?: { query?: string; body?: unknown }
}

const readsBody = ['invalid_request', 'payload_too_large', 'unsupported_media_type'] as const

/** Every route of the API: the server answers these and no others, and the documentation is made from them. */
export const routes: readonly Route[] = [
  {
    method: 'post',
    path: '/api/generate',
    summary: 'Start a job: one prompt over many models',
    headers: z.object({ 'Idempotency-Key': z.optional(IdempotencyKey) }),
    body: GenerateRequest,
    answer: {
      status: 202,
      description: 'The job, stored and queued. The same Idempotency-Key and body give the same job again.',
      schema: Job,
      headers: {
        Location: 'Where its status is',
        'Idempotent-Replayed': '`true` when the job had been started before',
      },
    },
    refusals: [...readsBody, 'prompt_blocked', 'conflict', 'idempotency_conflict', 'rate_limited', 'budget_exhausted'],
    example: { body: { prompt: 'a lighthouse in a storm, oil painting', parameters: { aspectRatio: '3:2' } } },
  },
  {
    method: 'get',
    path: '/api/status/{jobId}',
    summary: 'A job as it stands, or as soon as it has moved',
    query: JobStatusQuery,
    answer: {
      status: 200,
      description:
        'The job. With `after`, the answer is held until the job is newer than that version or the hold ends.',
      schema: JobStatusReply,
    },
    refusals: ['invalid_request', 'not_found'],
    example: { query: 'after=1' },
  },
  {
    method: 'get',
    path: '/api/status',
    summary: 'Those of several jobs that have moved',
    query: StatusQuery,
    answer: {
      status: 200,
      description: 'Held until one of the jobs moves or the hold ends; names the jobs that do not exist.',
      schema: StatusReply,
    },
    refusals: ['invalid_request'],
    example: { query: 'jobs={jobId}:1' },
  },
  {
    method: 'post',
    path: '/api/jobs/{jobId}/cancel',
    summary: 'Stop what has not ended',
    answer: { status: 202, description: 'The job as it stands afterwards', schema: Job },
    refusals: [...readsBody, 'not_found'],
  },
  {
    method: 'post',
    path: '/api/jobs/{jobId}/retry',
    summary: 'Try one model again that did not succeed',
    body: RetryRequest,
    answer: { status: 202, description: 'The job, with a new attempt of that model', schema: Job },
    refusals: [...readsBody, 'prompt_blocked', 'not_found', 'conflict', 'rate_limited', 'budget_exhausted'],
    example: { body: { model: '{model}' } },
  },
  {
    method: 'post',
    path: '/api/enhance',
    summary: 'Rewrite a prompt, in few words and in many',
    body: EnhanceRequest,
    answer: { status: 200, description: 'The rewritten prompts and who wrote them', schema: EnhanceReply },
    refusals: [...readsBody, 'prompt_blocked', 'rate_limited', 'budget_exhausted'],
    example: { body: { prompt: 'a cat on a roof' } },
  },
  {
    method: 'get',
    path: '/api/models',
    summary: 'The models, their prices and abilities, and the limits',
    open: true,
    answer: { status: 200, description: 'Every configured model, retired ones included', schema: ModelsReply },
    refusals: [],
  },
  {
    method: 'get',
    path: '/api/gallery/list',
    summary: 'Kept jobs, newest first',
    query: GalleryQuery,
    answer: { status: 200, description: 'One page; `nextCursor` leads to the next', schema: GalleryReply },
    refusals: ['invalid_request'],
    example: { query: 'limit=10&q=lighthouse' },
  },
  {
    method: 'get',
    path: '/api/gallery/{jobId}',
    summary: 'A kept job with the earlier attempts of retried results',
    answer: { status: 200, description: 'The job', schema: Job },
    refusals: ['not_found'],
  },
  {
    method: 'get',
    path: '/images/{jobId}/{file}',
    summary: 'The bytes of an image or thumbnail, under the URL that its job names',
    open: true,
    answer: { status: 200, description: 'The image; it never changes', mediaType: 'image/*' },
    refusals: ['not_found'],
  },
  {
    method: 'delete',
    path: '/api/gallery/{jobId}',
    summary: 'Delete a job and its images',
    answer: { status: 204, description: 'Deleted' },
    refusals: ['not_found'],
  },
  {
    method: 'get',
    path: '/api/spend',
    summary: 'What was spent today and this month (for the operator)',
    answer: { status: 200, description: 'By day and by model, with the budgets and a forecast', schema: SpendReply },
    refusals: [],
  },
  {
    method: 'get',
    path: '/api/switches',
    summary: 'Which models are switched on (for the operator)',
    answer: { status: 200, description: 'Every model that can be used', schema: SwitchesReply },
    refusals: [],
  },
  {
    method: 'post',
    path: '/api/switches',
    summary: 'Switch a model on or off (for the operator)',
    body: SwitchRequest,
    answer: {
      status: 200,
      description: 'As they stand afterwards. What was accepted before is still painted.',
      schema: SwitchesReply,
    },
    refusals: readsBody,
    example: { body: { model: '{model}', on: true } },
  },
  {
    method: 'get',
    path: '/api/activity',
    summary: 'What waits and runs, and what went wrong in the last hour (for the operator)',
    answer: { status: 200, description: 'Of all visitors, without a prompt', schema: ActivityReply },
    refusals: [],
  },
  {
    method: 'post',
    path: '/api/log',
    summary: 'Report a fault that the page met',
    body: LogRequest,
    answer: { status: 204, description: 'Noted' },
    refusals: [...readsBody, 'rate_limited'],
    example: { body: { message: 'The lightbox did not open', page: '/gallery' } },
  },
  {
    method: 'get',
    path: '/api/health',
    summary: 'What is up',
    open: true,
    answer: { status: 200, description: 'Everything is up', schema: HealthReply },
    otherwise: { status: 503, description: 'Something is not up, and what to do', schema: HealthReply },
    refusals: [],
  },
  {
    method: 'get',
    path: '/api/openapi.json',
    summary: 'This description for programs, OpenAPI 3.1',
    open: true,
    answer: { status: 200, description: 'An OpenAPI document', schema: z.record(z.string(), z.unknown()) },
    refusals: [],
  },
  {
    method: 'get',
    path: '/api/docs',
    summary: 'This description for people',
    open: true,
    answer: { status: 200, description: 'A page', mediaType: 'text/html' },
    refusals: [],
  },
  {
    method: 'get',
    path: '/api/docs.css',
    summary: 'The style sheet of that page',
    open: true,
    answer: { status: 200, description: 'A style sheet', mediaType: 'text/css' },
    refusals: [],
  },
]

/** The schema of every `{parameter}` of a path. */
export const pathParameters = { jobId: JobId, file: z.string() } as const
