import { createServer, type RequestListener, type Server } from 'node:http'
import type { Socket } from 'node:net'
import { networkOf, parseAddress } from '../ip-address.ts'
import { oneAtATime } from './one-at-a-time.ts'

/** In milliseconds; connections are counted. */
export type ServerLimits = {
  /** Until the head of a request has arrived, and until the whole of it has. */
  headersTimeoutMs: number
  requestTimeoutMs: number
  keepAliveTimeoutMs: number
  /** Of a connection on which nothing moves: neither a request, nor an answer that its reader takes. */
  idleTimeoutMs: number
  /** Requests of a connection that wait behind the one that is being answered. */
  maxWaitingPerConnection: number
  maxConnections: number
  /** Of IPv6, from one /64 network. */
  maxConnectionsPerAddress: number
}

export const serverLimits: ServerLimits = {
  headersTimeoutMs: 15_000,
  // 64 KB at the speed of the slowest phone.
  requestTimeoutMs: 30_000,
  // Longer than a proxy keeps an idle connection, or a request could meet one that is just being closed.
  keepAliveTimeoutMs: 75_000,
  // Longer than a request for news can be held.
  idleTimeoutMs: 90_000,
  maxWaitingPerConnection: 8,
  maxConnections: 2000,
  maxConnectionsPerAddress: 100,
}

type Bounds = {
  limits: ServerLimits
  /** Whose connections are not counted by address. */
  isExempt: (address: string) => boolean
}

/** A server that answers with `listener`, within limits. */
export function boundedServer(listener: RequestListener, { limits, isExempt }: Bounds): Server {
  const options = {
    keepAliveTimeout: limits.keepAliveTimeoutMs,
    headersTimeout: limits.headersTimeoutMs,
    requestTimeout: limits.requestTimeoutMs,
    // How often it looks for requests that take too long.
    connectionsCheckingInterval: Math.min(5000, limits.headersTimeoutMs),
    // A browser sends a server at `localhost` the cookies of all that ever listened on another of its ports.
    maxHeaderSize: 16_384,
  }
  const server = createServer(options, oneAtATime(listener, { mostWaiting: limits.maxWaitingPerConnection }))
  server.timeout = limits.idleTimeoutMs
  boundConnections(server, { limits, isExempt })
  return server
}

/** In all and from one address: each may hold a request for news. More are closed at once, without an answer. */
function boundConnections(server: Server, { limits, isExempt }: Bounds): void {
  server.maxConnections = limits.maxConnections
  const open = new Map<string, number>()
  server.on('connection', (socket: Socket) => {
    const address = parseAddress(socket.remoteAddress ?? '')
    if (address === undefined || isExempt(address.toString())) return
    const client = networkOf(address)
    const count = (open.get(client) ?? 0) + 1
    open.set(client, count)
    socket.once('close', () => {
      const rest = (open.get(client) ?? 1) - 1
      if (rest === 0) open.delete(client)
      else open.set(client, rest)
    })
    if (count > limits.maxConnectionsPerAddress) socket.destroy()
  })
}
