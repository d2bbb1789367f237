import { aspectRatios } from '../../../contract/parameters.ts'
import type { CatalogueEntry, Price, Source } from './entry.ts'

const deprecations: Source = { page: 'https://ai.google.dev/gemini-api/docs/deprecations', asOf: '2026-11-22' }
const told: Source = { page: 'https://github.com/BerriAI/litellm/discussions/44983', asOf: '2026-11-27', weak: true }
const pricing: Source = { page: 'https://ai.google.dev/gemini-api/docs/pricing', asOf: '2026-11-22' }

const gemini = {
  maker: 'Google',
  provider: 'google',
  abilities: {
    aspectRatios: [...aspectRatios],
    seed: true,
    negativePrompt: false,
    steps: false,
    guidance: false,
    imagesPerCall: 1,
  },
} as const satisfies Partial<CatalogueEntry>
const banana = 'Gemini Nano Banana 2.1'
const pro = 'Gemini 3 Pro Image'

// Pictures of 1K are asked for, and a prompt of at most 3,000 tokens.
const bananaPrice: Price = {
  images: [
    { size: '1K', microUsd: 33_600 },
    { size: '4K', microUsd: 113_400 },
  ],
  reserveMicroUsd: 33_600 + 3_000 * 1.5,
  tokenMicroUsd: { input: 1.5, output: 30 },
  source: told,
}
const proPrice: Price = {
  images: [
    { size: '1K', microUsd: 134_000 },
    { size: '4K', microUsd: 240_000 },
  ],
  reserveMicroUsd: 134_000 + 3_000 * 2,
  source: pricing,
}

export const googleModels: CatalogueEntry[] = [
  {
    ...gemini,
    id: 'gemini-nano-banana-2.1',
    name: banana,
    aliases: ['Nano Banana 2.1', 'Nano Banana', 'Gemini', 'Google Gemini'],
    price: bananaPrice,
    standard: true,
  },
  {
    ...gemini,
    id: 'gemini-3-pro-image',
    name: pro,
    aliases: ['Nano Banana Pro', 'Gemini 3 Pro'],
    price: proPrice,
    standard: true,
  },
  {
    ...gemini,
    id: 'gemini-3.1-flash-lite-image',
    name: 'Gemini 3.1 Flash Lite Image',
    aliases: ['Nano Banana 2 Lite'],
  },
  {
    ...gemini,
    id: 'gemini-3.1-flash-image',
    name: 'Gemini 3.1 Flash Image',
    aliases: ['Nano Banana 2'],
    price: {
      images: [
        { size: '1K', microUsd: 67_000 },
        { size: '2K', microUsd: 101_000 },
        { size: '4K', microUsd: 151_000 },
      ],
      reserveMicroUsd: 67_000 + 3_000 * 0.5,
      source: pricing,
    },
    retires: { on: '2026-10-29', source: told },
    successor: banana,
  },
  {
    ...gemini,
    id: 'gemini-3.1-flash-image-preview',
    name: 'Gemini 3.1 Flash Image Preview',
    retires: { on: '2026-06-25', source: deprecations },
    successor: banana,
  },
  {
    ...gemini,
    id: 'gemini-3-pro-image-preview',
    name: 'Gemini 3 Pro Image Preview',
    retires: { on: '2026-06-25', source: deprecations },
    successor: pro,
  },
  {
    ...gemini,
    id: 'gemini-2.5-flash-image',
    name: 'Gemini 2.5 Flash Image',
    aliases: ['Gemini 2.5', 'gemini-2.5-flash-image-preview'],
    price: { images: [{ size: '1K', microUsd: 39_000 }], source: pricing },
    retires: { on: '2026-10-02', source: deprecations },
    successor: banana,
  },
  {
    ...gemini,
    id: 'gemini-2.0-flash-preview-image-generation',
    name: 'Gemini 2.0',
    aliases: ['Gemini 2.0 Flash', 'gemini-2.0-flash-exp-image-generation', 'Google Gemini 2.0'],
    retires: { on: '2026-06-01', source: { ...deprecations, weak: true } },
    successor: banana,
  },
  {
    ...gemini,
    id: 'imagen-3.0-generate-002',
    name: 'Imagen 3.0',
    aliases: ['Imagen 3', 'Google Imagen 3.0', 'imagen-3.0-generate-001'],
    retires: { on: '2026-08-17', source: deprecations },
    successor: pro,
  },
  {
    ...gemini,
    id: 'imagen-4.0-generate-001',
    name: 'Imagen 4',
    aliases: ['Imagen', 'Google Imagen', 'Imagen 4.0'],
    retires: { on: '2026-08-17', source: deprecations },
    successor: pro,
  },
  {
    ...gemini,
    provider: 'vertex',
    id: 'gemini-nano-banana-2.1',
    name: `${banana} (Vertex AI)`,
    price: bananaPrice,
    standard: true,
  },
  { ...gemini, provider: 'vertex', id: 'gemini-3-pro-image', name: `${pro} (Vertex AI)`, price: proPrice },
]
