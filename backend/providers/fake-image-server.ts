import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { json } from 'node:stream/consumers'
import * as z from 'zod/mini'
import { checkFakeRequest, dimensions } from './fake-image-request.ts'
import { fakePng } from './fake-png.ts'

/** How the server treats a request. Times in milliseconds, sizes in bytes. */
export type FakeBehaviour =
  /**
   * `images`: what to answer with, the first again when there are too few; else a plain picture of the size asked for.
   * `noise`: of random pixels then, which nothing makes smaller. `once`: not before it settles.
   */
  | {
      kind: 'succeed'
      afterMs?: number
      once?: Promise<unknown>
      images?: Uint8Array[]
      noise?: boolean
      usage?: { input_tokens: number; output_tokens: number }
    }
  /** 401 which echoes the key, as OpenAI does. */
  | { kind: 'refuse_key' }
  /** 429, or 503 with `status`. `retryAfter` is the header's value. */
  | { kind: 'rate_limit'; retryAfter?: string; status?: 429 | 503 }
  | { kind: 'refuse_content'; stage?: 'input' | 'output' }
  | { kind: 'fail'; status: number; body?: string }
  /** Half of the answer, then the connection is reset. */
  | { kind: 'reset' }
  | { kind: 'hang' }
  | { kind: 'html' }
  /** A picture of which the second half is missing. */
  | { kind: 'half_png' }
  | { kind: 'svg' }
  /** An answer of this many bytes, without a length in its header. */
  | { kind: 'flood'; bytes: number }
  /** The address of a picture instead of the picture. */
  | { kind: 'url'; url: string }
  | { kind: 'redirect'; to: string }

/** What arrived and when, in milliseconds since 1970 with fractions. */
type FakeRequest = {
  model: string
  prompt: string
  body: Record<string, unknown>
  authorization: string | undefined
  receivedAt: number
  /** When the last byte was handed to the network; missing while unanswered or when the client went away first. */
  answeredAt?: number
  /** 0 until answered. */
  status: number
  /** How it ended, as seen from here. */
  ended: Promise<'answered' | 'abandoned'>
}

export type FakeImageServer = {
  /** For MODEL_n_BASE_URL. */
  url: string
  /** All that came, the oldest first, refused ones too. */
  requests: FakeRequest[]
  /** From now on, for one model id. */
  behave(model: string, behaviour: FakeBehaviour): void
  close(): Promise<void>
}

type Behave = (request: FakeRequest) => FakeBehaviour | undefined

/**
 * An image provider on 127.0.0.1 that answers `POST /v1/images/generations` as OpenAI documents it and refuses what
 * OpenAI would refuse. It succeeds at once unless `behave` (by request) or `.behave()` (by model id) says otherwise.
 */
export async function startFakeImageServer(
  options: { behave?: Behave; keyless?: boolean; port?: number } = {},
): Promise<FakeImageServer> {
  const byModel = new Map<string, FakeBehaviour>()
  const requests: FakeRequest[] = []
  const server = createServer((incoming, reply) => {
    void answer(incoming, reply).catch(() => reply.destroy())
  })

  async function answer(incoming: IncomingMessage, reply: ServerResponse): Promise<void> {
    const receivedAt = exactTime()
    const body = Body.safeParse(await json(incoming).catch(() => undefined)).data ?? {}
    const request = record(incoming, reply, { receivedAt, body })
    requests.push(request)
    const refusal = checkFakeRequest(incoming, body, options.keyless === true)
    if (refusal !== undefined) return sendJson(reply, refusal.status, { error: refusal.error })
    const behaviour = options.behave?.(request) ?? byModel.get(request.model) ?? { kind: 'succeed' }
    return act(behaviour, request, reply)
  }

  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve))
  const bound = server.address()
  const port = typeof bound === 'string' ? bound : bound?.port
  return {
    url: `http://127.0.0.1:${port}/v1`,
    requests,
    behave: (model, behaviour) => void byModel.set(model, behaviour),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const exactTime = () => performance.timeOrigin + performance.now()

const Body = z.record(z.string(), z.unknown())

function record(
  incoming: IncomingMessage,
  reply: ServerResponse,
  { receivedAt, body }: Pick<FakeRequest, 'receivedAt' | 'body'>,
) {
  const { promise: ended, resolve } = Promise.withResolvers<'answered' | 'abandoned'>()
  const request: FakeRequest = {
    model: String(body['model']),
    prompt: String(body['prompt']),
    body,
    authorization: incoming.headers.authorization,
    receivedAt,
    status: 0,
    ended,
  }
  reply.on('finish', () => {
    request.status = reply.statusCode
    request.answeredAt = exactTime()
  })
  reply.on('close', () => resolve(reply.writableFinished ? 'answered' : 'abandoned'))
  return request
}

function act(behaviour: FakeBehaviour, request: FakeRequest, reply: ServerResponse): void {
  switch (behaviour.kind) {
    case 'succeed': {
      const succeed = () => sendImages(reply, request, behaviour)
      if (behaviour.once) return void behaviour.once.then(succeed, succeed)
      if (behaviour.afterMs === undefined) return succeed()
      const timer = setTimeout(succeed, behaviour.afterMs)
      reply.on('close', () => clearTimeout(timer))
      return
    }
    case 'refuse_key': {
      const key = request.authorization?.replace('Bearer ', '')
      const message = `Incorrect API key provided: ${key}. You can find your API key at https://platform.openai.com/account/api-keys.`
      return sendJson(reply, 401, {
        error: { message, type: 'invalid_request_error', param: null, code: 'invalid_api_key' },
      })
    }
    case 'rate_limit': {
      if (behaviour.retryAfter !== undefined) reply.setHeader('retry-after', behaviour.retryAfter)
      const error = {
        message: `Rate limit reached for ${request.model}.`,
        type: 'rate_limit',
        param: null,
        code: 'rate_limit_exceeded',
      }
      return sendJson(reply, behaviour.status ?? 429, { error })
    }
    case 'refuse_content': {
      const message = 'Your request was rejected by the safety system.'
      const moderation_details = { moderation_stage: behaviour.stage ?? 'input' }
      return sendJson(reply, 400, {
        error: {
          message,
          type: 'image_generation_user_error',
          param: null,
          code: 'moderation_blocked',
          moderation_details,
        },
      })
    }
    case 'fail':
      return send(reply, behaviour.status, 'text/plain', behaviour.body ?? 'The server had an error.')
    case 'reset': {
      const text = imagesJson([fakePng(dimensions(request.body['size']))])
      reply.writeHead(200, { 'content-type': 'application/json', 'content-length': text.length })
      reply.write(text.slice(0, text.length / 2), () => reply.socket?.resetAndDestroy())
      return
    }
    case 'hang':
      return
    case 'html':
      return send(reply, 200, 'text/html', '<!doctype html><html><body><h1>Welcome</h1></body></html>')
    case 'half_png': {
      const png = fakePng(dimensions(request.body['size']))
      return send(reply, 200, 'application/json', imagesJson([png.subarray(0, png.length / 2)]))
    }
    case 'svg':
      return send(
        reply,
        200,
        'application/json',
        imagesJson([Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')]),
      )
    case 'flood':
      return flood(reply, behaviour.bytes)
    case 'url':
      return sendJson(reply, 200, { created: 1, data: [{ url: behaviour.url }] })
    case 'redirect':
      reply.setHeader('location', behaviour.to)
      return send(reply, 307, 'text/plain', '')
  }
}

function send(reply: ServerResponse, status: number, type: string, text: string): void {
  reply.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(text) }).end(text)
}

const sendJson = (reply: ServerResponse, status: number, body: unknown) =>
  send(reply, status, 'application/json', JSON.stringify(body))

function sendImages(
  reply: ServerResponse,
  { body }: FakeRequest,
  { images = [], noise = false, usage }: Extract<FakeBehaviour, { kind: 'succeed' }>,
): void {
  const plain = images[0] ?? fakePng({ ...dimensions(body['size']), noise })
  const wanted = Array.from({ length: Number(body['n'] ?? 1) }, (_, index) => images[index] ?? plain)
  send(reply, 200, 'application/json', imagesJson(wanted, usage))
}

function imagesJson(images: Uint8Array[], usage?: object): string {
  const data = images.map((image) => ({ b64_json: base64(image) }))
  return JSON.stringify({ created: 1, data, ...(usage && { usage }) })
}

// A benchmark sends the same large picture many times.
const encoded = new WeakMap<Uint8Array, string>()
function base64(image: Uint8Array): string {
  const text = encoded.get(image) ?? Buffer.from(image).toString('base64')
  encoded.set(image, text)
  return text
}

function flood(reply: ServerResponse, bytes: number): void {
  const chunk = Buffer.alloc(256 * 1024, 'A')
  let left = bytes
  reply.writeHead(200, { 'content-type': 'application/json' }).write('{"created":1,"data":[{"b64_json":"')
  const pour = () => {
    while (left > 0) {
      left -= chunk.length
      if (!reply.write(chunk)) return void reply.once('drain', pour)
    }
    reply.end('"}]}')
  }
  pour()
}
