import { Worker } from 'node:worker_threads'
import type { AdapterSettings, Connect } from '../providers/adapter.ts'
import { type Generated, type ImageRequest, ProviderError } from '../providers/provider.ts'
import type { CallMessage, EndMessage } from './provider-worker.ts'

/** Makes calls to providers in a thread of their own. The thread gets no environment: a key reaches it with its call. */
export function providerThread(): { connect: Connect; close(): Promise<void> } {
  const waiting = new Map<number, PromiseWithResolvers<Generated>>()
  let worker: Worker | undefined
  let calls = 0

  const ended = (end: EndMessage) => {
    const call = waiting.get(end.call)
    waiting.delete(end.call)
    if (end.kind === 'made') call?.resolve(end)
    else call?.reject(errorOf(end))
  }

  const died = (cause?: unknown) => {
    worker = undefined
    const lost = new ProviderError('internal', 'The thread that was calling the provider broke down.', {
      didNoWork: false,
      cause,
    })
    for (const { reject } of waiting.values()) reject(lost)
    waiting.clear()
  }

  const start = () => {
    const started = new Worker(new URL('provider-worker.ts', import.meta.url), { env: {} })
    started
      .on('message', ended)
      .on('error', died)
      .on('exit', () => died())
    started.unref()
    return started
  }

  const generate = async (settings: AdapterSettings, { signal, ...request }: ImageRequest): Promise<Generated> => {
    signal.throwIfAborted()
    const call = (calls += 1)
    const end = Promise.withResolvers<Generated>()
    waiting.set(call, end)
    worker ??= start()
    const post = (message: CallMessage) => worker?.postMessage(message)
    const abort = () => post({ kind: 'abort', call, timeout: isTimeout(signal.reason) })
    signal.addEventListener('abort', abort, { once: true })
    post({ kind: 'call', call, settings, request })
    try {
      return await end.promise
    } finally {
      signal.removeEventListener('abort', abort)
    }
  }

  return {
    connect: (settings) => (request) => generate(settings, request),
    async close() {
      await worker?.terminate()
    },
  }
}

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
