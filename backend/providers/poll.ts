import { setTimeout as sleep } from 'node:timers/promises'
import type { Endpoint, Pause } from './adapter.ts'
import type { Answer, Ask } from './ask.ts'
import { interruption } from './interruption.ts'
import { type ImageRequest, ProviderError } from './provider.ts'

type Polling<Found> = {
  /** Sends the request and gives what the provider can be asked again with. */
  submit: () => Promise<string>
  /** Asks once. */
  look: (ticket: string) => Promise<Answer>
  /** What an answer says; undefined: not yet. Throws ProviderError when there will be no picture. */
  judge: (answer: Answer) => Found | undefined
  /** Tells the provider that nobody waits any more; what becomes of it is not waited for. */
  cancel?: (ticket: string, signal: AbortSignal) => Promise<unknown>
}

const firstPauseMs = 500
const longestPauseMs = 2000
/** So many failed looks in a row are taken for a bad moment of the network or of the provider. */
const patience = 5
const cancelMs = 5000

/**
 * Waits for a picture at a provider that is asked again and again. With a ticket of an earlier process nothing is sent
 * anew. From the ticket on work is under way: no failure is one with `didNoWork`.
 */
export async function pollFor<Found>(
  { pause = realPause, who }: Pick<Endpoint, 'pause' | 'who'>,
  { signal, ticket: earlier, onTicket }: Pick<ImageRequest, 'onTicket' | 'signal' | 'ticket'>,
  { submit, look, judge, cancel }: Polling<Found>,
): Promise<Found> {
  const ticket = earlier ?? (await submit())
  if (earlier === undefined) await onTicket?.(ticket)
  try {
    for (let wait = firstPauseMs, failures = 0; ; wait = Math.min(wait * 1.2, longestPauseMs)) {
      const answer = await look(ticket).catch((error: unknown) => {
        failures += 1
        if (signal.aborted || failures > patience || !isPassing(error)) throw error
        return undefined
      })
      if (answer !== undefined) failures = 0
      const found = answer && judge(answer)
      if (found !== undefined) return found
      await pause(wait, signal)
    }
  } catch (error) {
    if (!signal.aborted) throw underWay(error)
    void cancel?.(ticket, AbortSignal.timeout(cancelMs)).catch(() => undefined)
    throw interruption(signal, who)
  }
}

export const realPause: Pause = (ms, signal) => sleep(ms, undefined, { signal })

/** The bytes at an address that an answer named. They are paid for by then, whatever fails. */
export async function collect(ask: Ask, url: string, signal: AbortSignal): Promise<Uint8Array> {
  const { bytes } = await ask.bytes({ url, signal }).catch((error: unknown) => {
    throw underWay(error)
  })
  return bytes
}

const isPassing = (error: unknown) =>
  error instanceof ProviderError && ['rate_limited', 'timeout', 'unavailable'].includes(error.code)

function underWay(error: unknown): unknown {
  if (!(error instanceof ProviderError) || !error.didNoWork) return error
  const { code, message, words, retryAfterSeconds, cause } = error
  return new ProviderError(code, message.slice(0, message.length - words.length), {
    words,
    didNoWork: false,
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
    cause,
  })
}
