import type { IncomingMessage } from 'node:http'
import * as z from 'zod/mini'

type Refusal = { status: number; error: { message: string; type: string; param: string | null; code: string | null } }

/** What OpenAI would refuse about a request; nothing when it is as documented. */
export function checkFakeRequest(
  incoming: IncomingMessage,
  body: Record<string, unknown>,
  keyless: boolean,
): Refusal | undefined {
  if (incoming.method !== 'POST' || incoming.url !== '/v1/images/generations')
    return refuse(404, `Invalid URL (${incoming.method} ${incoming.url})`)
  if (!incoming.headers['content-type']?.startsWith('application/json')) return refuse(415, 'Send application/json.')
  if (!keyless && !/^Bearer \S+$/u.test(incoming.headers.authorization ?? ''))
    return refuse(401, "You didn't provide an API key.", null, 'invalid_api_key')
  const openai = /^(?:gpt-image|chatgpt-image)-/u.test(String(body['model']))
  const foreign = Object.keys(body).find(
    (name) => !Object.hasOwn(Shape.shape, name) || (openai && (name === 'seed' || name === 'response_format')),
  )
  if (foreign !== undefined) return refuse(400, `Unknown parameter: '${foreign}'.`, foreign, 'unknown_parameter')
  const issue = Shape.safeParse(body).error?.issues[0]
  if (issue !== undefined)
    return refuse(400, `Invalid '${issue.path.join('.')}': ${issue.message}`, String(issue.path[0]), 'invalid_value')
  const size = typeof body['size'] === 'string' ? body['size'] : 'auto'
  if (openai && !isLegalSize(String(body['model']), size))
    return refuse(400, `Invalid size '${size}'.`, 'size', 'invalid_value')
  return undefined
}

function refuse(status: number, message: string, param: string | null = null, code: string | null = null): Refusal {
  return { status, error: { message, type: 'invalid_request_error', param, code } }
}

const Shape = z.object({
  model: z.string(),
  prompt: z.string().check(z.minLength(1), z.maxLength(32_000)),
  n: z.optional(z.int().check(z.minimum(1), z.maximum(10))),
  size: z.optional(z.string()),
  quality: z.optional(z.string()),
  response_format: z.optional(z.literal('b64_json')),
  seed: z.optional(z.int()),
})

function isLegalSize(model: string, size: string): boolean {
  if (['auto', '1024x1024', '1536x1024', '1024x1536'].includes(size)) return true
  if (!model.startsWith('gpt-image-2')) return false
  const { width, height } = dimensions(size)
  const [short, long] = [Math.min(width, height), Math.max(width, height)]
  const pixels = width * height
  return (
    width % 16 === 0 &&
    height % 16 === 0 &&
    long <= 3840 &&
    long <= 3 * short &&
    pixels >= 655_360 &&
    pixels <= 8_294_400
  )
}

/** In pixels, of `1024x1024`; anything else is taken for a square. */
export function dimensions(size: unknown): { width: number; height: number } {
  const [width = 1024, height = 1024] = (/^\d+x\d+$/u.exec(String(size))?.[0] ?? '1024x1024').split('x').map(Number)
  return { width, height }
}
