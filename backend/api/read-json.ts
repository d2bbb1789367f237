import * as z from 'zod/mini'
import { RefusalError } from '../../contract/refusal.ts'
import type { ApiContext } from './app-deps.ts'
import { parseInput } from './parse-input.ts'

export const maxBodyBytes = 64 * 1024

/** The body as the schema has it. Throws RefusalError: not JSON, too large, malformed, or not of that shape. */
export async function readJson<T>(c: ApiContext, schema: z.ZodMiniType<T>): Promise<T> {
  if (!/^application\/json *(?:;|$)/iu.test(c.req.header('content-type') ?? '')) {
    throw new RefusalError('unsupported_media_type', 'Send JSON, with the header Content-Type: application/json.')
  }
  return parseInput(schema, parseJson(await readBytes(c.req.raw).catch(refuseCutOff)))
}

/** For a route that needs no body: none, or an empty object. Throws RefusalError as `readJson`. */
export async function readNothing(c: ApiContext): Promise<void> {
  const hasBody = c.req.header('transfer-encoding') !== undefined || Number(c.req.header('content-length') ?? 0) > 0
  if (hasBody) await readJson(c, z.strictObject({}))
}

async function readBytes(request: Request): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length')) > maxBodyBytes) throw tooLarge()
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > maxBodyBytes) throw tooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

// The connection broke, or the client gave up: no fault of the server's.
function refuseCutOff(cause: unknown): never {
  if (cause instanceof RefusalError) throw cause
  throw new RefusalError('invalid_request', 'The body did not arrive in full.', {}, { cause })
}

const tooLarge = () => new RefusalError('payload_too_large', `A request may hold at most ${maxBodyBytes / 1024} KB.`)

function parseJson(bytes: Uint8Array): unknown {
  if (bytes.byteLength === 0) throw new RefusalError('invalid_request', 'The request has no body.')
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (cause) {
    throw new RefusalError('invalid_request', 'The body is not valid JSON.', {}, { cause })
  }
}
