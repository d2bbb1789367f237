import * as z from 'zod'
import { Refusal } from '../../contract/refusal.ts'
import { mark } from './hostile-text.ts'

/** Throws when an answer is a fault of the server, or says what nobody may see. */
export function judgeAnswer(
  { status, headers, text }: { status: number; headers: Headers; text: string },
  hidden: readonly string[],
): void {
  // People read where a link leads; programs read every other refusal.
  const isPage = status === 404 && text.includes('This link leads nowhere')
  const refusal = status >= 400 && text !== '' && !isPage ? Refusal.parse(JSON.parse(text)) : undefined
  // Where the page has not been built, its addresses say so.
  hold(status < 500 || (status === 503 && /^$|has not been built/u.test(text)), `answers ${status}: ${text}`)
  hold(!refusal || headers.get('X-Request-Id') === refusal.requestId, 'the ids of the request differ')
  hold(!refusal || text.length < 16_000, `a refusal of ${text.length} characters`)
  hold(headers.get('X-Content-Type-Options') === 'nosniff', 'an answer without nosniff')
  hold(headers.has('Content-Security-Policy'), 'an answer without a Content-Security-Policy')
  holdNothing(`${text}\n${JSON.stringify([...headers])}`, hidden)
  hold(!headers.has('X-Injected') && !JSON.stringify([...headers]).includes(mark), 'a header holds what was sent')
  hold(!('polluted' in {}), 'the prototype of all objects was changed')
}

const Line = z.object({ level: z.number(), msg: z.string(), route: z.string().optional() })

/** Throws when a line of the log is a fault, or holds what was sent or nobody may see. */
export function judgeLog(lines: readonly string[], hidden: readonly string[]): void {
  for (const line of lines) {
    hold(line.indexOf('\n') === line.length - 1, `a line of the log that is broken: ${line}`)
    const { level, msg } = Line.parse(JSON.parse(line))
    hold(level < 50, `logs a fault: ${line}`)
    holdNothing(line, hidden)
    // What a page reports is what the log is for.
    hold(msg === 'the page reported a fault' || !line.includes(mark), `logs what was sent: ${line}`)
  }
}

export function holdNothing(text: string, hidden: readonly string[]): void {
  for (const secret of hidden) hold(!text.includes(secret), `shows ${secret}`)
  hold(!/node_modules|\bat \S+ \(|node:internal|\.ts:\d+/u.test(text), `shows a stack: ${text.slice(0, 500)}`)
}

export function hold(condition: boolean, what: string): asserts condition {
  if (!condition) throw new Error(what)
}
