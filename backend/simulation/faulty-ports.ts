import { StorageUnavailable } from '../storage/storage.ts'
import type { Faults } from './profile.ts'
import type { Random } from './random.ts'
import type { Actor, Schedule } from './schedule.ts'
import type { Tally } from './tally.ts'
import { answerInWords } from './words.ts'

type Around = {
  schedule: Schedule
  random: Random
  faults: () => Faults
  tally: Tally
  who: Actor
  /** `jobs`, `ledger`… */
  port: string
  /** Arguments in words. */
  words: (args: readonly unknown[]) => string
}

/**
 * A port as one process has it: each call waits before it takes effect and again before its answer is seen. It may
 * fail before, or after it took effect. What a process began before it died takes no effect any more.
 */
export function faulty<Port extends object>(port: Port, around: Around): Port {
  const verbs = new Map<string | symbol, unknown>()
  return new Proxy(port, {
    get(target, name) {
      const known = verbs.get(name)
      if (known !== undefined) return known
      const verb: unknown = Reflect.get(target, name)
      if (typeof verb !== 'function') return verb
      const wrapped = (...args: unknown[]) => call(around, String(name), args, () => Reflect.apply(verb, target, args))
      verbs.set(name, wrapped)
      return wrapped
    },
  })
}

async function call(
  { schedule, random, faults, tally, who, port, words }: Around,
  verb: string,
  args: readonly unknown[],
  effect: () => unknown,
): Promise<unknown> {
  const what = () => `${port}.${verb} ${words(args)}`
  await schedule.wait(who, what)
  if (random.chance(faults().failBefore)) {
    tally.count('fault: storage fails before a call takes effect')
    await schedule.wait(who, () => `${what()} fails before it takes effect`)
    throw new StorageUnavailable('The disk is full.')
  }
  const answer = await effect()
  const fails = random.chance(faults().failAfter)
  if (fails) tally.count('fault: storage fails after a call took effect')
  await schedule.wait(
    who,
    () => `${what()} → ${fails ? 'took effect, but is said to have failed' : answerInWords(answer)}`,
  )
  if (fails) throw new StorageUnavailable('The disk did not answer in time.')
  return answer
}
