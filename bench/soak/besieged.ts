import { setTimeout as sleep } from 'node:timers/promises'
import type { Server } from '../../e2e/server.ts'

export type Answer = { status: number; body: unknown }

export type Besieged = {
  url: string
  /** As one visitor. Where no answer comes since the server was killed, the same is asked again until one does. */
  ask(cookie: string, path: string, init?: { method: string; json?: object; key?: string }): Promise<Answer>
  killAndStart(): Promise<void>
  /** Answers that say that something is wrong with the server. */
  faults: readonly string[]
}

/** A server that is killed under those who use it. */
export function besieged(server: Server, signal: AbortSignal): Besieged {
  let up: Promise<void> = Promise.resolve()
  const faults: string[] = []
  return {
    url: server.url,
    faults,
    async ask(cookie, path, { method = 'GET', json, key } = { method: 'GET' }) {
      const headers = {
        Cookie: cookie,
        ...(json && { 'Content-Type': 'application/json' }),
        ...(key !== undefined && { 'Idempotency-Key': key }),
      }
      const body = json && JSON.stringify(json)
      for (;;) {
        await up
        signal.throwIfAborted()
        const answer = await textOf(fetch(server.url + path, { method, headers, signal, ...(body && { body }) }))
        if (answer && answer.status >= 500) faults.push(`${method} ${path} was answered with ${answer.status}`)
        if (answer) return { status: answer.status, body: answer.text === '' ? undefined : JSON.parse(answer.text) }
        // Before it is known that the server is gone.
        await sleep(20)
      }
    },
    async killAndStart() {
      const restarted = Promise.withResolvers<void>()
      up = restarted.promise
      up.catch(() => undefined)
      try {
        await server.kill()
        // Who was interrupted has cleared away by now.
        signal.throwIfAborted()
        await server.start()
        restarted.resolve()
      } catch (error) {
        restarted.reject(error)
        throw error
      }
    },
  }
}

/** Undefined when the connection broke. */
async function textOf(asking: Promise<Response>): Promise<{ status: number; text: string } | undefined> {
  try {
    const response = await asking
    return { status: response.status, text: await response.text() }
  } catch {
    return undefined
  }
}
