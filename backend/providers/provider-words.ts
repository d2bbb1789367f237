import * as z from 'zod/mini'
import { beginningOf } from './redact.ts'

/** What a refusal says, in whichever of the usual shapes it is written. */
export type ProviderWords = {
  message: string
  /** Codes and types, in one string to be searched. */
  code: string
  isHtml: boolean
  /** The provider looked at a picture that it had already made. */
  refusedOutput: boolean
  /** The wait that it asks for in the answer's body. */
  waitSeconds?: number
}

/** Of words and codes, the beginning. */
export function providerWords(body: string): ProviderWords {
  const json = parseJson(body)
  const { error } = Wrapped.safeParse(json).data ?? {}
  const inner = Inner.safeParse(typeof error === 'object' && error !== null ? error : json).data
  const detail = Details.safeParse(inner?.detail).data ?? []
  const stated =
    (typeof error === 'string' ? error : undefined) ?? inner?.message ?? spoken(inner?.detail) ?? spoken(inner?.errors)
  const seconds = inner?.retry_after ?? RetryInfos.safeParse(inner?.details).data?.flatMap(secondsOf)[0]
  return {
    message: beginningOf(stated ?? (json === undefined && !isHtml(body) ? body : '')),
    code: beginningOf(
      [inner?.code, inner?.type, inner?.name, inner?.status, ...detail.map(({ type }) => type)]
        .filter((part) => part !== undefined && part !== null)
        .join(' '),
    ),
    isHtml: isHtml(body),
    refusedOutput: /"moderation_stage"\s*:\s*"output"/u.test(body),
    ...(typeof seconds === 'number' && { waitSeconds: seconds }),
  }
}

const Wrapped = z.object({ error: z.optional(z.unknown()) })
const Text = z.optional(z.nullable(z.union([z.string(), z.number()])))
const Inner = z.object({
  message: z.optional(z.string()),
  detail: z.optional(z.unknown()),
  details: z.optional(z.unknown()),
  errors: z.optional(z.unknown()),
  retry_after: z.optional(z.unknown()),
  code: Text,
  type: Text,
  name: Text,
  status: Text,
})
const Spoken = z.union([
  z.string(),
  z.array(z.union([z.string(), z.object({ msg: z.string() })])),
  z.object({ error: z.string() }),
])
const Details = z.array(z.object({ type: z.optional(z.string()) }))
// google.rpc.RetryInfo, among other details: `"retryDelay": "36s"`.
const RetryInfos = z.array(z.object({ retryDelay: z.optional(z.string()) }))

const secondsOf = ({ retryDelay }: { retryDelay?: string | undefined }): number[] => {
  const [, seconds] = /^(\d+(?:\.\d+)?)s$/u.exec(retryDelay ?? '') ?? []
  return seconds === undefined ? [] : [Number(seconds)]
}

function spoken(detail: unknown): string | undefined {
  const said = Spoken.safeParse(detail).data
  if (Array.isArray(said)) return said.map((part) => (typeof part === 'string' ? part : part.msg)).join('; ')
  return typeof said === 'object' ? said.error : said
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const isHtml = (body: string): boolean => /^\s*<(?:!doctype|html|head|body)/iu.test(body)
