import { Hono } from 'hono'
import type { ApiEnv, AppDeps } from './app-deps.ts'
import { answer } from './answer.ts'
import { docsPage } from './docs-page.ts'
import { docsStyle } from './docs-style.ts'
import { openApi } from './openapi.ts'
import { originOf } from './origin-of.ts'

export const docs = ({ version, visitors }: Pick<AppDeps, 'version' | 'visitors'>) => {
  let made: ReturnType<typeof openApi> | undefined
  // Seldom asked for, and no start should wait for it.
  const document = () => (made ??= openApi(version))
  const caching = { 'Cache-Control': 'no-cache' }
  return new Hono<ApiEnv>()
    .get('/api/openapi.json', (c) => answer(c, document()))
    .get('/api/docs', (c) => {
      return c.html(docsPage(document(), originOf(c, visitors)), 200, caching)
    })
    .get('/api/docs.css', (c) => c.body(docsStyle, 200, { ...caching, 'Content-Type': 'text/css; charset=utf-8' }))
}
