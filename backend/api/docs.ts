import { Hono } from 'hono'
import type { ApiEnv, AppDeps } from './app-deps.ts'
import { answer } from './answer.ts'
import type { OpenApi } from './openapi.ts'
import { originOf } from './origin-of.ts'

export const docs = ({ version, visitors }: Pick<AppDeps, 'version' | 'visitors'>) => {
  let made: Promise<OpenApi> | undefined
  // Seldom asked for: no start loads it.
  const document = () => (made ??= import('./openapi.ts').then(({ openApi }) => openApi(version)))
  const caching = { 'Cache-Control': 'no-cache' }
  return new Hono<ApiEnv>()
    .get('/api/openapi.json', async (c) => answer(c, await document()))
    .get('/api/docs', async (c) => {
      const { docsPage } = await import('./docs-page.ts')
      return c.html(docsPage(await document(), originOf(c, visitors)), 200, caching)
    })
    .get('/api/docs.css', async (c) => {
      const { docsStyle } = await import('./docs-style.ts')
      return c.body(docsStyle, 200, { ...caching, 'Content-Type': 'text/css; charset=utf-8' })
    })
}
