import { Resolver } from 'node:dns/promises'
import { Agent, request as httpsRequest } from 'node:https'
import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'
import type { Duplex } from 'node:stream'
import { connect } from 'node:tls'
import * as z from 'zod/mini'
import { isPublicAddress } from '../ip-address.ts'
import { growingBytes } from './growing-bytes.ts'

export type ForeignFetchDeps = {
  /** All addresses of a name. */
  resolve: (name: string) => Promise<string[]>
  /** Opens the connection; `host` is the address that was checked, `servername` whose certificate must be shown. */
  dial: (to: { host: string; port: number; servername?: string }) => Duplex
  /** From the beginning to the end of the body, over all hops. */
  timeoutMs: number
}

export type ForeignFetch = (address: URL, signal: AbortSignal) => Promise<Response>

/** A reply is base64 of up to ten pictures of 2 to 3 MB each; what is larger is no picture that we could use. */
export const maxReplyBytes = 32 * 1024 * 1024

/** Its message goes on after “it”. */
export class ForeignUrlRefused extends Error {
  override name = 'ForeignUrlRefused'
}

/**
 * Fetches what somebody else's URL names, without any header of ours: over https, from public addresses alone, at most
 * three redirects on, each looked at like the first. A name is resolved once, and the connection goes to the address that
 * was looked at, so that a name that changes its answer gains nothing. Throws ForeignUrlRefused.
 */
export function foreignFetch(deps: ForeignFetchDeps = systemDeps): ForeignFetch {
  return async (address, signal) => {
    const over = AbortSignal.any([signal, AbortSignal.timeout(deps.timeoutMs)])
    for (let url = address, hops = 0; ; hops += 1) {
      const reply = await ask(url, await inTime(checkedAddress(url, deps), over), deps, over)
      const status = reply.statusCode ?? 0
      if (status < 300 || status >= 400) return toResponse(reply, status)
      reply.destroy()
      const { location = '' } = reply.headers
      if (hops === maxHops || !URL.canParse(location, url)) throw new ForeignUrlRefused('leads on and on')
      url = new URL(location, url)
    }
  }
}

const maxHops = 3

/** Looking up a name cannot be stopped, but it need not be waited for. */
function inTime<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const late = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('It took too long', { cause: signal.reason })), {
      once: true,
    })
  })
  return Promise.race([work, late])
}

const systemDeps: ForeignFetchDeps = {
  resolve: resolveName,
  dial: (to) => connect({ ...to, ALPNProtocols: ['http/1.1'] }),
  timeoutMs: 60_000,
}

/**
 * Asks the name servers itself: the system's own way takes one of four threads, from everybody else too, for as long as a
 * silent server likes. Rejects when there is no address.
 */
async function resolveName(name: string): Promise<string[]> {
  const resolver = new Resolver({ timeout: 2000, tries: 2 })
  const found = await Promise.allSettled([resolver.resolve4(name), resolver.resolve6(name)])
  const addresses = found.flatMap((each) => (each.status === 'fulfilled' ? each.value : []))
  const [failure] = found.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []))
  if (addresses.length === 0) throw failure
  return addresses
}

/** The address to connect to. One that is not public among several makes the name suspect as a whole. */
async function checkedAddress(url: URL, { resolve }: Pick<ForeignFetchDeps, 'resolve'>): Promise<string> {
  const fault = faultOf(url)
  if (fault !== undefined) throw new ForeignUrlRefused(fault)
  const host = hostOf(url)
  const addresses = isIP(host) === 0 ? await resolve(host) : [host]
  const [first] = addresses
  if (first === undefined || !addresses.every(isPublicAddress)) throw new ForeignUrlRefused(notPublic)
  return first
}

// By then `URL` has read 0x7f.1, 2130706433 and the like as the addresses that they are.
function faultOf(url: URL): string | undefined {
  if (url.protocol !== 'https:') return 'is not https'
  if (url.username !== '' || url.password !== '') return 'holds a user name or a password'
  if (url.port !== '') return 'names a port of its own'
  const host = hostOf(url)
  const isName = isIP(host) === 0
  return isName && (!host.includes('.') || /\.(?:localhost|local|internal|intranet|lan|home|corp|arpa)$/u.test(host))
    ? notPublic
    : undefined
}

const notPublic = 'is not on the public internet'

const hostOf = ({ hostname }: URL) => hostname.replace(/\.+$/u, '').replace(/^\[|\]$/gu, '')

function ask(url: URL, address: string, { dial }: ForeignFetchDeps, signal: AbortSignal): Promise<IncomingMessage> {
  const host = hostOf(url)
  const servername = isIP(host) === 0 ? { servername: host } : {}
  const agent = new Agent({ keepAlive: false })
  agent.createConnection = () => dial({ host: address, port: 443, ...servername })
  return new Promise((resolve, reject) => {
    const headers = { Host: host.includes(':') ? `[${host}]` : host, Accept: 'image/*' }
    httpsRequest(url, { agent, headers, signal, maxHeaderSize: 16_384 }, resolve).on('error', reject).end()
  })
}

async function toResponse(reply: IncomingMessage, status: number): Promise<Response> {
  const bytes = growingBytes(Math.min(Number(reply.headers['content-length']) || 0, maxReplyBytes))
  let length = 0
  for await (const chunk of reply) {
    const part = z.instanceof(Uint8Array).parse(chunk)
    length += part.length
    if (length > maxReplyBytes) throw new ForeignUrlRefused(`holds more than ${maxReplyBytes / 1024 / 1024} MB`)
    bytes.add(part)
  }
  const type = reply.headers['content-type']
  const headers = { 'Content-Length': String(length), ...(type !== undefined && { 'Content-Type': type }) }
  return new Response(status === 204 || status === 205 ? null : streamOf(bytes.end()), { status, headers })
}

// A response copies bytes that it is given as they are.
const streamOf = (bytes: Uint8Array<ArrayBuffer>) =>
  new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      controller.enqueue(bytes)
      controller.close()
    },
  })
