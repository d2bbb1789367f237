import { vi } from 'vitest'
import type { Model } from '../contract/model.ts'

type Asked = { method: string; path: string; body: unknown; headers: Headers }
type Answer = { status?: number; body: unknown } | 'unreachable'

/** Answers the page's requests by method and path; remembers what was asked. Unknown paths are never answered. */
export function fakeServer(routes: Record<string, (asked: Asked) => Answer | Promise<Answer>>): { asked: Asked[] } {
  const asked: Asked[] = []
  vi.stubGlobal('fetch', async (path: string, init: RequestInit = {}) => {
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined
    const request = { method: init.method ?? 'GET', path, body, headers: new Headers(init.headers) }
    asked.push(request)
    const route = routes[`${request.method} ${path.split('?')[0]}`]
    const answer = route ? await route(request) : await untilAborted(init.signal)
    if (answer === 'unreachable') throw new TypeError('Failed to fetch')
    const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body)
    return new Response(answer.status === 204 ? null : text, { status: answer.status ?? 200 })
  })
  return { asked }
}

const untilAborted = (signal: AbortSignal | null | undefined) =>
  new Promise<Answer>((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)))

export const modelsReply = (models: Model[]) => ({
  models,
  limits: { maxPromptLength: 1000, maxModelsPerJob: 20, maxImagesPerModel: 4, bodyBytes: 65_536 },
  enhance: { source: 'built-in' },
})

export const refusal = (code: string, error: string, more: object = {}) => ({ error, code, requestId: 'r1', ...more })
