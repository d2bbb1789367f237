import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { createServer as createVite } from 'vite'
import { serveProduct } from './serve-product.ts'

// One process, one port: Vite serves the page as it is edited, the app everything else.
await serveProduct(async (app) => {
  const api = getRequestListener(app.fetch)
  const server = createServer()
  const vite = await createVite({ server: { middlewareMode: true, hmr: { server } }, appType: 'spa' })
  server.on('request', (request, response) => {
    if (/^\/(?:api|images|s)\//u.test(request.url ?? '')) void api(request, response)
    else vite.middlewares(request, response)
  })
  return server
})
