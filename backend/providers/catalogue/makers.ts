import { aspectRatios } from '../../../contract/parameters.ts'
import { lumaRatios } from '../provider-list.ts'
import { type CatalogueEntry, flat, type Price, type Source } from './entry.ts'

const flux: Source = { page: 'https://docs.bfl.ai/quick_start/pricing', asOf: '2026-11-27', weak: true }
const recraftPricing: Source = { page: 'https://www.recraft.ai/docs/api-reference/pricing', asOf: '2026-11-22' }
const xaiPricing: Source = { page: 'https://docs.x.ai/docs/models', asOf: '2026-11-27', weak: true }
const lumaPricing: Source = { page: 'https://lumalabs.ai/api/pricing', asOf: '2026-11-22', weak: true }

const plain = {
  aspectRatios: [...aspectRatios],
  seed: false,
  negativePrompt: false,
  steps: false,
  guidance: false,
  imagesPerCall: 1,
}
const bfl = { maker: 'Black Forest Labs', provider: 'bfl', abilities: { ...plain, seed: true } } as const
const tuned = { ...bfl.abilities, steps: true, guidance: true }
const recraft = { maker: 'Recraft', provider: 'recraft', abilities: { ...plain, imagesPerCall: 6 } } as const

/** `more`: of each megapixel beyond the first; what is asked for here has one. */
const byMegapixel = (first: number, more: number): Price => ({
  images: [
    { size: '1 MP', microUsd: first },
    { size: '2 MP', microUsd: first + more },
  ],
  reserveMicroUsd: first,
  source: flux,
})

export const bflModels: CatalogueEntry[] = [
  {
    ...bfl,
    id: 'flux-2-pro',
    name: 'FLUX.2 Pro',
    aliases: ['Flux 2', 'Flux 2 Pro', 'Flux'],
    price: byMegapixel(30_000, 15_000),
    standard: true,
  },
  { ...bfl, id: 'flux-2-max', name: 'FLUX.2 Max', price: byMegapixel(70_000, 30_000) },
  {
    ...bfl,
    id: 'flux-2-flex',
    name: 'FLUX.2 Flex',
    abilities: tuned,
    bounds: { steps: [1, 50], guidance: [1.5, 10] },
    price: byMegapixel(50_000, 50_000),
  },
  { ...bfl, id: 'flux-2-klein-9b', name: 'FLUX.2 Klein 9B', price: byMegapixel(15_000, 2_000) },
  { ...bfl, id: 'flux-2-klein-4b', name: 'FLUX.2 Klein 4B', price: byMegapixel(14_000, 1_000) },
  {
    ...bfl,
    id: 'flux-pro-1.1',
    name: 'Black Forest Pro',
    aliases: ['FLUX 1.1 Pro', 'flux-pro', 'FLUX1.1 [pro]'],
    price: flat(40_000, flux),
  },
  {
    ...bfl,
    id: 'flux-pro-1.1-ultra',
    name: 'FLUX 1.1 Pro Ultra',
    aliases: ['Black Forest Ultra'],
    price: flat(60_000, flux),
  },
  {
    ...bfl,
    id: 'flux-dev',
    name: 'Black Forest Dev',
    aliases: ['FLUX.1 Dev', 'FLUX.1 [dev]'],
    abilities: tuned,
    bounds: { steps: [1, 50], guidance: [1.5, 5] },
    price: flat(25_000, flux),
    standard: true,
  },
  { ...bfl, id: 'flux-kontext-pro', name: 'FLUX.1 Kontext Pro', price: flat(40_000, flux) },
  { ...bfl, id: 'flux-kontext-max', name: 'FLUX.1 Kontext Max', price: flat(80_000, flux) },
]

export const recraftModels: CatalogueEntry[] = [
  {
    ...recraft,
    id: 'recraftv4_1',
    name: 'Recraft V4.1',
    aliases: ['Recraft', 'recraft-v4.1'],
    price: flat(40_000, recraftPricing),
    standard: true,
  },
  {
    ...recraft,
    id: 'recraftv4_1_pro',
    name: 'Recraft V4.1 Pro',
    price: flat(250_000, { ...recraftPricing, weak: true }),
  },
  { ...recraft, id: 'recraftv4', name: 'Recraft V4', price: flat(40_000, recraftPricing) },
  { ...recraft, id: 'recraftv4_pro', name: 'Recraft V4 Pro', price: flat(250_000, { ...recraftPricing, weak: true }) },
  {
    ...recraft,
    id: 'recraftv3',
    name: 'Recraft v3',
    abilities: { ...recraft.abilities, negativePrompt: true },
    price: flat(40_000, recraftPricing),
  },
]

export const otherModels: CatalogueEntry[] = [
  {
    id: 'grok-imagine-image',
    name: 'Grok Imagine',
    maker: 'xAI',
    provider: 'xai',
    aliases: ['Grok'],
    abilities: { ...plain, imagesPerCall: 10 },
    price: flat(20_000, xaiPricing),
    standard: true,
  },
  {
    id: 'grok-imagine-image-quality',
    name: 'Grok Imagine Quality',
    maker: 'xAI',
    provider: 'xai',
    abilities: { ...plain, imagesPerCall: 10 },
    price: flat(50_000, xaiPricing),
  },
  {
    id: 'grok-imagine-image-pro',
    name: 'Grok Imagine Pro',
    maker: 'xAI',
    provider: 'xai',
    abilities: { ...plain, imagesPerCall: 10 },
    retires: {
      on: '2026-05-15',
      source: { page: 'https://docs.x.ai/docs/migration/may-15-retirement', asOf: '2026-11-27' },
    },
    successor: 'Grok Imagine Quality',
  },
  {
    id: 'photon-1',
    name: 'Luma Photon',
    maker: 'Luma',
    provider: 'luma',
    aliases: ['Photon'],
    abilities: { ...plain, aspectRatios: lumaRatios },
    price: flat(16_000, lumaPricing),
    standard: true,
  },
  {
    id: 'photon-flash-1',
    name: 'Luma Photon Flash',
    maker: 'Luma',
    provider: 'luma',
    aliases: ['Photon Flash'],
    abilities: { ...plain, aspectRatios: lumaRatios },
    price: flat(4_000, lumaPricing),
  },
]
