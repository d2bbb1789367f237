import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { createServer as createVite } from 'vite'
import { announce } from './announce.ts'
import { openLocalProduct } from './local-product.ts'
import { createLogger } from './logger.ts'
import { readEnvironment } from './read-environment.ts'
import { stopCleanly } from './stop-cleanly.ts'

// One process, one port: Vite serves the page as it is edited, the app everything else.
const { config, models, faults } = readEnvironment()
const product = await openLocalProduct(config, models, createLogger(config.logLevel))
const api = getRequestListener(product.app.fetch)
const server = createServer()
const vite = await createVite({ server: { middlewareMode: true, hmr: { server } }, appType: 'spa' })
server.on('request', (request, response) => {
  if (/^\/(?:api|images)\//u.test(request.url ?? '')) void api(request, response)
  else vite.middlewares(request, response)
})
server.listen(config.port, config.host, () => announce(config, product.registry, faults))
stopCleanly(server, product)
