import type { ServerType } from '@hono/node-server'
import type { LocalProduct } from './local-product.ts'

/** Ctrl+C: nothing new is begun, what is painting may finish and is kept, the rest waits for the next start. A second one ends at once. */
export function stopCleanly(server: ServerType, product: LocalProduct): void {
  let asked = false
  const stop = () => {
    if (asked) process.exit(1)
    asked = true
    const { running } = product
    if (running() > 0) {
      console.log(`\nFinishing ${running()} under way (Ctrl+C again to end now; what has been sent may be charged)…`)
    }
    server.close()
    void product.close().finally(() => {
      if ('closeAllConnections' in server) server.closeAllConnections()
      console.log('Stopped. Nothing is lost: the next start goes on where this one ended.')
      process.exit(0)
    })
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}
