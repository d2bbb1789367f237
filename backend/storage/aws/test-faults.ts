import { onTestFinished } from 'vitest'
import type { AllClients } from './test-stack.ts'

type Client = AllClients['dynamo' | 's3' | 'sqs' | 'table']
type Call = { input: unknown }
type Answer = { response: unknown; output: object }
type Send = (call: Call) => Promise<Answer>
type Stack = {
  add(around: (next: Send) => Send, how: { step: 'deserialize'; priority: 'high'; name: string }): void
  remove(name: string): boolean
}

/** How many requests a client sends, those that it repeats included, until the test is over. */
export const countRequests = (client: Client): (() => number) => aroundRequests(client, ({ send }) => send())

/** The answers to the first requests are lost on their way back, while something else happens. Answers with the number of requests. */
export function loseAnswers(
  client: Client,
  first: number,
  { meanwhile }: { meanwhile?: () => Promise<unknown> } = {},
): () => number {
  return aroundRequests(client, async ({ send, nth }) => {
    const answer = await send()
    if (nth > first) return answer
    await meanwhile?.()
    throw Object.assign(new Error('socket hang up'), { name: 'TimeoutError' })
  })
}

/** The first requests are refused with an error of that name, before anything is done. */
export function refuseRequests(client: Client, { first, name }: { first: number; name: string }): () => number {
  return aroundRequests(client, ({ send, nth }) => {
    if (nth > first) return send()
    return Promise.reject(Object.assign(new Error('refused'), { name, $fault: 'client', $metadata: {} }))
  })
}

let names = 0

/** Until the test is over. `input`: of the command. Answers with the number of requests. */
export function aroundRequests(
  { middlewareStack }: Client,
  each: (request: { send(): Promise<Answer>; input: unknown; nth: number }) => Promise<Answer>,
): () => number {
  let requests = 0
  const name = `fault${(names += 1)}`
  const stack = middlewareStack as unknown as Stack
  const around = (next: Send) => (call: Call) =>
    each({ send: () => next(call), input: call.input, nth: (requests += 1) })
  stack.add(around, { step: 'deserialize', priority: 'high', name })
  onTestFinished(() => void stack.remove(name))
  return () => requests
}
