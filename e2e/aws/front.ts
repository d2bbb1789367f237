import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import { callFunctionUrl, callHttpApi, type Headers, type Limits, limitsOnAws } from './call-function.ts'
import type { Behaviour, EdgeHeaders, EdgeRequest } from './distribution.ts'
import type { ViewerRequest } from './http-event.ts'
import type { LambdaFunction } from './lambda-function.ts'

type Origins = {
  s3: S3Client
  /** Names of the buckets behind it. */
  buckets: Record<'web' | 'images', string>
  api: LambdaFunction
  files: LambdaFunction
}

/** Of CloudFront. */
const mostAddressBytes = 8192

/** On a port of 127.0.0.1, what CloudFront and the HTTP API are on AWS, as the template has them. */
export async function startFront(
  port: number,
  {
    behaviours,
    origins,
    limits: { integrationMs, streamedBytes } = limitsOnAws,
  }: { behaviours: readonly Behaviour[]; origins: Origins; limits?: Limits },
): Promise<{ stop(): void }> {
  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(502)
      response.end(String(error))
    })
  })

  const serve = async (incoming: IncomingMessage, response: ServerResponse) => {
    const request = await viewerRequestOf(incoming)
    if ((incoming.url ?? '').length > mostAddressBytes) return void response.writeHead(414).end('URI Too Long')
    const behaviour = behaviours.find(({ pattern }) => pattern.test(request.path))
    if (behaviour === undefined) return void response.writeHead(404).end()
    if (!behaviour.allowed.includes(request.method)) return void response.writeHead(403).end('Not allowed')
    const edged = behaviour.viewerRequest(
      toEdge(request),
      incoming.socket.remoteAddress?.replace(/^::ffff:/u, '') ?? '',
    )
    const { id, headers: own } = behaviour.origin
    const sent = { ...request, path: edged.uri, headers: plain(edged.headers) }
    // Host is not handed on: the origin is asked under its own name.
    const asked = { ...sent, headers: { ...sent.headers, host: 'origin.example', ...own } }
    const headOf = (status: number, headers: Headers): Headers => {
      const { set, usual } = behaviour.responseHeaders
      const policed = { ...usual, ...headers, ...set }
      return status >= 400 ? policed : { ...policed, ...plain(behaviour.viewerResponse(edged, {})) }
    }
    const send = (status: number, headers: Headers, body: Uint8Array) => {
      response.writeHead(status, { ...headOf(status, headers), 'content-length': body.byteLength })
      response.end(request.method === 'HEAD' ? undefined : body)
    }
    if (id === 'api') return callHttpApi(origins.api, asked, { send, integrationMs })
    if (id === 'files') return callFunctionUrl(origins.files, asked, { response, headOf, streamedBytes })
    const { status, headers, body } = await readObject(origins.s3, origins.buckets[id], sent)
    send(status, headers, body)
  }

  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return {
    stop() {
      server.closeAllConnections()
      server.close()
    },
  }
}

async function viewerRequestOf(incoming: IncomingMessage): Promise<ViewerRequest> {
  const [path = '/', query = ''] = (incoming.url ?? '/').split(/\?(.*)/su)
  const headers = Object.entries(incoming.headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value] as const],
  )
  return {
    method: incoming.method ?? 'GET',
    path,
    query,
    headers: Object.fromEntries(headers),
    body: await buffer(incoming),
  }
}

const toEdge = ({ method, path, headers }: ViewerRequest): EdgeRequest => ({
  method,
  uri: path,
  querystring: {},
  headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, { value }])),
})

const plain = (headers: EdgeHeaders): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, { value }]) => [name, value]))

async function readObject(s3: S3Client, Bucket: string, { path, headers }: ViewerRequest) {
  const found = await s3
    .send(new GetObjectCommand({ Bucket, Key: decodeURIComponent(path.slice(1)) }))
    .catch((error: Error) => error)
  const none = new Uint8Array()
  // Without the right to list, S3 does not tell what is missing from what is forbidden.
  if (found instanceof Error) return { status: found.name === 'NoSuchKey' ? 403 : 502, headers: {}, body: none }
  const own = {
    etag: found.ETag ?? '',
    'content-type': found.ContentType ?? 'application/octet-stream',
    ...(found.CacheControl !== undefined && { 'cache-control': found.CacheControl }),
  }
  if (headers['if-none-match'] === found.ETag) return { status: 304, headers: own, body: none }
  return { status: 200, headers: own, body: (await found.Body?.transformToByteArray()) ?? none }
}
