import { expect, test } from 'vitest'
import type { Job, Result } from '../../contract/job.ts'
import { cancelled, completed, failed, fakeJob, painting } from '../fake-job.ts'
import { receiptLines } from './receipt-lines.ts'

const told = (results: Result[], over: Partial<Job>) =>
  receiptLines(fakeJob(results, over)).map(({ what, amount, because }) =>
    [what, amount, because].filter(Boolean).join(' | '),
  )

const doubtful = { costMicroUsd: 40_000, costCertain: false }

test('a run that went as estimated has been charged for just that', () => {
  const both = [completed('Ink'), completed('Oil')]
  expect(told(both, { estimatedMicroUsd: 80_000, settledMicroUsd: 80_000 })).toEqual([
    'Estimated before | $0.08',
    'Charged | $0.08',
  ])
})

test('what came back is told with its reasons, and what was perhaps charged with the names', () => {
  const results = [
    completed('Ink'),
    cancelled('Oil'),
    failed('Poly'),
    cancelled('Wash', { outcome: 'stopped', ...doubtful }),
    failed('Neon', { ...doubtful }),
  ]
  expect(told(results, { estimatedMicroUsd: 200_000, settledMicroUsd: 120_000 })).toEqual([
    'Estimated before | $0.20',
    'Given back | −$0.08 | 1 stopped in time, 1 failed without a charge',
    'Counted as spent | $0.12',
    'of it charged | $0.04',
    'of it perhaps charged | $0.08 | Wash, Neon',
  ])
})

test('earlier attempts are in the sum, although the status of a job does not hold them', () => {
  const job = { estimatedMicroUsd: 40_000, settledMicroUsd: 80_000 }
  expect(told([completed('Ink', { attempt: 2 })], job)).toEqual([
    'Estimated before | $0.04',
    'Earlier attempts | +$0.04',
    'Charged | $0.08',
  ])
  const attempts = [failed('Ink', doubtful)]
  expect(told([completed('Ink', { attempt: 2 })], { ...job, attempts })).toEqual([
    'Estimated before | $0.04',
    'Earlier attempts | +$0.04',
    'Counted as spent | $0.08',
    'of it charged | $0.04',
    'of it perhaps charged | $0.04 | Ink',
  ])
})

test('a price that was higher than estimated is told', () => {
  const dear = completed('Ink', { costMicroUsd: 60_000 })
  expect(told([dear], { estimatedMicroUsd: 40_000, settledMicroUsd: 60_000 })).toEqual([
    'Estimated before | $0.04',
    'More than estimated | +$0.02',
    'Charged | $0.06',
  ])
})

test('where a price is not known nothing is said to have come back', () => {
  const unknown = completed('Ink', { costMicroUsd: null })
  expect(told([unknown, completed('Oil')], { estimatedMicroUsd: null, settledMicroUsd: 40_000 })).toEqual([
    'Estimated before | price unknown',
    'Charged | $0.04',
  ])
  const lost = failed('Wash', { costMicroUsd: null, costCertain: false })
  expect(told([lost, completed('Oil')], { estimatedMicroUsd: null, settledMicroUsd: 40_000 })).toEqual([
    'Estimated before | price unknown',
    'Counted as spent | $0.04',
    'of it charged | $0.04',
    'of it perhaps charged | price unknown | Wash',
  ])
})

test('a run that goes on tells what it has cost so far; one that is free has no receipt', () => {
  expect(told([completed('Ink'), painting('Oil')], { estimatedMicroUsd: 80_000, settledMicroUsd: 40_000 })).toEqual([
    'Estimated before | $0.08',
    'So far | $0.04',
  ])
  expect(told([completed('Ink', { costMicroUsd: 0 })], { estimatedMicroUsd: 0, settledMicroUsd: 0 })).toEqual([])
})
