import * as fc from 'fast-check'
import { hold } from './judge.ts'
import type { Property } from './properties.ts'

/** A property of something that reads what others wrote: it holds for every input, and in bounded time. */
export function parser<Input>(
  name: string,
  share: number,
  inputs: fc.Arbitrary<Input>,
  holds: (input: Input) => void | Promise<void>,
  // Of one core's time, for one input. Most take far less than one; the machine may be slow.
  longestMs = 1000,
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
