import { expect, test } from 'vitest'
import { fakeModel } from '../fake-job.ts'
import { chosenModels } from './models.ts'

const models = [
  fakeModel('Ink'),
  fakeModel('Oil'),
  fakeModel('Chalk'),
  fakeModel('Old', { enabled: false, lifecycle: { state: 'retired' } }),
]

test.each([
  ['all that can paint', { off: [] }, ['ink', 'oil', 'chalk']],
  ['those that are not switched off', { off: ['oil', 'gone'] }, ['ink', 'chalk']],
  ['only those of a job that is used again', { off: ['oil'], only: ['oil', 'gone'] }, ['oil']],
  ['as before, when none of its models can paint any more', { off: ['oil'], only: ['gone', 'old'] }, ['ink', 'chalk']],
])('chooses %s', (_, wish, ids) => {
  expect(chosenModels(models, wish).map(({ id }) => id)).toEqual(ids)
})
