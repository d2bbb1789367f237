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
}

/** Of words and codes, the beginning. */
export function providerWords(body: string): ProviderWords {
  const json = parseJson(body)
  const { error } = Wrapped.safeParse(json).data ?? {}
  const inner = Inner.safeParse(error ?? json).data
  const stated = typeof error === 'string' ? error : (inner?.message ?? spoken(inner?.detail) ?? spoken(inner?.errors))
  return {
    message: beginningOf(stated ?? (json === undefined && !isHtml(body) ? body : '')),
    code: beginningOf(
      [inner?.code, inner?.type, inner?.name].filter((part) => part !== undefined && part !== null).join(' '),
    ),
    isHtml: isHtml(body),
    refusedOutput: /"moderation_stage"\s*:\s*"output"/u.test(body),
  }
}

const Wrapped = z.object({ error: z.optional(z.unknown()) })
const Text = z.optional(z.nullable(z.union([z.string(), z.number()])))
const Inner = z.object({
  message: z.optional(z.string()),
  detail: z.optional(z.unknown()),
  errors: z.optional(z.unknown()),
  code: Text,
  type: Text,
  name: Text,
})
const Spoken = z.union([z.string(), z.array(z.union([z.string(), z.object({ msg: z.string() })]))])

function spoken(detail: unknown): string | undefined {
  const said = Spoken.safeParse(detail).data
  return Array.isArray(said) ? said.map((part) => (typeof part === 'string' ? part : part.msg)).join('; ') : said
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const isHtml = (body: string): boolean => /^\s*<(?:!doctype|html|head|body)/iu.test(body)
