import * as z from 'zod/mini'
import type { Endpoint } from './adapter.ts'
import { boundedFetch } from './bounded-fetch.ts'
import { type Classify, classifyError } from './classify-error.ts'
import { interruption } from './interruption.ts'

/** One request. `json` and `form` are its body, with which it is a POST; `url` is absolute. */
type Question = {
  url: string
  method?: 'GET' | 'POST' | 'PUT'
  json?: unknown
  form?: FormData
  signal: AbortSignal
}

export type Answer = {
  /** Lower-case names. */
  headers: Record<string, string>
  bytes: Uint8Array
  /** The body as that JSON. Throws ProviderError when it is something else. */
  read<Shape extends z.ZodMiniType>(shape: Shape): z.infer<Shape>
  /** Undefined when it is something else. */
  maybe<Shape extends z.ZodMiniType>(shape: Shape): z.infer<Shape> | undefined
}

/** Sends one request. Throws ProviderError for every answer but a success, or the signal's reason when it was stopped. */
export type Ask = (question: Question) => Promise<Answer>

type Access = {
  /** Of every request to the provider's own address. `body` is what will be sent, if it is text. */
  headers: (sent: { url: string; method: string; body: string | undefined }) => HeaderValues | Promise<HeaderValues>
  classify?: Classify
  isOwn?: (url: URL) => boolean
}
type HeaderValues = Record<string, string>

/** The one way in which adapters that speak HTTP themselves reach their provider. */
export function askAs(endpoint: Endpoint, { headers, classify, isOwn }: Access): Ask {
  const { who, now } = endpoint
  const fetch = boundedFetch({ ...endpoint, ...(isOwn && { isOwn }) })
  const fail = (failure: Parameters<typeof classifyError>[0]) =>
    classifyError(failure, { who, secrets: secretsOf(endpoint), now: now(), classify })

  const send = async ({ url, json, form, signal, ...given }: Question): Promise<Response> => {
    const body = json === undefined ? form : JSON.stringify(json)
    const method = given.method ?? (body === undefined ? 'GET' : 'POST')
    const access = await headers({ url, method, body: typeof body === 'string' ? body : undefined })
    const type = typeof body === 'string' ? { 'Content-Type': 'application/json' } : {}
    return fetch(url, { method, headers: { ...type, ...access }, ...(body !== undefined && { body }), signal })
  }

  return async (question) => {
    try {
      const response = await send(question)
      const told = { status: response.status, headers: Object.fromEntries(response.headers) }
      const bytes = new Uint8Array(await response.arrayBuffer())
      if (!response.ok) throw fail({ ...told, body: textOf(bytes), error: undefined })
      return {
        headers: told.headers,
        bytes,
        maybe: (shape) => shape.safeParse(parseJson(bytes)).data,
        read(shape) {
          const parsed = shape.safeParse(parseJson(bytes))
          if (parsed.success) return parsed.data
          throw fail({ ...told, body: textOf(bytes), error: parsed.error })
        },
      }
    } catch (error) {
      if (question.signal.aborted) throw interruption(question.signal, who)
      throw fail({ error })
    }
  }
}

const secretsOf = ({ key, aws }: Pick<Endpoint, 'aws' | 'key'>): string[] =>
  [key, aws?.secretAccessKey, aws?.sessionToken].filter((secret) => secret !== undefined)

const textOf = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString()

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(textOf(bytes))
  } catch {
    return undefined
  }
}

export const bearer =
  ({ key }: Pick<Endpoint, 'key'>) =>
  () =>
    key === undefined ? {} : { Authorization: `Bearer ${key}` }
