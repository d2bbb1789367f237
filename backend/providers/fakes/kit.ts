import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { fakePng } from '../fake-png.ts'
import type { Dialect, Incoming, Reply } from './dialect.ts'

/** How the server treats the requests that begin a picture. Times in milliseconds, sizes in bytes. */
export type Fault =
  | { kind: 'none'; afterMs?: number }
  /** One of the dialect's refusals. */
  | { kind: 'refusal'; name: string }
  | { kind: 'unauthorized' }
  | { kind: 'rate_limited'; seconds: number }
  | { kind: 'broken' }
  /** No answer, ever. */
  | { kind: 'hang' }
  /** Asked again and again, it is never done. */
  | { kind: 'endless' }
  /** Asked again, it fails so many times before it answers. */
  | { kind: 'shaky'; times: number }
  /** Asked again, it knows nothing of it. */
  | { kind: 'forgotten' }
  /** Half of an answer, then the connection is reset. */
  | { kind: 'reset' }
  /** A web page in place of an answer. */
  | { kind: 'garbage' }
  /** An answer without an end. */
  | { kind: 'oversize'; bytes: number }

type Seen = Incoming & { ended: Promise<'answered' | 'abandoned'> }

export type FakeProvider = {
  /** For MODEL_n_BASE_URL. */
  url: string
  /** All that came, the oldest first. */
  requests: Seen[]
  /** Those that began a picture. */
  begun: () => Seen[]
  /** What was found wrong with requests: each a sentence. */
  faults: string[]
  /** From now on. */
  behave(fault: Fault): void
  close(): Promise<void>
}

/** A provider on 127.0.0.1 that speaks one dialect and refuses what the provider's pages do not know. */
export async function startFakeProvider(
  dialect: Dialect,
  picture: Uint8Array = fakePng({ width: 64, height: 48 }),
): Promise<FakeProvider> {
  let fault: Fault = { kind: 'none' }
  let looks = 0
  let count = 1
  const requests: Seen[] = []
  const faults: string[] = []

  const answer = async (incoming: IncomingMessage, reply: ServerResponse) => {
    const request = await read(incoming)
    const ended = Promise.withResolvers<'answered' | 'abandoned'>()
    reply.on('close', () => ended.resolve(reply.writableFinished ? 'answered' : 'abandoned'))
    requests.push({ ...request, ended: ended.promise })
    if (request.path.startsWith('/pictures/')) return send(reply, { status: 200, bytes: picture })
    if (dialect.begins(request)) return begin(request, reply)
    if (dialect.later?.looks(request)) return send(reply, look(dialect.later, request))
    // What is only told to the provider, such as that nobody waits any more.
    return send(reply, { status: 200, json: {} })
  }

  const begin = (request: Incoming, reply: ServerResponse) => {
    looks = 0
    const asked = dialect.check(request)
    if (typeof asked === 'string') {
      faults.push(asked)
      return send(reply, { status: 400, json: { error: { message: asked } } })
    }
    count = asked.count
    return begun(request, reply)
  }

  const begun = (request: Incoming, reply: ServerResponse) => {
    const made = () => dialect.begin({ pictures: Array.from({ length: count }, () => picture), origin, request })
    switch (fault.kind) {
      case 'none': {
        const timer = setTimeout(() => send(reply, made()), fault.afterMs ?? 0)
        reply.on('close', () => clearTimeout(timer))
        return
      }
      case 'endless':
      case 'shaky':
      case 'forgotten':
        return send(reply, made())
      case 'refusal': {
        const refusal = dialect.refusals[fault.name]
        return send(reply, refusal?.where === 'at once' ? refusal.reply : made())
      }
      case 'unauthorized':
        return send(reply, dialect.unauthorized)
      case 'rate_limited':
        return send(reply, dialect.rateLimited(fault.seconds))
      case 'broken':
        return send(reply, dialect.broken)
      case 'hang':
        return
      case 'reset':
        return reply
          .writeHead(200, { 'content-type': 'application/json', 'content-length': 1000 })
          .write('{"data":[', () => reply.socket?.resetAndDestroy())
      case 'garbage':
        return send(reply, {
          status: 200,
          headers: { 'content-type': 'text/html' },
          bytes: Buffer.from('<!doctype html><html><body><h1>Welcome</h1></body></html>'),
        })
      case 'oversize':
        return flood(reply, fault.bytes)
    }
  }

  const look = ({ pending, done, isLast }: NonNullable<Dialect['later']>, request: Incoming): Reply => {
    looks += 1
    if (fault.kind === 'forgotten') return { status: 404, json: { detail: 'Not found' } }
    if (fault.kind === 'shaky' && looks <= fault.times) return { status: 503, json: { detail: 'Try later' } }
    const refusal = fault.kind === 'refusal' ? dialect.refusals[fault.name] : undefined
    if (fault.kind === 'endless' || looks === 1) return pending
    const isRefused = refusal?.where === 'later' && isLast?.(request) !== false
    return isRefused ? refusal.reply : done({ count, origin, request })
  }

  const server = createServer((incoming, reply) => void answer(incoming, reply).catch(() => reply.destroy()))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const bound = server.address()
  const origin = `http://127.0.0.1:${typeof bound === 'string' ? bound : bound?.port}`
  return {
    url: origin + dialect.basePath,
    requests,
    begun: () => requests.filter((request) => dialect.begins(request)),
    faults,
    behave: (next) => void (fault = next),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function read(incoming: IncomingMessage): Promise<Incoming> {
  const body = await buffer(incoming)
  const type = incoming.headers['content-type'] ?? ''
  const text = body.toString()
  const headers = Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]))
  return {
    method: incoming.method ?? '',
    path: incoming.url ?? '',
    headers,
    text,
    json: type.startsWith('application/json') ? JSON.parse(text) : undefined,
    form: type.startsWith('multipart/form-data') ? await fieldsOf(type, body) : undefined,
  }
}

async function fieldsOf(type: string, body: Buffer): Promise<Record<string, string>> {
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData()
  return Object.fromEntries(Array.from(form, ([name, value]) => [name, typeof value === 'string' ? value : value.name]))
}

function send(
  reply: ServerResponse,
  { status, headers, json, bytes = Buffer.from(JSON.stringify(json)) }: Reply,
): void {
  const type = json === undefined ? 'image/png' : 'application/json'
  reply.writeHead(status, { 'content-type': type, 'content-length': bytes.length, ...headers }).end(bytes)
}

function flood(reply: ServerResponse, bytes: number): void {
  const chunk = Buffer.alloc(256 * 1024, 'A')
  let left = bytes
  reply.writeHead(200, { 'content-type': 'application/json' }).write('{"data":[{"b64_json":"')
  const pour = () => {
    while (left > 0) {
      left -= chunk.length
      if (!reply.write(chunk)) return void reply.once('drain', pour)
    }
    reply.end('"}]}')
  }
  pour()
}
