import { makeZip } from 'client-zip'
import { Hono } from 'hono'
import type { ApiEnv, AppDeps } from './app-deps.ts'
import { exportFiles } from './export-files.ts'
import { visitorOf } from './visitor-of.ts'
import { withTurn } from './with-turn.ts'

/** All that is the visitor's, as a ZIP that is made while it is sent: its length is not known before. */
export const exportAll = (deps: Pick<AppDeps, 'clients' | 'jobDeps' | 'log' | 'rates'>) => {
  const { jobDeps, log } = deps
  return new Hono<ApiEnv>().get('/api/export', async (c) => {
    const visitor = visitorOf(c)
    const { requestId } = c.var
    return withTurn(c, deps, 'exports', async () => {
      const at = jobDeps.now()
      const zip = makeZip(noting(exportFiles(jobDeps, visitor, at)))
      return c.body(zip, 200, {
        'Content-Type': 'application/zip',
        'Content-Disposition': `attachment; filename="pixel-prompt-${new Date(at).toISOString().slice(0, 10)}.zip"`,
        'Cache-Control': 'no-store',
      })
    })

    // The answer has begun: all that can be done is to break it off, so that nobody takes half for the whole.
    async function* noting<T>(files: AsyncIterable<T>): AsyncGenerator<T> {
      try {
        yield* files
      } catch (err) {
        log.error({ err, requestId }, 'an export was broken off')
        throw err
      }
    }
  })
}
