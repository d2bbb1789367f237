import type { ServerType } from '@hono/node-server'
import type { Config } from '../config.ts'
import { StorageUnavailable } from '../storage/storage.ts'
import { announce } from './announce.ts'
import { type LocalProduct, openLocalProduct } from './local-product.ts'
import { createLogger } from './logger.ts'
import { endWith, readEnvironment } from './read-environment.ts'
import { stopCleanly } from './stop-cleanly.ts'

/**
 * Runs the product that the environment asks for on a server made for it. Ends the process with sentences when it must
 * not start; no stored job has been touched then.
 */
export async function serveProduct(
  serverFor: (app: LocalProduct['app'], config: Config) => Promise<ServerType>,
): Promise<void> {
  const { config, models, language, faults, all } = readEnvironment()
  const product = await openLocalProduct(config, { models, language }, createLogger(config.logLevel)).catch(
    (error: unknown) => {
      if (error instanceof StorageUnavailable) return endWith([error.message, ...all])
      throw error
    },
  )
  const { app, registry } = product
  const server = await serverFor(app, config)
  server.on('error', (error: NodeJS.ErrnoException) => {
    endWith([
      error.code === 'EADDRINUSE'
        ? `Port ${config.port} is taken, maybe by another Pixel Prompt: close that, or start with PORT=${config.port + 1}.`
        : `The server cannot listen on ${config.host}, port ${config.port}: ${error.message}`,
    ])
  })
  server.listen(config.port, config.host, () => {
    product.start()
    announce(config, registry, faults)
    stopCleanly(server, product)
  })
}
