import * as fc from 'fast-check'
import { hold } from './judge.ts'
import type { Property } from './properties.ts'

/** What an input may cost of one core's time. What is fast takes far less than one; the machine may be slow. */
const longestMs = 1000

/** A property of something that reads what others wrote: it holds for every input, and in bounded time. */
export function parser<Input>(
  name: string,
  share: number,
  inputs: fc.Arbitrary<Input>,
  holds: (input: Input) => void | Promise<void>,
): Property {
  return {
    name,
    share,
    check: fc.asyncProperty(inputs, async (input) => {
      const before = process.threadCpuUsage()
      await holds(input)
      const { user, system } = process.threadCpuUsage(before)
      hold((user + system) / 1000 < longestMs, `takes ${(user + system) / 1000} ms`)
    }),
  }
}
