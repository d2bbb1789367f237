import * as z from 'zod/mini'
import { expect, onTestFinished, vi } from 'vitest'
import { ModelsReply } from '../contract/model.ts'
import { Refusal, type RefusalCode, type RefusalDetails, refusalStatus } from '../contract/refusal.ts'
import type { Route } from '../contract/route.ts'
import { routes as contractRoutes } from '../contract/routes.ts'

export type Asked = {
  method: string
  path: string
  body: unknown
  headers: Headers
  /** The `{parameter}`s of the path, such as `jobId`. */
  ids: Record<string, string>
}
/** A `body` that is a text is handed out as it is: something between page and server has answered. */
export type Answer = { status?: number; headers?: Record<string, string>; body?: unknown } | 'unreachable'
export type Answers = Record<string, (asked: Asked) => Answer | Promise<Answer>>

/**
 * Answers the page's requests, by method and path (`GET /api/status`, or as the contract writes it: `GET /api/gallery/{jobId}`),
 * and remembers them. What is in no route of `answers` is never answered. A request or an answer that the contract does
 * not allow fails the test.
 */
export function fakeServer(answers: Answers): { asked: Asked[] } {
  const asked: Asked[] = []
  const drifts: string[] = []
  vi.stubGlobal('fetch', async (path: string, init: RequestInit = {}) => {
    const method = init.method ?? 'GET'
    const [pathname = ''] = path.split('?')
    const route = contractRoutes.find((one) => one.method.toUpperCase() === method && patternOf(one).test(pathname))
    if (!route) throw drift(`${method} ${path} is not in the contract`)
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined
    const ids = { ...patternOf(route).exec(pathname)?.groups }
    const request = { method, path, body, headers: new Headers(init.headers), ids }
    asked.push(request)
    check(`what ${method} ${path} sends`, route.body, body)
    check(`the query of ${path}`, route.query, Object.fromEntries(new URL(path, 'http://page').searchParams))
    const answering = answers[`${method} ${pathname}`] ?? answers[`${method} ${route.path}`]
    const answer = await Promise.race([untilAborted(init.signal), ...(answering ? [answering(request)] : [])])
    if (answer === 'unreachable') throw new TypeError('Failed to fetch')
    const { status = route.answer.status, headers = {}, body: reply } = answer
    if (status === 204) return new Response(null, { status, headers })
    if (typeof reply === 'string') return new Response(reply, { status, headers })
    const allowed = status < 300 || status === route.otherwise?.status ? route.answer.schema : Refusal
    const checked = check(`what ${method} ${path} answers`, allowed, reply)
    return new Response(JSON.stringify(checked), { status, headers })
  })
  onTestFinished(() => expect(drifts).toEqual([]))
  return { asked }

  function check(what: string, schema: z.ZodMiniType | undefined, value: unknown): unknown {
    const parsed = schema?.safeParse(value)
    if (parsed?.success === false) throw drift(`${what}: ${z.prettifyError(parsed.error)}`)
    return parsed?.data
  }

  function drift(words: string): Error {
    drifts.push(words)
    return new Error(words)
  }
}

const patternOf = ({ path }: Route) => new RegExp(`^${path.replaceAll(/\{(\w+)\}/gu, '(?<$1>[^/]+)')}$`, 'u')

const untilAborted = (signal: AbortSignal | null | undefined) =>
  new Promise<Answer>((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)))

export const modelsReply = (models: ModelsReply['models']): ModelsReply => ({
  models,
  limits: { maxPromptLength: 1000, maxModelsPerJob: 20, maxImagesPerModel: 4, bodyBytes: 65_536 },
  enhance: { source: 'built-in' },
})

export const refusal = (code: RefusalCode, error: string, more: RefusalDetails = {}) => ({
  status: refusalStatus[code],
  body: { error, code, requestId: 'r1', ...more },
})
