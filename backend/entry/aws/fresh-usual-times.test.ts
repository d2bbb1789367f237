import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { soon } from '../../jobs/test-engine.ts'
import { freshUsualTimes } from './fresh-usual-times.ts'

const fiveMinutesMs = 5 * 60_000

/** What workers note, and a clock that stands still. `times`: as another process tells them. */
async function openTimes(first: number) {
  const state = { durationMs: first, now: 0, reads: 0, fails: false }
  const jobs = {
    recentDurations: async () => {
      state.reads += 1
      if (state.fails) throw new Error('The table does not answer')
      return [state.durationMs]
    },
  }
  const times = freshUsualTimes(jobs, [{ id: 'red' }], () => state.now)
  expect(times.of('red')).toBeUndefined()
  await expect.poll(() => times.of('red'), soon).toBe(first)
  return { state, times }
}

test('what workers have noted since is told when five minutes are over', async () => {
  const { state, times } = await openTimes(2000)
  state.durationMs = 3000
  state.now = fiveMinutesMs - 1
  expect(times.of('red')).toBe(2000)
  expect(state.reads).toBe(1)
  state.now = fiveMinutesMs
  times.of('red')
  await expect.poll(() => times.of('red'), soon).toBe(3000)
})

test('however many ask, they are read once in five minutes', async () => {
  const { state, times } = await openTimes(2000)
  state.now = fiveMinutesMs
  for (let asked = 0; asked < 10; asked += 1) times.of('red')
  expect(state.reads).toBe(2)
})

test('when they cannot be read the old ones are told, until the next try', async () => {
  const { state, times } = await openTimes(2000)
  state.fails = true
  state.now = fiveMinutesMs
  times.of('red')
  expect(state.reads).toBe(2)
  await setImmediate()
  expect(times.of('red')).toBe(2000)

  Object.assign(state, { fails: false, durationMs: 3000, now: 2 * fiveMinutesMs })
  await expect.poll(() => times.of('red'), soon).toBe(3000)
})

test('nothing is told of a model that nobody has painted with', async () => {
  const { times } = await openTimes(2000)
  expect(times.of('blue')).toBeUndefined()
})
