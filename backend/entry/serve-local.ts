import { getRequestListener } from '@hono/node-server'
import { isLoopback } from '../local-address.ts'
import { boundedServer, serverLimits } from './http-server.ts'
import { serveProduct } from './serve-product.ts'

await serveProduct(async (app, { host, proxies }) => {
  const listener = getRequestListener(app.fetch, { hostname: host })
  // All that comes through a proxy of the operator's comes from its address.
  const isExempt = (address: string) => proxies > 0 || isLoopback(address)
  return boundedServer((request, response) => void listener(request, response), { limits: serverLimits, isExempt })
})
