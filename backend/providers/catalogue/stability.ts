import { stabilityRatios } from '../provider-list.ts'
import { type CatalogueEntry, flat, type Source } from './entry.ts'

const pricing: Source = { page: 'https://platform.stability.ai/pricing', asOf: '2026-11-22' }
const bedrockPricing: Source = { page: 'https://aws.amazon.com/bedrock/pricing/', asOf: '2026-11-22' }
const endOfLife: Source = {
  page: 'https://docs.aws.amazon.com/bedrock/latest/userguide/model-lifecycle.html',
  asOf: '2026-11-22',
}

const plain = {
  aspectRatios: stabilityRatios,
  seed: true,
  negativePrompt: true,
  steps: false,
  guidance: false,
  imagesPerCall: 1,
}
const stability = { maker: 'Stability AI', provider: 'stability' } as const
const bedrock = { maker: 'Stability AI', provider: 'bedrock', abilities: plain } as const
const ultra = 'Stable Image Ultra (Bedrock)'

export const stabilityModels: CatalogueEntry[] = [
  {
    ...stability,
    id: 'sd3.5-large',
    name: 'Stable Diffusion 3.5 Large',
    aliases: ['Stable Diffusion 3.5', 'SD 3.5', 'Stability'],
    abilities: { ...plain, guidance: true },
    bounds: { guidance: [1, 10] },
    price: flat(65_000, pricing),
    standard: true,
  },
  {
    ...stability,
    id: 'sd3.5-large-turbo',
    name: 'Stable Diffusion 3.5 Turbo',
    aliases: ['Stable Diffusion 3.5 Large Turbo', 'SD 3.5 Turbo'],
    // Its answer does not follow a negative prompt.
    abilities: { ...plain, negativePrompt: false, guidance: true },
    bounds: { guidance: [1, 10] },
    price: flat(40_000, pricing),
  },
  {
    ...stability,
    id: 'sd3.5-medium',
    name: 'Stable Diffusion 3.5 Medium',
    aliases: ['SD 3.5 Medium'],
    abilities: { ...plain, guidance: true },
    bounds: { guidance: [1, 10] },
    price: flat(35_000, pricing),
  },
  {
    ...stability,
    id: 'stable-image-core',
    name: 'Stable Image Core',
    abilities: plain,
    price: flat(30_000, pricing),
  },
  {
    ...stability,
    id: 'stable-image-ultra',
    name: 'Stable Image Ultra',
    abilities: plain,
    price: flat(80_000, pricing),
    standard: true,
  },
  {
    ...bedrock,
    id: 'stability.stable-image-ultra-v1:1',
    name: ultra,
    price: flat(140_000, bedrockPricing),
    standard: true,
  },
  {
    ...bedrock,
    id: 'stability.stable-image-core-v1:1',
    name: 'Stable Image Core (Bedrock)',
    price: flat(40_000, bedrockPricing),
  },
  {
    ...bedrock,
    id: 'stability.sd3-5-large-v1:0',
    name: 'Stable Diffusion 3.5 Large (Bedrock)',
    aliases: ['Bedrock SD3.5', 'AWS Stable Diffusion 3.5 Large'],
    price: flat(80_000, bedrockPricing),
    standard: true,
  },
  {
    maker: 'Amazon',
    provider: 'bedrock',
    id: 'amazon.nova-canvas-v1:0',
    name: 'AWS Nova Canvas',
    aliases: ['Nova Canvas', 'Amazon Nova Canvas'],
    abilities: {
      aspectRatios: ['1:1', '3:2', '2:3', '4:3', '3:4', '16:9', '9:16'],
      seed: true,
      negativePrompt: true,
      steps: false,
      guidance: true,
      imagesPerCall: 4,
    },
    bounds: { guidance: [1.1, 10] },
    price: {
      images: [
        { size: '1024x1024', quality: 'standard', microUsd: 40_000 },
        { size: '1024x1024', quality: 'premium', microUsd: 60_000 },
      ],
      source: bedrockPricing,
    },
    retires: { on: '2026-09-30', source: endOfLife },
    successor: ultra,
  },
]
