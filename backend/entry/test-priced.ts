import { onTestFinished } from 'vitest'
import { type Server, startServer } from '../../e2e/server.ts'
import { type FakeBehaviour, type FakeImageServer, startFakeImageServer } from '../providers/fake-image-server.ts'
import { slot } from './test-launch.ts'

/** What an image of each model costs, in micro-dollars. */
export const priceMicroUsd = 40_000

type Behave = (request: FakeImageServer['requests'][number]) => FakeBehaviour

/** A fake of a provider, gone when the test is over. */
export async function provider(behave: Behave, port?: number): Promise<FakeImageServer> {
  const started = await startFakeImageServer({ keyless: true, behave, ...(port !== undefined && { port }) })
  onTestFinished(() => started.close())
  return started
}

/** The product in a process of its own, with models that cost money; `urls`: of each model's provider, by name. */
export async function pricedProduct(
  urls: Record<string, string>,
  settings: Record<string, string> = {},
): Promise<Server> {
  const slots = Object.entries(urls).flatMap(([name, url], index) =>
    Object.entries({
      ...slot(index + 1, name, url),
      [`MODEL_${index + 1}_PRICE_USD`]: String(priceMicroUsd / 1e6),
    }),
  )
  const count = String(Object.keys(urls).length)
  const server = await startServer({ MODEL_COUNT: count, ...Object.fromEntries(slots), ...settings })
  onTestFinished(() => server.dispose())
  return server
}

/** How often a provider was asked for each prompt of each model. */
export function timesAsked({ requests }: FakeImageServer): Map<string, number> {
  const times = new Map<string, number>()
  for (const { model, prompt } of requests) {
    const key = `${model}: ${prompt}`
    times.set(key, (times.get(key) ?? 0) + 1)
  }
  return times
}

/** Counts, and settles when a number is reached. */
export function counter(): { add(): void; reaches(wanted: number): Promise<void> } {
  let count = 0
  let waiting: { wanted: number; resolve: () => void } | undefined
  return {
    add() {
      count += 1
      if (waiting && count >= waiting.wanted) waiting.resolve()
    },
    reaches: (wanted) =>
      new Promise((resolve) => {
        if (count >= wanted) resolve()
        else waiting = { wanted, resolve }
      }),
  }
}
