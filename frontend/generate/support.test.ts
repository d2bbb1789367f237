import { expect, test } from 'vitest'
import { fakeModel } from './fake-job.ts'
import { supportHint } from './support.ts'

const plain = fakeModel('Plain')
const guided = fakeModel('Guided', { abilities: { ...plain.abilities, guidance: true } })

test('names the models that could use a control no chosen model uses', () => {
  expect(supportHint('guidance', [plain], [plain, guided])).toBe('None of the chosen models uses this. Guided would.')
  expect(supportHint('guidance', [plain], [plain])).toBe('None of the models here uses this.')
})

test('says nothing when one of the chosen can', () => {
  expect(supportHint('guidance', [plain, guided], [plain, guided])).toBeUndefined()
  expect(supportHint('imagesPerModel', [plain], [plain])).toBeUndefined()
})
