import { Hono } from 'hono'
import { LogRequest } from '../../contract/log.ts'
import { RefusalError } from '../../contract/refusal.ts'
import type { ApiEnv, AppDeps } from './app-deps.ts'
import { clientAddress } from './client-address.ts'
import { reportLimit } from './report-limit.ts'
import { readJson } from './read-json.ts'

export const log = ({ jobDeps: { now }, clients, log: logger }: Pick<AppDeps, 'clients' | 'jobDeps' | 'log'>) => {
  const limit = reportLimit(now)
  return new Hono<ApiEnv>().post('/api/log', async (c) => {
    const full = limit(clientAddress(c, clients))
    if (full !== undefined) {
      throw new RefusalError('rate_limited', 'Enough faults were reported for now; this one was not noted.', full)
    }
    const { message, source, stack, page } = await readJson(c, LogRequest)
    const report = { message, source, stack, page }
    const printable = Object.entries(report).flatMap(([name, text]) =>
      text === undefined ? [] : [[name, oneLine(text)]],
    )
    logger.warn({ requestId: c.var.requestId, report: Object.fromEntries(printable) }, 'the page reported a fault')
    return c.body(null, 204, { 'Cache-Control': 'no-store' })
  })
}

// What a stranger sends may not end a line of the log or paint a terminal.
const oneLine = (text: string) => text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
