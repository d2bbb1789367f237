import { serve } from '@hono/node-server'
import { StorageUnavailable } from '../storage/storage.ts'
import { announce } from './announce.ts'
import { openLocalProduct } from './local-product.ts'
import { createLogger } from './logger.ts'
import { endWith, readEnvironment } from './read-environment.ts'
import { stopCleanly } from './stop-cleanly.ts'

const { config, models, faults } = readEnvironment()
const log = createLogger(config.logLevel)
const product = await openLocalProduct(config, models, log).catch((error: unknown) => {
  if (error instanceof StorageUnavailable) return endWith([error.message])
  throw error
})
const { app, registry } = product
if (!registry.models.some(({ enabled }) => enabled)) {
  endWith(['None of the configured models works:', ...faults, ...registry.faults])
}

const server = serve({ fetch: app.fetch, port: config.port, hostname: config.host }, () => {
  announce(config, registry, faults)
})
server.on('error', (error: NodeJS.ErrnoException) => {
  endWith([
    error.code === 'EADDRINUSE'
      ? `Port ${config.port} is taken, maybe by another Pixel Prompt: close that, or start with PORT=${config.port + 1}.`
      : `The server cannot listen on ${config.host}, port ${config.port}: ${error.message}`,
  ])
})
stopCleanly(server, product)
