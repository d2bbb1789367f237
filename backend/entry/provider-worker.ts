import { parentPort } from 'node:worker_threads'
import { connectHere, type AdapterSettings } from '../providers/adapter.ts'
import { type Generate, type ImageRequest, ProviderError } from '../providers/provider.ts'

export type CallMessage =
  | { kind: 'call'; call: number; settings: AdapterSettings; request: Omit<ImageRequest, 'signal'> }
  | { kind: 'abort'; call: number; timeout: boolean }

export type EndMessage = { call: number } & (
  | { kind: 'made'; images: { bytes: Uint8Array; seed?: number }[]; revisedPrompt?: string; costMicroUsd?: number }
  | {
      kind: 'refused'
      code: ProviderError['code']
      message: string
      didNoWork: boolean
      retryAfterSeconds?: number
      why?: string
    }
  | { kind: 'failed'; message: string; stack?: string }
)

// Replies of several megabytes are read, parsed and decoded here, so that HTTP keeps a core.
const connect = connectHere({ fetch: globalThis.fetch, now: Date.now })
const adapters = new Map<string, Generate>()
const running = new Map<number, AbortController>()

parentPort?.on('message', (message: CallMessage) => {
  if (message.kind === 'abort') running.get(message.call)?.abort(reasonOf(message))
  else void make(message)
})

async function make({ call, settings, request }: Extract<CallMessage, { kind: 'call' }>): Promise<void> {
  const abort = new AbortController()
  running.set(call, abort)
  const end = await adapterOf(settings)({ ...request, signal: abort.signal }).then(
    ({ images, ...told }): EndMessage => ({ kind: 'made', call, images: images.map(owned), ...told }),
    (error: unknown) => endOf(call, error),
  )
  running.delete(call)
  const moved =
    end.kind === 'made'
      ? end.images.map(({ bytes }) => bytes.buffer).filter((buffer) => buffer instanceof ArrayBuffer)
      : []
  parentPort?.postMessage(end, moved)
}

function adapterOf(settings: AdapterSettings): Generate {
  const key = JSON.stringify(settings)
  const adapter = adapters.get(key) ?? connect(settings)
  adapters.set(key, adapter)
  return adapter
}

// A small Buffer shares its memory with others and must not be moved with it.
const owned = <T extends { bytes: Uint8Array }>(image: T): T =>
  image.bytes.byteLength === image.bytes.buffer.byteLength ? image : { ...image, bytes: new Uint8Array(image.bytes) }

function endOf(call: number, error: unknown): EndMessage {
  if (!(error instanceof ProviderError)) {
    const { message, stack } = error instanceof Error ? error : new Error(String(error))
    return { kind: 'failed', call, message, ...(stack !== undefined && { stack }) }
  }
  const { code, message, didNoWork, retryAfterSeconds, cause } = error
  return {
    kind: 'refused',
    call,
    code,
    message,
    didNoWork,
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
    ...(cause instanceof Error && { why: cause.message }),
  }
}

const reasonOf = ({ timeout }: { timeout: boolean }) =>
  timeout ? new DOMException('The deadline has passed', 'TimeoutError') : new DOMException('Stopped', 'AbortError')
