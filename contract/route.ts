import type * as z from 'zod/mini'
import type { RefusalCode } from './refusal.ts'

export type Answer = {
  status: 200 | 202 | 204 | 503
  description: string
  /** JSON of this schema, or else text or bytes of that media type. */
  schema?: z.ZodMiniType
  mediaType?: string
  headers?: Record<string, string>
}

/** What is asked of everybody who calls a route, before anything of the request is read. */
export type Rule = {
  /**
   * Who may. `anyone`: also without the password of a server that has one. `guest`: whoever was let in. `visitor`: who
   * is known besides, which on a server with one visitor is everybody. `operator`: who runs the server.
   */
  role: 'anyone' | 'guest' | 'visitor' | 'operator'
  /** The dearest that it can cause: nothing stored is touched, it is read, it is changed, a provider is paid. */
  cost: 'nothing' | 'read' | 'write' | 'money'
  /** What it is counted as, and limited by. */
  limiter: 'runs' | 'enhance' | 'exports' | 'reports' | 'logins' | 'none'
}

export type Route = Rule & {
  method: 'get' | 'post' | 'delete'
  /** With its parameters in braces: `/api/status/{jobId}`. */
  path: string
  summary: string
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

/** How a body can be refused. */
export const readsBody = ['invalid_request', 'payload_too_large', 'unsupported_media_type'] as const

/** Of the page itself: index.html and its files, which hold nothing of anybody. It stands in no description of the API. */
export const pageRule: Rule = { role: 'anyone', cost: 'nothing', limiter: 'none' }
