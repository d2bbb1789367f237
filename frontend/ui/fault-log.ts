import type { LogRequest } from '../../contract/log.ts'

const most = 5

/** Sends faults that nobody caught, each once and at most five in the life of the page. A report that fails is let go. */
export function reportFaults(send: (request: LogRequest) => Promise<unknown>): void {
  const sent = new Set<string>()
  const report = (fault: unknown, source?: string) => {
    const message =
      (fault instanceof Error ? `${fault.name}: ${fault.message}` : String(fault)).slice(0, 500) || 'Unknown fault'
    if (sent.has(message) || sent.size >= most) return
    sent.add(message)
    const stack = fault instanceof Error ? fault.stack?.slice(0, 4000) : undefined
    const page = location.pathname.slice(0, 200)
    send({ message, page, ...(stack && { stack }), ...(source && { source: source.slice(0, 200) }) }).catch(() => {})
  }
  addEventListener('error', (event) => report(event.error ?? event.message, event.filename))
  addEventListener('unhandledrejection', (event) => report(event.reason))
}
