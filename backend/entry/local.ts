import { createAdaptorServer } from '@hono/node-server'
import { serveProduct } from './serve-product.ts'

// Longer than a proxy keeps an idle connection, or a request could meet one that is just being closed.
const serverOptions = { keepAliveTimeout: 75_000 }

await serveProduct(async (app, { host }) => createAdaptorServer({ fetch: app.fetch, hostname: host, serverOptions }))
