import { expect, test } from 'vitest'
import { costWords, jobCostWords } from './cost-words.ts'
import { failedResult, keptJob, madeResult, runningResult } from './fake-kept.ts'

test.each([
  ['$0.04', 40_000, true, 1],
  ['free', 0, true, 1],
  ['not charged', 0, true, 0],
  ['$0.04 may have been charged', 40_000, false, 0],
  ['may have been charged', null, false, 0],
  ['price unknown', null, true, 1],
] as const)('says %s of a result', (words, costMicroUsd, costCertain, pictures) => {
  expect(costWords({ costMicroUsd, costCertain }, pictures)).toBe(words)
})

test.each([
  ['$0.08', [madeResult('a')], {}],
  ['up to $0.08', [madeResult('a'), failedResult('b')], {}],
  ['up to $0.08', [madeResult('a')], { attempts: [failedResult('a')] }],
  ['free', [madeResult('a')], { settledMicroUsd: 0 }],
  ['about $0.08', [runningResult('a')], {}],
  ['free', [runningResult('a')], { estimatedMicroUsd: 0 }],
  ['price unknown', [runningResult('a')], { estimatedMicroUsd: null }],
  ['price unknown', [madeResult('a', { costMicroUsd: null })], { settledMicroUsd: 0 }],
  ['$0.08 and more, not all prices are known', [madeResult('a', { costMicroUsd: null })], {}],
])('says %s of a job', (words, results, over) => {
  expect(jobCostWords(keptJob(1, results, over))).toBe(words)
})
