import { aspectRatios } from '../../../contract/parameters.ts'
import type { CatalogueEntry, Price, Source } from './entry.ts'

const deprecations: Source = { page: 'https://platform.openai.com/docs/deprecations', asOf: '2026-11-22' }
const pricing: Source = { page: 'https://platform.openai.com/docs/pricing', asOf: '2026-11-22' }
const tokensOfSizes: Source = {
  page: 'https://community.openai.com/t/livestream-starting-now-chatgpt-images-2-0/1379464',
  asOf: '2026-11-22',
  weak: true,
}

const plain = { seed: false, negativePrompt: false, steps: false, guidance: false, imagesPerCall: 10 }
const free = { ...plain, aspectRatios: [...aspectRatios] }
const three: CatalogueEntry['abilities'] = { ...plain, aspectRatios: ['1:1', '3:2', '2:3'] }
const openai = { maker: 'OpenAI', provider: 'openai' } as const

// 5 and 30 dollars per million text-in and image-out tokens. A square image of high quality was counted as 7,024 tokens
// with gpt-image-2, more than any other size that is asked for here; a prompt adds at most 3,000.
const byTokens: Price = {
  images: [
    { size: '1024x1024', quality: 'high', microUsd: 7_024 * 30 },
    { size: '1536x1024', quality: 'high', microUsd: 5_488 * 30 },
  ],
  reserveMicroUsd: 7_024 * 30 + 3_000 * 5,
  tokenMicroUsd: { input: 5, output: 30 },
  source: tokensOfSizes,
}
/** `microUsd`: of 1024x1024 and of 1536x1024, in low, medium and high quality. */
const bySize = (square: readonly [number, number, number], wide: readonly [number, number, number]): Price => ({
  images: (['low', 'medium', 'high'] as const).flatMap((quality, index) => [
    { size: '1024x1024', quality, microUsd: square[index] ?? 0 },
    { size: '1536x1024', quality, microUsd: wide[index] ?? 0 },
  ]),
  source: pricing,
})

const flare = 'GPT Image 2.6 Flare'
const sunburst = 'GPT Image 2.6 Sunburst'
const retired = (on: string, successor: string) => ({ retires: { on, source: deprecations }, successor })

export const openaiModels: CatalogueEntry[] = [
  {
    ...openai,
    id: 'gpt-image-2.6-flare',
    name: flare,
    aliases: ['gpt-image', 'gpt-image-2.6', 'OpenAI'],
    abilities: free,
    price: byTokens,
    standard: true,
  },
  { ...openai, id: 'gpt-image-2.6-sunburst', name: sunburst, abilities: free, price: byTokens, standard: true },
  {
    ...openai,
    id: 'gpt-image-2.5-flare',
    name: 'GPT Image 2.5 Flare',
    aliases: ['gpt-image-2.5', 'gpt-image-2.5-flare-2026-09-08'],
    abilities: free,
    price: byTokens,
  },
  {
    ...openai,
    id: 'gpt-image-2.5-sunburst',
    name: 'GPT Image 2.5 Sunburst',
    aliases: ['gpt-image-2.5-sunburst-2026-09-08'],
    abilities: free,
    price: byTokens,
  },
  {
    ...openai,
    id: 'gpt-image-2',
    name: 'GPT Image 2',
    aliases: ['gpt-image-2-2026-04-21'],
    abilities: free,
    price: byTokens,
    standard: true,
  },
  {
    ...openai,
    id: 'gpt-image-1.5',
    name: 'GPT Image 1.5',
    abilities: three,
    price: bySize([8_704, 33_792, 133_120], [13_056, 50_688, 199_680]),
    ...retired('2026-12-01', flare),
  },
  {
    ...openai,
    id: 'gpt-image-1-mini',
    name: 'GPT Image 1 Mini',
    abilities: three,
    price: bySize([2_176, 8_448, 33_280], [3_264, 12_672, 49_920]),
    ...retired('2026-12-01', flare),
  },
  {
    ...openai,
    id: 'chatgpt-image-latest',
    name: 'ChatGPT Image',
    abilities: three,
    ...retired('2026-12-01', flare),
  },
  {
    ...openai,
    id: 'gpt-image-1',
    name: 'GPT Image 1',
    abilities: three,
    price: bySize([10_880, 42_240, 166_400], [16_320, 63_360, 249_600]),
    ...retired('2026-10-23', flare),
  },
  {
    ...openai,
    id: 'dall-e-3',
    name: 'DALL-E 3',
    aliases: ['DALL-E', 'OpenAI DALL-E 3', 'DALLE3'],
    abilities: { ...three, aspectRatios: ['1:1'], imagesPerCall: 1 },
    ...retired('2026-05-12', sunburst),
  },
  {
    ...openai,
    id: 'dall-e-2',
    name: 'DALL-E 2',
    abilities: { ...three, aspectRatios: ['1:1'] },
    ...retired('2026-05-12', flare),
  },
]
