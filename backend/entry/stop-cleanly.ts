import type { ServerType } from '@hono/node-server'
import type { LocalProduct } from './local-product.ts'

// One Ctrl+C comes twice: from the terminal, and passed on by npm.
const sameMomentMs = 1000

/**
 * Ctrl+C: nothing new is begun, what is painting may finish and is kept, the rest waits for the next start. Another one
 * after a moment ends at once.
 */
export function stopCleanly(server: ServerType, product: Pick<LocalProduct, 'running' | 'close'>): void {
  let askedAt: number | undefined
  const ask = () => {
    if (askedAt !== undefined && performance.now() - askedAt > sameMomentMs) process.exit(1)
    if (askedAt !== undefined) return
    askedAt = performance.now()
    void stop(server, product)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, ask)
  // After a hang-up there is no terminal to write to; what is under way must not end for that.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
}

async function stop(server: ServerType, { running, close }: Pick<LocalProduct, 'running' | 'close'>): Promise<void> {
  if (running() > 0) {
    console.log(`\nFinishing ${running()} under way (Ctrl+C again to end now; what has been sent may be charged)…`)
  }
  // Idle connections end here; requests that are held, when the tasks have ended.
  server.close()
  await close().catch((error: unknown) => {
    console.error('The server could not be stopped cleanly. The next start looks after what it left behind.', error)
    process.exit(1)
  })
  if ('closeAllConnections' in server) server.closeAllConnections()
  console.log('Stopped. Nothing is lost: the next start goes on where this one ended.')
  process.exit(0)
}
