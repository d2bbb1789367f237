import type { ServerResponse } from 'node:http'
import * as z from 'zod'
import { toHttpEvent, type ViewerRequest } from './http-event.ts'
import type { LambdaFunction } from './lambda-function.ts'

const Head = z.object({
  statusCode: z.int().default(200),
  headers: z.record(z.string(), z.coerce.string()).default({}),
  cookies: z.array(z.string()).default([]),
})
const Answer = Head.extend({ body: z.string().default(''), isBase64Encoded: z.boolean().default(false) })

const mostAnswerBytes = 6 * 1024 * 1024
const mostBodyBytes = 10 * 1024 * 1024
const mostHeaderBytes = 10_240

/** Of the HTTP API until a function must have answered, and of what a function may stream. */
export type Limits = { integrationMs: number; streamedBytes: number }
export const limitsOnAws: Limits = { integrationMs: 30_000, streamedBytes: 200 * 1024 * 1024 }

export type Headers = Record<string, string | string[]>
type Send = (status: number, headers: Headers, body: Uint8Array) => void

/**
 * A request as the HTTP API answers it, within its limits: 30 seconds, 10 MB to a function and 6 from it,
 * 10,240 bytes of headers.
 */
export async function callHttpApi(
  api: LambdaFunction,
  request: ViewerRequest,
  { send, integrationMs }: { send: Send; integrationMs: number },
): Promise<void> {
  const message = (status: number, text: string) =>
    send(status, { 'content-type': 'application/json' }, Buffer.from(JSON.stringify({ message: text })))
  const headerBytes = Object.entries(request.headers).reduce(
    (sum, [name, value]) => sum + name.length + value.length,
    0,
  )
  if (headerBytes > mostHeaderBytes) return message(431, 'Request Header Fields Too Large')
  if (request.body.byteLength > mostBodyBytes) return message(413, 'Request Entity Too Large')
  const late = AbortSignal.timeout(integrationMs)
  const reply = await Promise.race([
    api.invoke(toHttpEvent(request, '203.0.113.1')).catch(() => 'failed' as const),
    new Promise<'late'>((resolve) => late.addEventListener('abort', () => resolve('late'), { once: true })),
  ])
  if (reply === 'late') return message(503, 'Service Unavailable')
  if (reply === 'failed' || reply.kind === 'streaming' || reply.body.byteLength > mostAnswerBytes) {
    return message(500, 'Internal Server Error')
  }
  const { statusCode, headers, cookies, body, isBase64Encoded } = Answer.parse(JSON.parse(reply.body.toString()))
  const bytes = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8')
  send(statusCode, { ...headers, ...(cookies.length > 0 && { 'set-cookie': cookies }) }, bytes)
}

/** A request as a function URL answers it that streams, and breaks off what is too large. */
export async function callFunctionUrl(
  files: LambdaFunction,
  request: ViewerRequest,
  {
    response,
    headOf,
    streamedBytes,
  }: { response: ServerResponse; headOf: (status: number, headers: Headers) => Headers; streamedBytes: number },
): Promise<void> {
  const reply = await files.invoke(toHttpEvent(request, '203.0.113.1')).catch(() => undefined)
  if (reply?.kind !== 'streaming') {
    response.writeHead(502, headOf(502, {})).end('Internal Server Error')
    return
  }
  const { message } = reply
  const chunks: AsyncIterator<Buffer> = message[Symbol.asyncIterator]()
  const { head, rest } = await readHead(chunks)
  const { statusCode, headers, cookies } = Head.parse(JSON.parse(head))
  const answered = { ...headers, ...(cookies.length > 0 && { 'set-cookie': cookies }) }
  response.writeHead(statusCode, headOf(statusCode, answered))
  response.write(rest)
  let sent = rest.byteLength
  for (let next = await chunks.next(); next.done !== true; next = await chunks.next()) {
    sent += next.value.byteLength
    if (sent > streamedBytes) {
      message.destroy()
      return void response.destroy()
    }
    response.write(next.value)
  }
  // A function that breaks off an answer names the error in a trailer: the viewer's connection is broken off too.
  if (message.trailers['lambda-runtime-function-error-type'] === undefined) response.end()
  else response.destroy()
}

const nulls = Buffer.alloc(8)

async function readHead(chunks: AsyncIterator<Buffer>): Promise<{ head: string; rest: Buffer }> {
  let read = Buffer.alloc(0)
  for (let next = await chunks.next(); next.done !== true; next = await chunks.next()) {
    read = Buffer.concat([read, next.value])
    const at = read.indexOf(nulls)
    if (at >= 0) return { head: read.subarray(0, at).toString(), rest: read.subarray(at + nulls.byteLength) }
  }
  throw new Error('The function ended its answer before its head was whole')
}
