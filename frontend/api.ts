import * as z from 'zod/mini'
import { EnhanceReply } from '../contract/enhance.ts'
import type { GalleryQuery } from '../contract/gallery.ts'
import { GalleryReply } from '../contract/gallery.ts'
import type { GenerateRequest } from '../contract/generate.ts'
import { HealthReply } from '../contract/health.ts'
import { Job } from '../contract/job.ts'
import type { LogRequest } from '../contract/log.ts'
import { ModelsReply } from '../contract/model.ts'
import { Refusal, RefusalError } from '../contract/refusal.ts'
import { SessionReply } from '../contract/session.ts'
import type { JobVersion } from '../contract/status.ts'
import { longestHoldMs, StatusReply } from '../contract/status.ts'
import { connection } from './ui/connection.ts'
import { loggedOut } from './ui/logged-out.ts'
import { serverClock } from './ui/server-clock.ts'

// Every function throws RefusalError with the server's words. After ServerUnreachable and UnexpectedAnswer it is not known
// whether the server did what was asked. Nothing is sent twice by itself: whether a POST is repeated is the person's decision.

/** Nothing answered in time. */
export class ServerUnreachable extends Error {
  override name = 'ServerUnreachable'
}

/** Something answered, but not as our server of this version does: a proxy between, or a server of another version. */
export class UnexpectedAnswer extends Error {
  override name = 'UnexpectedAnswer'
}

export const getModels = (signal?: AbortSignal) => ask(ModelsReply, '/api/models', { signal })

/** The same `idempotencyKey` and request never start, or cost, a second job. */
export const startJob = (request: GenerateRequest, idempotencyKey: string) =>
  ask(Job, '/api/generate', { body: request, headers: { 'Idempotency-Key': idempotencyKey } })

/** Held by the server until one of the jobs moves past its version; answered at once for a job without one. */
export const getStatus = (jobs: readonly JobVersion[], signal?: AbortSignal) => {
  const list = jobs.map(({ jobId, after }) => (after === undefined ? jobId : `${jobId}:${after}`)).join(',')
  return ask(StatusReply, `/api/status?jobs=${list}`, { signal, deadlineMs: longestHoldMs + 15_000 })
}

export const getJob = (jobId: string, signal?: AbortSignal) => ask(Job, `/api/status/${jobId}`, { signal })
export const cancelJob = (jobId: string) => ask(Job, `/api/jobs/${jobId}/cancel`, { method: 'POST' })
export const retryResult = (jobId: string, model: string) => ask(Job, `/api/jobs/${jobId}/retry`, { body: { model } })
export const enhancePrompt = (prompt: string, signal?: AbortSignal) =>
  ask(EnhanceReply, '/api/enhance', { body: { prompt }, signal, deadlineMs: 60_000 })

export const listGallery = (query: Partial<GalleryQuery>, signal?: AbortSignal) => {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, String(value))
  return ask(GalleryReply, `/api/gallery/list?${search}`, { signal })
}

/** With the earlier attempts of retried results. */
export const getGalleryJob = (id: string, signal?: AbortSignal) => ask(Job, `/api/gallery/${id}`, { signal })
export const deleteGalleryJob = (id: string) => ask(z.undefined(), `/api/gallery/${id}`, { method: 'DELETE' })
/** Throws RefusalError `unauthorized` when it is not the password, and `rate_limited` after several. */
export const logIn = (password: string) => ask(SessionReply, '/api/session', { body: { password } })
export const logOut = () => ask(z.undefined(), '/api/session', { method: 'DELETE' })
const healthPath = '/api/health'
export const getHealth = (signal?: AbortSignal) =>
  ask(HealthReply, healthPath, { signal, deadlineMs: 5000, otherwise: 503 })
export const sendLog = (request: LogRequest) => ask(z.undefined(), '/api/log', { body: request })

type Options = {
  method?: string
  body?: unknown
  headers?: Record<string, string>
  signal?: AbortSignal | undefined
  deadlineMs?: number
  /** The status of an answer that is neither a success nor a refusal. */
  otherwise?: number
}

/** Parses the answer with the schema. Exported for the parts of the page that are fetched later, with requests of their own. */
export async function ask<T>(schema: z.ZodMiniType<T>, path: string, options: Options): Promise<T> {
  const { response, reply } = await exchange(path, options)
  const answered = response.ok || response.status === options.otherwise
  const parsed = answered ? schema.safeParse(reply) : undefined
  if (parsed?.success) {
    connection.found()
    return parsed.data
  }
  const refusal = Refusal.safeParse(reply)
  if (refusal.success) {
    connection.found()
    const { error, code, requestId: _, ...details } = refusal.data
    if (code === 'unauthorized' && details.login) loggedOut.set(true)
    throw new RefusalError(code, error, details)
  }
  // A proxy answers for a server that is away. Whether it is away, or one route is broken, its health tells.
  if (path === healthPath) connection.lost()
  else getHealth().catch(() => {})
  throw new UnexpectedAnswer(`The server’s answer is not understood (status ${response.status})`, {
    cause: parsed?.error,
  })
}

async function exchange(path: string, { method, body, headers, signal, deadlineMs = 20_000 }: Options) {
  const deadline = AbortSignal.timeout(deadlineMs)
  const askedAt = Date.now()
  try {
    const response = await fetch(path, {
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      headers: {
        Accept: 'application/json',
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...headers,
      },
      signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    serverClock.hear(response.headers.get('Date'), askedAt)
    const text = await response.text()
    return { response, reply: text === '' ? undefined : parseJson(text) }
  } catch (cause) {
    if (signal?.aborted) throw cause
    connection.lost()
    throw new ServerUnreachable('The server does not answer', { cause })
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
