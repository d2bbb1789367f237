import { expect, test } from 'vitest'
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
