import * as z from 'zod/mini'
import type { Endpoint } from './adapter.ts'
import { boundedFetch } from './bounded-fetch.ts'
import { type Classify, classifyError } from './classify-error.ts'
import { maxReplyBytes } from './foreign-fetch.ts'
import { interruption } from './interruption.ts'
import { readBytes } from './read-bytes.ts'
import { placeOf, readReply } from './read-reply.ts'

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
  /** The body as that JSON. Throws ProviderError when it is something else. */
  read<Shape extends z.ZodMiniType>(shape: Shape): z.infer<Shape>
  /** Undefined when it is something else. */
  maybe<Shape extends z.ZodMiniType>(shape: Shape): z.infer<Shape> | undefined
  /** The bytes of a picture from the text that stands for it in the JSON: base64, or a `data:` address. */
  picture(text: string): Uint8Array
}

/** Sends one request. Throws ProviderError for every answer but a success, or the signal's reason when it was stopped. */
export type Ask = {
  json(question: Question): Promise<Answer>
  /** Of an answer that is the picture itself. */
  bytes(question: Question): Promise<{ headers: Record<string, string>; bytes: Uint8Array }>
}

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

  /** Reads what came while the signal lets it; whatever fails is named. */
  const within = async <Result>(signal: AbortSignal, work: () => Promise<Result>): Promise<Result> => {
    try {
      return await work()
    } catch (error) {
      if (signal.aborted) throw interruption(signal, who)
      throw fail({ error })
    }
  }

  const succeeded = async (question: Question): Promise<Response> => {
    const response = await send(question)
    if (response.ok) return response
    const { text } = await readReply(response.body)
    throw fail({ ...toldBy(response), body: text, error: undefined })
  }

  return {
    json: (question) =>
      within(question.signal, async () => {
        const response = await succeeded(question)
        const { text, pictures } = await readReply(response.body, sizeOf(response))
        const told = toldBy(response)
        const json = parseJson(text)
        return {
          headers: told.headers,
          maybe: (shape) => shape.safeParse(json).data,
          read(shape) {
            const parsed = shape.safeParse(json)
            if (parsed.success) return parsed.data
            throw fail({ ...told, body: text, error: parsed.error })
          },
          picture: (given) => pictures.find((_, index) => given === placeOf(index)) ?? decoded(given),
        }
      }),
    bytes: (question) =>
      within(question.signal, async () => {
        const response = await succeeded(question)
        return { headers: toldBy(response).headers, bytes: await readBytes(response.body, sizeOf(response)) }
      }),
  }
}

const toldBy = ({ status, headers }: Response) => ({ status, headers: Object.fromEntries(headers) })

const sizeOf = ({ headers }: Response): number => Math.min(Number(headers.get('content-length')) || 0, maxReplyBytes)

const decoded = (text: string): Uint8Array => Buffer.from(text.replace(/^data:[^,]{0,200},/u, ''), 'base64')

const secretsOf = ({ key, aws }: Pick<Endpoint, 'aws' | 'key'>): string[] =>
  [key, aws?.secretAccessKey, aws?.sessionToken].filter((secret) => secret !== undefined)

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export const bearer =
  ({ key }: Pick<Endpoint, 'key'>) =>
  () =>
    key === undefined ? {} : { Authorization: `Bearer ${key}` }
