import { expect, test } from 'vitest'
import { interruptedOf } from './balance.ts'
import type { Kept } from './read-runs.ts'
import { report } from './report.ts'
import { runSoak } from './run-soak.ts'

test(
  'kill -9 in a loop under load, for 20 s, loses nothing, asks nobody twice and drifts by no micro-dollar',
  { timeout: 180_000 },
  async ({ signal }) => {
    const soaked = await runSoak({
      seconds: 20,
      visitors: 20,
      seed: Date.now(),
      killEverySeconds: 3,
      thinkMs: 500,
      signal,
      tell: () => {},
    })
    console.log(report(soaked))
    expect(soaked.zeroes.filter(({ count }) => count > 0)).toEqual([])
    expect(soaked.counts.get('kills')).toBeGreaterThan(2)
    expect(soaked.books.asked.length).toBeGreaterThan(50)

    // What a person sees: some have their pictures, what was under way says that it may have cost, and can be had all the same.
    const { kept } = soaked.books
    const completed = kept.flatMap(({ attempts = [] }) => attempts).filter(({ status }) => status === 'completed')
    const interrupted = interruptedOf(kept)
    expect(completed.length).toBeGreaterThan(0)
    expect(interrupted.length).toBeGreaterThan(0)
    for (const result of interrupted) {
      expect(result).toMatchObject({ costCertain: false, error: { code: 'interrupted' } })
      expect(result.error.message).toMatch(/lost track of this picture: it stopped.*It may have been charged\.$/u)
    }
    expect(kept.filter(completedAfterInterruption).length).toBeGreaterThan(0)
  },
)

const completedAfterInterruption = ({ attempts = [] }: Kept) =>
  interruptedOf([{ prompt: '', attempts }]).some(({ model, attempt }) =>
    attempts.some((next) => next.model === model && next.attempt > attempt && next.status === 'completed'),
  )
