import { expect, test } from 'vitest'
import { fakeModel } from '../fake-job.ts'
import { generateRequest } from './generate-request.ts'

const model = fakeModel('One')
const form = { prompt: ' A fox ', off: [], parameters: {} }

test('names exactly the chosen models and sends no parameter that was not touched', () => {
  expect(generateRequest(form, [model, fakeModel('Two')])).toEqual({
    request: { prompt: 'A fox', models: ['one', 'two'] },
  })
})

test('leaves out what none of the chosen models could use, and an empty negative prompt', () => {
  const parameters = { steps: 12, guidance: 3, negativePrompt: '  ', imagesPerModel: 2 }
  expect(generateRequest({ ...form, parameters }, [model])).toEqual({
    request: { prompt: 'A fox', models: ['one'], parameters: { steps: 12, imagesPerModel: 2 } },
  })
})

test('sends a shape only when one of the chosen models offers it', () => {
  const square = fakeModel('Square', { abilities: { ...model.abilities, aspectRatios: ['1:1'] } })
  const wide = { ...form, parameters: { aspectRatio: '16:9' } as const }
  expect(generateRequest(wide, [square, model])).toHaveProperty('request.parameters', { aspectRatio: '16:9' })
  expect(generateRequest(wide, [square])).not.toHaveProperty('request.parameters')
})

test.each([
  ['', 'Write a prompt first'],
  ['x'.repeat(1001), 'Must be at most 1,000 characters'],
])('says what is wrong with the prompt before anything is sent', (prompt, message) => {
  expect(generateRequest({ ...form, prompt }, [model])).toEqual({ faults: { prompt: message } })
})

test('counts code points: a thousand emoji fit', () => {
  expect(generateRequest({ ...form, prompt: '🦊'.repeat(1000) }, [model])).toHaveProperty('request')
})

test('wants at least one model and at most twenty', () => {
  expect(generateRequest(form, [])).toEqual({ faults: { models: 'Choose at least one model' } })
  const many = Array.from({ length: 21 }, (_, place) => fakeModel(`Model ${place}`))
  expect(generateRequest(form, many)).toEqual({ faults: { models: 'Choose at most 20 models' } })
})

test('a cap that was set is sent; a run that would pass it is not, and a cap that cannot be read is said', () => {
  expect(generateRequest({ ...form, cap: '0.04' }, [model])).toEqual({
    request: { prompt: 'A fox', models: ['one'], maxMicroUsd: 40_000 },
  })
  expect(generateRequest({ ...form, cap: '0.03' }, [model])).toEqual({
    faults: { maxMicroUsd: expect.stringContaining('may cost $0.04, and you allow $0.03') },
  })
  expect(generateRequest({ ...form, cap: '0.04', parameters: { imagesPerModel: 2 } }, [model])).toHaveProperty('faults')
  expect(generateRequest({ ...form, prompt: '', cap: 'few' }, [model])).toEqual({
    faults: { prompt: 'Write a prompt first', maxMicroUsd: expect.stringContaining('such as 0.50') },
  })
})
