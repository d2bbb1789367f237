import { expect, test } from 'vitest'
import { fakeModel } from '../fake-job.ts'
import { missingControls } from './missing-controls.ts'

const plain = fakeModel('Plain')
const guided = fakeModel('Guided', { abilities: { ...plain.abilities, guidance: true } })
const able = fakeModel('Able', {
  abilities: { aspectRatios: ['1:1'], seed: true, negativePrompt: true, steps: true, guidance: true, imagesPerCall: 1 },
})
const unguided = fakeModel('Unguided', { abilities: { ...able.abilities, guidance: false } })
const unstepped = fakeModel('Unstepped', { abilities: { ...able.abilities, steps: false, guidance: false } })

test('names the controls that are missing, and the models that would bring them', () => {
  expect(missingControls([unstepped], [unstepped])).toBe(
    'Preset, steps and guidance appear when you choose a model that takes them.',
  )
  expect(missingControls([unguided], [unguided, guided])).toBe(
    'Guidance appears when you choose a model that takes it: Guided.',
  )
})

test('says nothing when the chosen models use all of them between them', () => {
  expect(missingControls([unguided, guided], [unguided, guided])).toBeUndefined()
})
