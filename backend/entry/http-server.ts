import type { Server, Socket } from 'node:net'
import { networkOf, parseAddress } from '../ip-address.ts'

/** In milliseconds; connections are counted. */
export type ServerLimits = {
  /** Until the head of a request has arrived, and until the whole of it has. */
  headersTimeoutMs: number
  requestTimeoutMs: number
  keepAliveTimeoutMs: number
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
  maxConnections: 2000,
  maxConnectionsPerAddress: 100,
}

/** What Node's server is made with. */
export const serverOptions = (limits: ServerLimits) => ({
  keepAliveTimeout: limits.keepAliveTimeoutMs,
  headersTimeout: limits.headersTimeoutMs,
  requestTimeout: limits.requestTimeoutMs,
  // How often it looks for requests that take too long.
  connectionsCheckingInterval: Math.min(5000, limits.headersTimeoutMs),
  maxHeaderSize: 16_384,
})

/**
 * Bounds how many connections there are, in all and from one address: each may hold a request for news. More are closed
 * at once, without an answer. `isExempt`: whose connections are not counted by address.
 */
export function boundConnections(server: Server, limits: ServerLimits, isExempt: (address: string) => boolean): void {
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
