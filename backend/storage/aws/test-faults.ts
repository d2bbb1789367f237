import { onTestFinished } from 'vitest'
import type { AwsClients } from './clients.ts'

type Client = AwsClients['dynamo' | 's3' | 'sqs' | 'table']
type Send = (call: object) => Promise<{ response: unknown; output: object }>
type Stack = {
  add(around: (next: Send) => Send, how: { step: 'deserialize' | 'initialize'; priority: 'low'; name: string }): void
  remove(name: string): boolean
}

/** How many requests a client sends, those that it repeats included, until the test is over. */
export const countRequests = (client: Client): (() => number) => around(client, (send) => send())

/** The answers to the first requests are lost on their way back, while something else happens. Answers with the number of requests. */
export function loseAnswers(
  client: Client,
  first: number,
  { meanwhile }: { meanwhile?: () => Promise<unknown> } = {},
): () => number {
  return around(client, async (send, nth) => {
    const answer = await send()
    if (nth > first) return answer
    await meanwhile?.()
    throw Object.assign(new Error('socket hang up'), { name: 'TimeoutError' })
  })
}

/** The first requests are refused with an error of that name, before anything is done. */
export function refuseRequests(client: Client, { first, name }: { first: number; name: string }): () => number {
  return around(client, (send, nth) => {
    if (nth > first) return send()
    return Promise.reject(Object.assign(new Error('refused'), { name, $fault: 'client', $metadata: {} }))
  })
}

let names = 0

function around(
  { middlewareStack }: Client,
  each: (send: () => ReturnType<Send>, nth: number) => ReturnType<Send>,
): () => number {
  let requests = 0
  const name = `fault${(names += 1)}`
  const stack = middlewareStack as unknown as Stack
  stack.add((next) => (call) => each(() => next(call), (requests += 1)), { step: 'deserialize', priority: 'low', name })
  onTestFinished(() => void stack.remove(name))
  return () => requests
}
