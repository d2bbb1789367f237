import type { MessagePort } from 'node:worker_threads'
import type { AdapterSettings, Connect } from '../providers/adapter.ts'
import { type Generate, type GeneratedImage, type ImageRequest, ProviderError } from '../providers/provider.ts'

/** To the thread that makes the calls. `tickets`: whether the caller keeps tickets; each is answered with
 * `ticket_kept`. `progress`: whether it wants to hear how far the call is. */
export type CallMessage = { call: number } & (
  | {
      kind: 'call'
      settings: AdapterSettings
      request: Omit<ImageRequest, 'signal' | 'onTicket' | 'onProgress'>
      tickets: boolean
      progress: boolean
    }
  | { kind: 'abort'; timeout: boolean }
  | { kind: 'ticket_kept' }
)

type MadeImage = { bytes: Uint8Array<ArrayBuffer>; seed?: number }

export type EndMessage = { call: number } & (
  | { kind: 'made'; images: MadeImage[]; revisedPrompt?: string; costMicroUsd?: number }
  | {
      kind: 'refused'
      code: ProviderError['code']
      message: string
      didNoWork: boolean
      words: string
      retryAfterSeconds?: number
      why?: string
    }
  | { kind: 'failed'; message: string; stack?: string }
)

/** From the thread: a call's ticket, how far it is, or its end. */
export type ReplyMessage =
  | EndMessage
  | { call: number; kind: 'ticket'; ticket: string }
  | { call: number; kind: 'progress'; share: number }

type Running = { abort: AbortController; ticketKept: PromiseWithResolvers<void> }

/** Makes the calls that arrive at the port, side by side. */
export function serveCalls(port: MessagePort, connect: Connect): void {
  const adapters = new Map<string, Generate>()
  const running = new Map<number, Running>()
  const reply = (message: ReplyMessage, moved: ArrayBuffer[] = []) => port.postMessage(message, moved)

  port.on('message', (message: CallMessage) => {
    const call = running.get(message.call)
    if (message.kind === 'call') void make(message)
    else if (message.kind === 'abort') call?.abort.abort(reasonOf(message))
    else call?.ticketKept.resolve()
  })

  const make = async ({ call, settings, request, tickets, progress }: Extract<CallMessage, { kind: 'call' }>) => {
    const abort = new AbortController()
    const ticketKept = Promise.withResolvers<void>()
    running.set(call, { abort, ticketKept })
    const onTicket = (ticket: string) => {
      reply({ kind: 'ticket', call, ticket })
      return ticketKept.promise
    }
    const onProgress = (share: number) => reply({ kind: 'progress', call, share })
    const whole = {
      ...request,
      signal: abort.signal,
      ...(tickets && { onTicket }),
      ...(progress && { onProgress }),
    }
    const end = await adapterOf(settings)(whole).then(
      ({ images, ...told }): EndMessage => ({ kind: 'made', call, images: moveable(images), ...told }),
      (error: unknown) => endOf(call, error),
    )
    running.delete(call)
    reply(end, end.kind === 'made' ? end.images.map(({ bytes }) => bytes.buffer) : [])
  }

  const adapterOf = (settings: AdapterSettings): Generate => {
    const key = JSON.stringify(settings)
    const adapter = adapters.get(key) ?? connect(settings)
    adapters.set(key, adapter)
    return adapter
  }
}

/** Of each the bytes in a buffer of its own, which can be moved. */
function moveable(images: readonly GeneratedImage[]): MadeImage[] {
  const taken = new Set<ArrayBufferLike>()
  return images.map(({ bytes, seed }) => {
    const { buffer, byteLength } = bytes
    // A small Buffer shares its memory with others; a provider may have named one picture twice.
    const isAlone = buffer instanceof ArrayBuffer && buffer.byteLength === byteLength && !taken.has(buffer)
    taken.add(buffer)
    return { bytes: isAlone ? new Uint8Array(buffer) : new Uint8Array(bytes), ...(seed !== undefined && { seed }) }
  })
}

function endOf(call: number, error: unknown): EndMessage {
  if (!(error instanceof ProviderError)) {
    const { message, stack } = error instanceof Error ? error : new Error(String(error))
    return { kind: 'failed', call, message, ...(stack !== undefined && { stack }) }
  }
  const { code, message, didNoWork, words, retryAfterSeconds, cause } = error
  return {
    kind: 'refused',
    call,
    code,
    message: message.slice(0, message.length - words.length),
    didNoWork,
    words,
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
    ...(cause instanceof Error && { why: cause.message }),
  }
}

const reasonOf = ({ timeout }: { timeout: boolean }) =>
  timeout ? new DOMException('The deadline has passed', 'TimeoutError') : new DOMException('Stopped', 'AbortError')
