import { expect, test } from 'vitest'
import { cancelled, completed, fakeJob, painting, pending } from '../fake-job.ts'
import { stopWords } from './stop-words.ts'

const sent = (name: string, costMicroUsd: number | null = 40_000) =>
  cancelled(name, { outcome: 'stopped', costMicroUsd, costCertain: costMicroUsd === 0 })

test('tells each of the three ways in which a stop can end', () => {
  const job = fakeJob([cancelled('Ink'), cancelled('Oil'), sent('Poly'), sent('Wash'), completed('Neon')])
  expect(stopWords(job)).toBe(
    'Stopped: 2 had not started (not charged), 2 had been sent already (may have been charged, counted as $0.08), 1 finished first and is kept.',
  )
})

test.each([
  ['the provider confirmed the stop', 0, 'Stopped: 1 had been sent already (not charged).'],
  ['nobody knows the price', null, 'Stopped: 1 had been sent already (may have been charged).'],
])('when %s it says so', (_, costMicroUsd, words) => {
  expect(stopWords(fakeJob([sent('Ink', costMicroUsd)]))).toBe(words)
})

test('while some are still being stopped, says what may become of them', () => {
  expect(stopWords(fakeJob([cancelled('Ink'), painting('Oil'), painting('Poly')]))).toBe(
    'Stopped: 1 had not started (not charged), 2 are still being stopped, and kept if finished first.',
  )
})

test('says nothing of money when the run is free, and nothing at all when nothing was stopped', () => {
  expect(stopWords(fakeJob([cancelled('Ink'), completed('Oil')], { estimatedMicroUsd: 0 }))).toBe(
    'Stopped: 1 had not started, 1 finished first and is kept.',
  )
  expect(stopWords(fakeJob([completed('Ink'), pending('Oil')]))).toBeUndefined()
})
