import * as z from 'zod/mini'

/** A request as it arrived. `path` with its query; `headers` in lower case. */
export type Incoming = {
  method: string
  path: string
  headers: Readonly<Record<string, string | undefined>>
  text: string
  json: unknown
  /** Of a multipart body: its fields. */
  form: Readonly<Record<string, string>> | undefined
}

export type Reply = { status: number; headers?: Record<string, string>; json?: unknown; bytes?: Uint8Array }

/** What a request asks for, once it is found to be as documented; a string says what is wrong with it. */
type Asked = { count: number } | string

/** A refusal that the provider's pages describe, and whether the picture may be charged for. */
type Refusal = { where: 'at once' | 'later'; reply: Reply; charged: boolean }

/** One provider's API as its pages describe it, written from those and not from our own code. */
export type Dialect = {
  /** The pages, and the day on which the shapes were taken from them. */
  source: { pages: readonly string[]; taken: string }
  /** Behind the server's origin, what a base URL has. */
  basePath: string
  /** An id that stands for any model, where the catalogue has none. */
  model?: string
  /** Whether the request begins a picture. */
  begins(request: Incoming): boolean
  /** Strictly: an unknown or missing field is a fault. */
  check(request: Incoming): Asked
  /** The answer to it, with the pictures or with what to ask again. `origin` is the server's own. */
  begin(made: { pictures: Uint8Array[]; origin: string; request: Incoming }): Reply
  /** Of a provider that is asked again: its answer while the picture is being made, and when it is done. */
  later?: {
    looks(request: Incoming): boolean
    /** Whether the answer to it is the last word; absent: always. */
    isLast?(request: Incoming): boolean
    pending: Reply
    done(made: { count: number; origin: string; request: Incoming }): Reply
  }
  unauthorized: Reply
  rateLimited(seconds: number): Reply
  broken: Reply
  refusals: Readonly<Record<string, Refusal>>
}

/** The first fault of a body against its documented fields; undefined: none. */
export function faultOf(shape: z.ZodMiniType, body: unknown): string | undefined {
  const issue = shape.safeParse(body).error?.issues[0]
  return issue && `${issue.path.join('.')}: ${issue.message} ${JSON.stringify('keys' in issue ? issue.keys : '')}`
}

export const hasBearer = ({ headers }: Incoming, scheme = 'Bearer'): boolean =>
  new RegExp(`^${scheme} \\S+$`, 'u').test(headers['authorization'] ?? '')

export const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

export const ratios = (...allowed: string[]) => z.optional(z.enum(allowed))

/** From 0 to the largest that fits in 32 bits. */
export const seed = z.optional(z.int().check(z.minimum(0), z.maximum(4_294_967_295)))

export const within = (min: number, max: number) => z.optional(z.number().check(z.minimum(min), z.maximum(max)))

/** The path of the pictures that the server hands out. */
export const picturePath = (index: number): string => `/pictures/${index}.png`
