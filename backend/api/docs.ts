import { Hono } from 'hono'
import type { ApiEnv, AppDeps } from './app-deps.ts'
import { answer } from './answer.ts'
import { docsPage } from './docs-page.ts'
import { docsStyle } from './docs-style.ts'
import { openApi } from './openapi.ts'

export const docs = ({ version, visitors }: Pick<AppDeps, 'version' | 'visitors'>) => {
  const document = openApi(version)
  const caching = { 'Cache-Control': 'no-cache' }
  return new Hono<ApiEnv>()
    .get('/api/openapi.json', (c) => answer(c, document))
    .get('/api/docs', (c) => {
      const host = c.req.header('host') ?? new URL(c.req.url).host
      const origin = `${visitors.https ? 'https' : 'http'}://${host}`
      return c.html(docsPage(document, origin), 200, caching)
    })
    .get('/api/docs.css', (c) => c.body(docsStyle, 200, { ...caching, 'Content-Type': 'text/css; charset=utf-8' }))
}
