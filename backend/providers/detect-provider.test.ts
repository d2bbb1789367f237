import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { isProviderId } from './provider-list.ts'
import { detectProvider } from './detect-provider.ts'

test.each([
  ['gpt-image-9', 'openai'],
  ['DALL·E 4', 'openai'],
  ['chatgpt-image-next', 'openai'],
  ['gemini-nano-banana-3', 'google'],
  ['Nano Banana Pro', 'google'],
  ['imagen-5', 'google'],
  ['sd3.5-medium', 'stability'],
  ['Stable Diffusion 4', 'stability'],
  ['stability.sd3-5-large-v1:0', 'bedrock'],
  ['amazon.titan-image-v2', 'bedrock'],
  ['AWS Nova Reel', 'bedrock'],
  ['flux-2-klein-9b', 'bfl'],
  ['Black Forest Max', 'bfl'],
  ['recraftv4_1', 'recraft'],
  ['vertex gemini 4', 'vertex'],
  ['grok-imagine-9', 'xai'],
  ['Luma Photon 2', 'luma'],
  ['fal-ai/some/model', 'fal'],
  ['accounts/fireworks/models/next', 'fireworks'],
  ['black-forest-labs/FLUX.1-schnell', undefined],
  ['stabilityai/sd3.5', undefined],
  ['my own model', undefined],
  ['Casanova dreams', undefined],
])('%s is taken to be of %s', (name, provider) => {
  expect(detectProvider(name)).toBe(provider)
})

test('whatever the name, it is one provider or none, and the same in capitals', () => {
  const words = [
    'gpt-image',
    'gemini',
    'imagen',
    'flux',
    'sd3.5',
    'recraft',
    'amazon.',
    'nova',
    'grok',
    'luma',
    'fal-ai/',
    'vertex',
  ]
  const name = fc.oneof(
    fc.string({ maxLength: 80 }),
    fc.array(fc.constantFrom(...words, ' ', '-', '9'), { maxLength: 6 }).map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(name, (text) => {
      const provider = detectProvider(text)
      expect(provider === undefined || isProviderId(provider)).toBe(true)
      expect(detectProvider(text.toLowerCase())).toBe(provider)
      // Some letters have no capital of their own, or another one.
      const plain = text.replaceAll(/[^ -~]/gu, '')
      expect(detectProvider(plain.toUpperCase())).toBe(detectProvider(plain))
    }),
    { numRuns: 1000 },
  )
})
