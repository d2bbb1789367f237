import { once } from 'node:events'
import { createServer, type IncomingMessage, request as ask, type ServerResponse } from 'node:http'
import { type AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

/** What is done with a request; `pass`: it is handed on. */
export type Fault =
  | 'pass'
  | 'hang'
  | 'reset'
  | { status: number; headers?: Record<string, string>; body: string }
  /** Handed on after so many milliseconds. */
  | { afterMs: number }

/** What a function asks of AWS. `target`: of DynamoDB and SQS, as `DynamoDB_20120810.GetItem`. */
export type AwsRequest = { method: string; path: string; target: string; authorization: string; body: Buffer }

export type FaultProxy = {
  url: string
  /** For each request from now on. */
  decide: (request: { method: string; path: string; target: string }) => Fault
  /** Requests so far, by method, or by action where the protocol has one. */
  counts: Map<string, number>
  stop(): void
}

/** Stands before an emulator, which knows no rights, and does to requests what a service on a bad day does. */
export async function startFaultProxy(to: string, isAllowed: (request: AwsRequest) => boolean): Promise<FaultProxy> {
  const upstream = new URL(to)
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const { method = '', url: path = '', headers } = request
    const body = await buffer(request)
    const fullTarget = String(headers['x-amz-target'] ?? '')
    const target = fullTarget.replace(/^.*\./u, '')
    const name = target === '' ? method : target
    proxy.counts.set(name, (proxy.counts.get(name) ?? 0) + 1)
    const authorization = headers.authorization ?? ''
    const isRight = isAllowed({ method, path, target: fullTarget, authorization, body })
    const fault = isRight ? proxy.decide({ method, path, target }) : target === '' ? refused : accessDenied
    if (fault === 'hang') return
    if (fault === 'reset') return void request.socket.destroy()
    if (typeof fault === 'object' && 'status' in fault) {
      response.writeHead(fault.status, fault.headers).end(fault.body)
      return
    }
    const pass = () => {
      const { hostname, port } = upstream
      const passed = ask({ hostname, port, method, path, headers }, (answered) => {
        response.writeHead(answered.statusCode ?? 502, answered.headers)
        answered.pipe(response)
      })
      passed.on('error', () => response.destroy())
      response.on('close', () => passed.destroy())
      passed.end(body)
    }
    if (typeof fault === 'object') setTimeout(pass, fault.afterMs)
    else pass()
  }
  // Who goes away in the middle of a request needs no answer.
  const server = createServer((request, response) => void answer(request, response).catch(() => response.destroy()))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const proxy: FaultProxy = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    decide: () => 'pass',
    counts: new Map(),
    stop() {
      server.closeAllConnections()
      server.close()
    },
  }
  return proxy
}

export const throttled: Fault = {
  status: 400,
  headers: { 'content-type': 'application/x-amz-json-1.0' },
  body: JSON.stringify({
    __type: 'com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException',
    message: 'The level of configured provisioned throughput for the table was exceeded.',
  }),
}

const accessDenied: Fault = {
  status: 400,
  headers: { 'content-type': 'application/x-amz-json-1.0' },
  body: JSON.stringify({
    __type: 'com.amazon.coral.service#AccessDeniedException',
    Message: 'The role does not allow it.',
  }),
}

const s3Error = (status: number, code: string): Fault => ({
  status,
  headers: { 'content-type': 'application/xml' },
  body: `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`,
})
export const refused = s3Error(403, 'AccessDenied')
export const slowDown = s3Error(503, 'SlowDown')
