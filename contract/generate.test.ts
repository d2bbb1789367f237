import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { GenerateRequest } from './generate.ts'
import { Parameters } from './parameters.ts'

const request = (parameters: unknown) => GenerateRequest.safeParse({ prompt: 'a red boat', parameters })

test.each(['', '  ', '\n\t', '\u200B', '\u2800'])('a blank negative prompt (%j) counts as absent', (negativePrompt) => {
  const { parameters } = request({ steps: 9, negativePrompt }).data ?? {}
  expect(Object.entries(parameters ?? {})).toEqual([['steps', 9]])
})

test('a negative prompt that says something is kept, without the white space around it', () => {
  const { parameters } = request({ negativePrompt: ' fog\r\n', seed: 3 }).data ?? {}
  expect(parameters).toEqual({ negativePrompt: 'fog', seed: 3 })
})

test('a parameter that is not known is refused, beside a blank negative prompt too', () => {
  expect(request({ negativePrompt: ' ', size: 3 }).success).toBe(false)
})

test('the JSON Schema of a request names every parameter, the negative prompt too', () => {
  const { properties } = z.toJSONSchema(GenerateRequest, { io: 'input' })
  expect(properties?.['parameters']).toMatchObject({
    properties: Object.fromEntries(Object.keys(Parameters.shape).map((name) => [name, expect.anything()])),
    additionalProperties: false,
  })
})
