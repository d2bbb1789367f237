import { Worker } from 'node:worker_threads'
import type { AdapterSettings, Connect } from '../providers/adapter.ts'
import { type Generated, type GeneratedImage, type ImageRequest, ProviderError } from '../providers/provider.ts'
import type { CallMessage, EndMessage, ReplyMessage } from './serve-calls.ts'

type Waiting = PromiseWithResolvers<Generated> & Pick<ImageRequest, 'onProgress' | 'onTicket'>

/**
 * Makes calls to providers in a thread of their own, which runs the file `worker`. It gets no environment: a key reaches
 * it with its call.
 */
export function providerThread(worker = new URL('provider-worker.ts', import.meta.url)): {
  connect: Connect
  close(): Promise<void>
} {
  const waiting = new Map<number, Waiting>()
  let thread: Worker | undefined
  let calls = 0

  const post = (message: CallMessage) => thread?.postMessage(message)

  const told = (reply: ReplyMessage) => {
    const call = waiting.get(reply.call)
    if (reply.kind === 'ticket') {
      void call?.onTicket?.(reply.ticket).then(() => post({ kind: 'ticket_kept', call: reply.call }))
      return
    }
    if (reply.kind === 'progress') return call?.onProgress?.(reply.share)
    waiting.delete(reply.call)
    if (reply.kind === 'made') call?.resolve({ ...reply, images: reply.images.map(releasable) })
    else call?.reject(errorOf(reply))
  }

  const died = (started: Worker, cause?: unknown) => {
    // A thread tells its end twice, by then the next may be at work.
    if (thread !== started) return
    thread = undefined
    const lost = new ProviderError('internal', 'The thread that was calling the provider broke down.', {
      didNoWork: false,
      cause,
    })
    for (const { reject } of waiting.values()) reject(lost)
    waiting.clear()
  }

  const start = () => {
    const started = new Worker(worker, { env: {}, resourceLimits: { maxYoungGenerationSizeMb: youngMb } })
    started
      .on('message', told)
      .on('error', (cause) => died(started, cause))
      .on('exit', () => died(started))
    started.unref()
    return started
  }

  const generate = async (settings: AdapterSettings, whole: ImageRequest): Promise<Generated> => {
    const { signal, onTicket, onProgress, ...request } = whole
    signal.throwIfAborted()
    const call = (calls += 1)
    const end = Promise.withResolvers<Generated>()
    waiting.set(call, { ...end, ...(onTicket && { onTicket }), ...(onProgress && { onProgress }) })
    thread ??= start()
    const abort = () => post({ kind: 'abort', call, timeout: isTimeout(signal.reason) })
    signal.addEventListener('abort', abort, { once: true })
    post({ kind: 'call', call, settings, request, tickets: onTicket !== undefined, progress: onProgress !== undefined })
    try {
      return await end.promise
    } finally {
      signal.removeEventListener('abort', abort)
    }
  }

  return {
    connect: (settings) => (request) => generate(settings, request),
    async close() {
      await thread?.terminate()
    },
  }
}

/** What lives as short as the parts of a reply does needs little room; more would be filled before it is emptied. */
const youngMb = 8

// The collector sees little else to do in the thread that keeps pictures, and would leave many lying about.
const releasable = (image: { bytes: Uint8Array<ArrayBuffer>; seed?: number }): GeneratedImage => ({
  ...image,
  release: () => void image.bytes.buffer.transfer(0),
})

const isTimeout = (reason: unknown) => reason instanceof DOMException && reason.name === 'TimeoutError'

function errorOf(end: Exclude<EndMessage, { kind: 'made' }>): Error {
  if (end.kind === 'refused') {
    const { code, message, why, ...details } = end
    return new ProviderError(code, message, { ...details, ...(why !== undefined && { cause: new Error(why) }) })
  }
  const error = new Error(end.message)
  if (end.stack !== undefined) error.stack = end.stack
  return error
}
