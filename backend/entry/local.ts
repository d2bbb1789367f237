import { createAdaptorServer } from '@hono/node-server'
import { isLoopback } from '../local-address.ts'
import { boundConnections, serverLimits, serverOptions } from './http-server.ts'
import { serveProduct } from './serve-product.ts'

await serveProduct(async (app, { host, proxies }) => {
  const options = serverOptions(serverLimits)
  const server = createAdaptorServer({ fetch: app.fetch, hostname: host, serverOptions: options })
  // All that comes through a proxy of the operator's comes from its address.
  boundConnections(server, serverLimits, (address) => proxies > 0 || isLoopback(address))
  return server
})
