import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

type Waiting = { request: IncomingMessage; response: ServerResponse }

/**
 * Answers the requests of one connection one after the other: the next begins when all of the last answer was taken. HTTP
 * lets a client send without waiting for answers, which no browser and no proxy does; whoever sends more than `mostWaiting`
 * ahead is closed.
 */
export function oneAtATime(answer: RequestListener, { mostWaiting }: { mostWaiting: number }): RequestListener {
  const lines = new WeakMap<Socket, Waiting[]>()

  const begin = (line: Waiting[], { request, response }: Waiting) => {
    response.once('close', () => {
      line.shift()
      const [next] = line
      // After all that other connections have sent meanwhile.
      if (next !== undefined && !request.socket.destroyed) setImmediate(begin, line, next)
    })
    answer(request, response)
  }

  return (request, response) => {
    const line = lines.get(request.socket) ?? []
    lines.set(request.socket, line)
    if (line.length > mostWaiting) return void request.socket.destroy()
    line.push({ request, response })
    if (line.length === 1) begin(line, { request, response })
  }
}
