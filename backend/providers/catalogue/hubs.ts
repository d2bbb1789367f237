import { aspectRatios } from '../../../contract/parameters.ts'
import { type CatalogueEntry, flat, type Source } from './entry.ts'

const fal = (model: string): Source => ({ page: `https://fal.ai/models/${model}/llms.txt`, asOf: '2026-11-27' })
const replicate = (model: string): Source => ({
  page: `https://replicate.com/${model}`,
  asOf: '2026-11-22',
  weak: true,
})
const together: Source = { page: 'https://www.together.ai/pricing', asOf: '2026-11-22', weak: true }
const fireworks: Source = { page: 'https://fireworks.ai/pricing', asOf: '2026-11-22', weak: true }
const deepinfra: Source = { page: 'https://deepinfra.com/pricing', asOf: '2026-11-22', weak: true }

const plain = {
  aspectRatios: [...aspectRatios],
  seed: true,
  negativePrompt: false,
  steps: false,
  guidance: false,
  imagesPerCall: 1,
}
const tuned = { ...plain, steps: true, guidance: true }
const whole = { ...tuned, negativePrompt: true }
const flux = 'Black Forest Labs'
const qwen = 'Alibaba'
const hunyuan = 'Tencent'

/** Of models whose makers have no API here, or that run on somebody else's machines too. */
export const hubModels: CatalogueEntry[] = [
  {
    id: 'fal-ai/qwen-image',
    name: 'Qwen Image (fal)',
    maker: qwen,
    provider: 'fal',
    aliases: ['Qwen Image', 'Qwen'],
    abilities: { ...whole, imagesPerCall: 4 },
    bounds: { steps: [2, 50], guidance: [0, 10] },
    price: flat(20_000, fal('fal-ai/qwen-image')),
    standard: true,
  },
  {
    id: 'fal-ai/hunyuan-image/v3/text-to-image',
    name: 'Hunyuan Image 3 (fal)',
    maker: hunyuan,
    provider: 'fal',
    aliases: ['Hunyuan Image 3', 'Hunyuan'],
    abilities: { ...whole, imagesPerCall: 4 },
    bounds: { steps: [3, 50], guidance: [1, 10] },
    price: flat(90_000, { ...fal('fal-ai/hunyuan-image/v3/text-to-image'), weak: true }),
    standard: true,
  },
  {
    id: 'fal-ai/flux/dev',
    name: 'FLUX.1 Dev (fal)',
    maker: flux,
    provider: 'fal',
    abilities: { ...tuned, imagesPerCall: 4 },
    bounds: { steps: [3, 50], guidance: [1, 10] },
    price: flat(25_000, fal('fal-ai/flux/dev')),
  },
  {
    id: 'fal-ai/flux/schnell',
    name: 'FLUX.1 Schnell (fal)',
    maker: flux,
    provider: 'fal',
    abilities: { ...tuned, imagesPerCall: 4 },
    bounds: { steps: [3, 12], guidance: [1, 10] },
    price: flat(3_000, fal('fal-ai/flux/schnell')),
  },
  {
    id: 'black-forest-labs/flux-schnell',
    name: 'FLUX.1 Schnell (Replicate)',
    maker: flux,
    provider: 'replicate',
    abilities: { ...plain, steps: true },
    bounds: { steps: [3, 4] },
    price: flat(3_000, replicate('black-forest-labs/flux-schnell')),
    standard: true,
  },
  {
    id: 'black-forest-labs/flux-dev',
    name: 'FLUX.1 Dev (Replicate)',
    maker: flux,
    provider: 'replicate',
    abilities: tuned,
    bounds: { steps: [3, 50], guidance: [0, 10] },
    price: flat(25_000, replicate('black-forest-labs/flux-dev')),
  },
  {
    id: 'black-forest-labs/flux-1.1-pro',
    name: 'FLUX 1.1 Pro (Replicate)',
    maker: flux,
    provider: 'replicate',
    abilities: plain,
    price: flat(40_000, replicate('black-forest-labs/flux-1.1-pro')),
  },
  {
    id: 'qwen/qwen-image',
    name: 'Qwen Image (Replicate)',
    maker: qwen,
    provider: 'replicate',
    abilities: whole,
    bounds: { steps: [3, 50], guidance: [0, 10] },
    price: flat(25_000, replicate('qwen/qwen-image')),
  },
  {
    id: 'black-forest-labs/FLUX.1-schnell',
    name: 'FLUX.1 Schnell (Together)',
    maker: flux,
    provider: 'together',
    abilities: { ...plain, steps: true, imagesPerCall: 4 },
    bounds: { steps: [3, 12] },
    price: flat(3_000, together),
    standard: true,
  },
  {
    id: 'black-forest-labs/FLUX.1.1-pro',
    name: 'FLUX 1.1 Pro (Together)',
    maker: flux,
    provider: 'together',
    abilities: plain,
    price: flat(40_000, together),
  },
  {
    id: 'Qwen/Qwen-Image',
    name: 'Qwen Image (Together)',
    maker: qwen,
    provider: 'together',
    abilities: { ...whole, imagesPerCall: 4 },
    price: flat(5_800, together),
  },
  {
    id: 'accounts/fireworks/models/flux-1-dev-fp8',
    name: 'FLUX.1 Dev (Fireworks)',
    maker: flux,
    provider: 'fireworks',
    abilities: tuned,
    price: flat(25_000, fireworks),
    standard: true,
  },
  {
    id: 'accounts/fireworks/models/flux-1-schnell-fp8',
    name: 'FLUX.1 Schnell (Fireworks)',
    maker: flux,
    provider: 'fireworks',
    abilities: tuned,
    bounds: { steps: [3, 12] },
    price: flat(4_200, fireworks),
  },
  {
    id: 'black-forest-labs/FLUX-1-schnell',
    name: 'FLUX.1 Schnell (DeepInfra)',
    maker: flux,
    provider: 'deepinfra',
    abilities: { ...plain, steps: true, imagesPerCall: 4 },
    bounds: { steps: [3, 12] },
    price: flat(6_000, deepinfra),
    standard: true,
  },
  {
    id: 'black-forest-labs/FLUX-1-dev',
    name: 'FLUX.1 Dev (DeepInfra)',
    maker: flux,
    provider: 'deepinfra',
    abilities: { ...tuned, imagesPerCall: 4 },
    price: flat(25_000, deepinfra),
  },
]
