import { randomUUID } from 'node:crypto'
import { onTestFinished } from 'vitest'
import { type Items, tableItems } from './items.ts'
import type { TestStack } from './test-stack.ts'

type Attempt = { command: string; input: object }

/** The items of a table of its own, and what is asked of it. */
export async function openTable(stack: () => Promise<TestStack>) {
  const { table, resources } = await stack()
  const name = resources['Table'] ?? ''
  const items = tableItems(table, name)

  /** `answer` stands between the client and the table, at each attempt. */
  const between = (answer: (attempt: Attempt, send: () => Promise<unknown>) => Promise<unknown>) => {
    const middleware = { name: `between ${randomUUID()}`, step: 'deserialize', priority: 'low' } as const
    table.middlewareStack.add(
      (next, { commandName }) =>
        async (call) =>
          (await answer({ command: String(commandName).replace('Command', ''), input: call.input }, () =>
            next(call),
          )) as ReturnType<typeof next>,
      middleware,
    )
    onTestFinished(() => void table.middlewareStack.remove(middleware.name))
  }

  return {
    items,
    name,
    table,
    between,
    /** Which commands `work` sends to the table. */
    async requestsOf(work: () => Promise<unknown>): Promise<string[]> {
      const sent: string[] = []
      let listening = true
      between(({ command }, send) => {
        if (listening) sent.push(command)
        return send()
      })
      await work()
      listening = false
      return sent.toSorted()
    },
  }
}

/** Items that do `after` whenever jobs were read, before whoever reads them goes on. */
export function readSlowly(items: Items, after: () => Promise<unknown>): Items {
  const slow =
    <Args extends unknown[], T>(read: (...args: Args) => Promise<T>) =>
    async (...args: Args) => {
      const answer = await read(...args)
      await after()
      return answer
    }
  return { ...items, get: slow(items.get), getAll: slow(items.getAll) }
}
