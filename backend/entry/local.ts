import { createAdaptorServer } from '@hono/node-server'
import { serveProduct } from './serve-product.ts'

await serveProduct(async (app, { host }) => createAdaptorServer({ fetch: app.fetch, hostname: host }))
