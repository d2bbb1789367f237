import { expect, test } from 'vitest'
import type { Abilities } from '../../contract/model.ts'
import type { Parameters } from '../../contract/parameters.ts'
import { fakeModel } from '../fake-job.ts'
import { supportOf } from './support-hint.ts'

const bare: Abilities = {
  aspectRatios: ['1:1'],
  seed: false,
  negativePrompt: false,
  steps: false,
  guidance: false,
  imagesPerCall: 1,
}
const some = (count: number, letter: string, abilities: Partial<Abilities> = {}) =>
  Array.from({ length: count }, (_, place) =>
    fakeModel(`${letter}${place + 1}`, { abilities: { ...bare, ...abilities } }),
  )
const seed = (takers: number, others: number, unchosen = 0, parameters: Parameters = {}) => {
  const chosen = [...some(takers, 'S', { seed: true }), ...some(others, 'N')]
  return supportOf('seed', { parameters, chosen, all: [...chosen, ...some(unchosen, 'U', { seed: true })] })
}

test.each([
  ['all take it', seed(2, 0), { dead: false, hint: undefined }],
  ['one takes it', seed(1, 2), { dead: false, hint: 'Only S1 takes a seed.' }],
  ['as many as not', seed(2, 2), { dead: false, hint: 'Only S1 and S2 take a seed.' }],
  ['most take it', seed(3, 1), { dead: false, hint: 'All but N1 take a seed.' }],
  ['many take it, and more do not', seed(6, 7), { dead: false, hint: 'Only S1, S2, S3 and 3 others take a seed.' }],
  ['none takes it', seed(0, 1), { dead: true, hint: 'No chosen model takes a seed.' }],
  ['others would', seed(0, 1, 2), { dead: true, hint: 'No chosen model takes a seed; U1 and U2 would.' }],
  ['many others would', seed(0, 1, 5), { dead: true, hint: 'No chosen model takes a seed; 5 others would.' }],
  [
    'none is chosen',
    seed(0, 0, 1, { seed: 1 }),
    { dead: true, hint: 'No model is chosen. What you set is kept, but not sent.' },
  ],
])('%s', (_, found, expected) => expect(found).toEqual(expected))

test('of shapes it is about the one that is set', () => {
  const chosen = [...some(2, 'W', { aspectRatios: ['1:1', '16:9'] }), ...some(1, 'N')]
  const shape = (parameters: Parameters) => supportOf('aspectRatio', { parameters, chosen, all: chosen }).hint
  expect(shape({})).toBeUndefined()
  expect(shape({ aspectRatio: '16:9' })).toBe('All but N1 take 16:9.')
  expect(shape({ aspectRatio: '9:16' })).toBe('No chosen model takes 9:16. What you set is kept, but not sent.')
})

test('a model that cannot be chosen is no way out', () => {
  const chosen = some(1, 'N')
  const off = [fakeModel('Off', { enabled: false, abilities: { ...bare, seed: true } })]
  expect(supportOf('seed', { parameters: {}, chosen, all: [...chosen, ...off] }).hint).toBe(
    'No chosen model takes a seed.',
  )
})
