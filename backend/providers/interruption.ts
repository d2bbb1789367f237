import { ProviderError } from './provider.ts'

/** What to throw once a call's signal has aborted: a deadline gets its name, a Stop is handed back as it came. */
export function interruption(signal: AbortSignal, who: string): unknown {
  const reason: unknown = signal.reason
  if (!(reason instanceof DOMException && reason.name === 'TimeoutError')) return reason
  return new ProviderError('timeout', `${who} did not finish in the time allowed.`, { didNoWork: false, cause: reason })
}
