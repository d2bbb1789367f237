import type { Abilities } from '../../contract/model.ts'
import { type AspectRatio, aspectRatios } from '../../contract/parameters.ts'
import type { Adapter } from './adapter.ts'

export type ProviderFacts = {
  /** What people call it. */
  name: string
  /** Absent: every model needs a MODEL_n_BASE_URL. */
  baseUrl?: string
  /** Words in a model's name by which it is likely to be one of its models. */
  sign?: RegExp
  /** What a model of it can do of which the catalogue knows nothing. */
  abilities: Abilities
  load: () => Promise<Adapter>
}

const plain: Abilities = {
  aspectRatios: [...aspectRatios],
  seed: false,
  negativePrompt: false,
  steps: false,
  guidance: false,
  imagesPerCall: 1,
}
const withSeed = { ...plain, seed: true }
/** All that is not 4:3 or 3:4. */
export const stabilityRatios: AspectRatio[] = ['1:1', '3:2', '2:3', '16:9', '9:16']
export const lumaRatios: AspectRatio[] = ['1:1', '4:3', '3:4', '16:9', '9:16']

/**
 * The providers that a model can belong to. In the order in which signs are looked for: ids of Bedrock hold the names of
 * other makers.
 */
export const providers = {
  bedrock: {
    name: 'Amazon Bedrock',
    sign: /^(?:amazon|stability)\.|\b(?:bedrock|aws|nova|titan)\b/u,
    abilities: { ...withSeed, aspectRatios: stabilityRatios },
    load: async () => (await import('./adapters/bedrock.ts')).bedrock,
  },
  openai: {
    name: 'OpenAI',
    baseUrl: 'https://api.openai.com/v1',
    sign: /^(?:chatgpt|gpt)[- ]?image|dall[-·. ]?e|\bopenai\b/u,
    abilities: { ...plain, aspectRatios: ['1:1', '3:2', '2:3'] },
    load: async () => (await import('./adapters/openai.ts')).openai,
  },
  vertex: {
    name: 'Google Vertex AI',
    baseUrl: 'https://aiplatform.googleapis.com/v1/publishers/google',
    sign: /\bvertex\b/u,
    abilities: withSeed,
    load: async () => (await import('./adapters/google.ts')).google,
  },
  google: {
    name: 'Google',
    baseUrl: 'https://generativelanguage.googleapis.com/v1beta',
    sign: /\b(?:gemini|imagen|nano[- ]banana|google)\b/u,
    abilities: withSeed,
    load: async () => (await import('./adapters/google.ts')).google,
  },
  stability: {
    name: 'Stability AI',
    baseUrl: 'https://api.stability.ai',
    sign: /\b(?:stability|stable[- ](?:diffusion|image)|sd3(?:\.5)?|sdxl)\b/u,
    abilities: { ...withSeed, aspectRatios: stabilityRatios, negativePrompt: true },
    load: async () => (await import('./adapters/stability.ts')).stability,
  },
  bfl: {
    name: 'Black Forest Labs',
    baseUrl: 'https://api.bfl.ai',
    sign: /\b(?:flux|black[- ]forest|bfl)\b/u,
    abilities: withSeed,
    load: async () => (await import('./adapters/bfl.ts')).bfl,
  },
  recraft: {
    name: 'Recraft',
    baseUrl: 'https://external.api.recraft.ai/v1',
    sign: /recraft/u,
    abilities: { ...plain, imagesPerCall: 6 },
    load: async () => (await import('./adapters/recraft.ts')).recraft,
  },
  xai: {
    name: 'xAI',
    baseUrl: 'https://api.x.ai/v1',
    sign: /\b(?:grok|xai)\b/u,
    abilities: plain,
    load: async () => (await import('./adapters/xai.ts')).xai,
  },
  luma: {
    name: 'Luma',
    baseUrl: 'https://api.lumalabs.ai',
    sign: /\b(?:luma|photon)\b/u,
    abilities: { ...plain, aspectRatios: lumaRatios },
    load: async () => (await import('./adapters/luma.ts')).luma,
  },
  fal: {
    name: 'fal',
    baseUrl: 'https://queue.fal.run',
    sign: /^fal(?:-ai)?\b/u,
    abilities: withSeed,
    load: async () => (await import('./adapters/fal.ts')).fal,
  },
  replicate: {
    name: 'Replicate',
    baseUrl: 'https://api.replicate.com/v1',
    sign: /\breplicate\b/u,
    abilities: { ...plain, aspectRatios: [] },
    load: async () => (await import('./adapters/replicate.ts')).replicate,
  },
  together: {
    name: 'Together AI',
    baseUrl: 'https://api.together.xyz/v1',
    sign: /\btogether\b/u,
    abilities: withSeed,
    load: async () => (await import('./adapters/together.ts')).together,
  },
  fireworks: {
    name: 'Fireworks',
    baseUrl: 'https://api.fireworks.ai/inference/v1',
    sign: /\bfireworks\b/u,
    abilities: { ...withSeed, steps: true, guidance: true },
    load: async () => (await import('./adapters/fireworks.ts')).fireworks,
  },
  deepinfra: {
    name: 'DeepInfra',
    baseUrl: 'https://api.deepinfra.com/v1/inference',
    sign: /\bdeepinfra\b/u,
    abilities: withSeed,
    load: async () => (await import('./adapters/deepinfra.ts')).deepinfra,
  },
  sdapi: {
    name: 'Stable Diffusion server',
    sign: /\b(?:sdapi|automatic1111|forge)\b/u,
    abilities: { ...withSeed, negativePrompt: true, steps: true, guidance: true, imagesPerCall: 4 },
    load: async () => (await import('./adapters/sdapi.ts')).sdapi,
  },
  'openai-compatible': {
    name: 'OpenAI-compatible server',
    abilities: plain,
    load: async () => (await import('./adapters/openai-compatible.ts')).openaiCompatible,
  },
} satisfies Record<string, ProviderFacts>

/** One that is called over HTTP. */
export type ProviderId = keyof typeof providers

export const isProviderId = (text: string): text is ProviderId => Object.hasOwn(providers, text)

export const factsOf = (provider: ProviderId): ProviderFacts => providers[provider]
