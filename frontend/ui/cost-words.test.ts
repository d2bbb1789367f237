import { expect, test } from 'vitest'
import { chargeSentence, costWords, jobCostWords } from './cost-words.ts'
import { keptJob } from '../fake-gallery.ts'
import { cancelled, completed, failed, painting } from '../fake-job.ts'

test.each([
  ['$0.04', 40_000, true, 1],
  ['free', 0, true, 1],
  ['not charged', 0, true, 0],
  ['may have been charged, counted as $0.04', 40_000, false, 0],
  ['up to $0.08', 80_000, false, 1],
  ['may have been charged', null, false, 0],
  ['price unknown', null, true, 1],
  ['price unknown', null, false, 1],
] as const)('says %s of a result', (words, costMicroUsd, costCertain, pictures) => {
  expect(costWords({ costMicroUsd, costCertain }, pictures)).toBe(words)
})

test.each([
  ['Not charged.', 0, true],
  ['It cost $0.04.', 40_000, true],
  ['What it cost is not known.', null, true],
  ['It may have been charged, and is counted as $0.04.', 40_000, false],
  ['It may have been charged; how much is not known.', null, false],
] as const)('says as a sentence: %s', (sentence, costMicroUsd, costCertain) => {
  expect(chargeSentence({ costMicroUsd, costCertain })).toBe(sentence)
})

const lost = { costMicroUsd: 40_000, costCertain: false }

test.each([
  ['$0.08', [completed('A')], {}],
  ['up to $0.08', [completed('A'), failed('B', lost)], {}],
  ['up to $0.08', [completed('A')], { attempts: [failed('A', lost)] }],
  ['free', [completed('A')], { settledMicroUsd: 0 }],
  ['free', [failed('A')], { estimatedMicroUsd: 0, settledMicroUsd: 0 }],
  ['not charged', [failed('A'), cancelled('B')], { settledMicroUsd: 0 }],
  ['about $0.08', [painting('A')], { settledMicroUsd: 0 }],
  ['$0.04 of about $0.08', [completed('B'), painting('A')], { settledMicroUsd: 40_000 }],
  ['free', [painting('A')], { estimatedMicroUsd: 0, settledMicroUsd: 0 }],
  ['price unknown', [painting('A')], { estimatedMicroUsd: null, settledMicroUsd: 0 }],
  ['price unknown', [completed('A', { costMicroUsd: null })], { settledMicroUsd: 0 }],
  ['$0.08 and more, not all prices are known', [completed('A', { costMicroUsd: null })], {}],
])('says %s of a job', (words, results, over) => {
  expect(jobCostWords(keptJob(1, results, over))).toBe(words)
})
