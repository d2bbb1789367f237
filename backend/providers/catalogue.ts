import type { Lifecycle } from '../../contract/model.ts'
import type { ProviderId } from './detect-provider.ts'

export type CatalogueEntry = {
  id: string
  name: string
  maker: string
  provider: ProviderId
  aliases: string[]
  /** `free`: any ratio that the product offers. `three`: square, 3:2 and 2:3. */
  sizes?: 'free' | 'three'
  /** Enabled by the provider's standard key alone. */
  standard?: true
  /** Of one image at its dearest; see the note beside it. */
  priceMicroUsd?: number
  /** Micro-dollars of one token, with which the provider's own count becomes the true cost. */
  tokenMicroUsd?: { input: number; output: number }
  /** The day the provider shuts it down. */
  retires?: string
  /** Name of the model to take instead. */
  successor?: string
}

// OpenAI's own pages: 5 and 30 dollars per million text-in and image-out tokens. A square image of high quality was
// counted as 7,024 tokens with gpt-image-2, more than any other of our sizes; a prompt adds at most 3,000.
const gptImage = {
  maker: 'OpenAI',
  provider: 'openai',
  sizes: 'free',
  priceMicroUsd: 7_024 * 30 + 3_000 * 5,
  tokenMicroUsd: { input: 5, output: 30 },
} as const
const earlierGptImage = { maker: 'OpenAI', provider: 'openai', sizes: 'three' } as const
const flare = 'GPT Image 2.6 Flare'
const sunburst = 'GPT Image 2.6 Sunburst'

/** As of 2026-11-22, from the providers' pages; nothing was tried against a live API. */
export const catalogue: CatalogueEntry[] = [
  { ...gptImage, id: 'gpt-image-2.6-flare', name: flare, aliases: ['gpt-image', 'gpt-image-2.6'], standard: true },
  { ...gptImage, id: 'gpt-image-2.6-sunburst', name: sunburst, aliases: [], standard: true },
  {
    ...gptImage,
    id: 'gpt-image-2.5-flare',
    name: 'GPT Image 2.5 Flare',
    aliases: ['gpt-image-2.5', 'gpt-image-2.5-flare-2026-09-08'],
  },
  {
    ...gptImage,
    id: 'gpt-image-2.5-sunburst',
    name: 'GPT Image 2.5 Sunburst',
    aliases: ['gpt-image-2.5-sunburst-2026-09-08'],
  },
  { ...gptImage, id: 'gpt-image-2', name: 'GPT Image 2', aliases: ['gpt-image-2-2026-04-21'], standard: true },
  {
    ...earlierGptImage,
    id: 'gpt-image-1.5',
    name: 'GPT Image 1.5',
    aliases: [],
    retires: '2026-12-01',
    successor: flare,
  },
  {
    ...earlierGptImage,
    id: 'gpt-image-1-mini',
    name: 'GPT Image 1 Mini',
    aliases: [],
    retires: '2026-12-01',
    successor: flare,
  },
  {
    ...earlierGptImage,
    id: 'chatgpt-image-latest',
    name: 'ChatGPT Image',
    aliases: [],
    retires: '2026-12-01',
    successor: flare,
  },
  { ...earlierGptImage, id: 'gpt-image-1', name: 'GPT Image 1', aliases: [], retires: '2026-10-23', successor: flare },
  {
    ...earlierGptImage,
    id: 'dall-e-3',
    name: 'DALL-E 3',
    aliases: ['DALL-E', 'OpenAI DALL-E 3'],
    retires: '2026-05-12',
    successor: sunburst,
  },
  { ...earlierGptImage, id: 'dall-e-2', name: 'DALL-E 2', aliases: [], retires: '2026-05-12', successor: flare },

  {
    id: 'gemini-2.0-flash-preview-image-generation',
    name: 'Gemini 2.0',
    maker: 'Google',
    provider: 'google',
    aliases: ['Gemini 2.0 Flash', 'gemini-2.0-flash-exp-image-generation'],
    retires: '2026-06-01',
    successor: 'Gemini Nano Banana 2.1',
  },
  {
    id: 'imagen-3.0-generate-002',
    name: 'Imagen 3.0',
    maker: 'Google',
    provider: 'google',
    aliases: ['Imagen 3', 'imagen-3.0-generate-001'],
    retires: '2026-08-17',
    successor: 'Gemini 3 Pro Image',
  },
  {
    id: 'amazon.nova-canvas-v1:0',
    name: 'AWS Nova Canvas',
    maker: 'Amazon',
    provider: 'bedrock',
    aliases: ['Nova Canvas', 'Amazon Nova Canvas'],
    retires: '2026-09-30',
    successor: 'Stable Image Ultra',
  },
  {
    id: 'sd3.5-large-turbo',
    name: 'Stable Diffusion 3.5 Turbo',
    maker: 'Stability AI',
    provider: 'stability',
    aliases: ['Stable Diffusion 3.5 Large Turbo'],
  },
  {
    id: 'sd3.5-large',
    name: 'Stable Diffusion 3.5 Large',
    maker: 'Stability AI',
    provider: 'stability',
    aliases: ['Stable Diffusion 3.5'],
  },
  {
    id: 'flux-pro-1.1',
    name: 'Black Forest Pro',
    maker: 'Black Forest Labs',
    provider: 'bfl',
    aliases: ['FLUX 1.1 Pro', 'flux-pro'],
  },
  {
    id: 'flux-dev',
    name: 'Black Forest Dev',
    maker: 'Black Forest Labs',
    provider: 'bfl',
    aliases: ['FLUX.1 Dev'],
  },
  { id: 'recraftv3', name: 'Recraft v3', maker: 'Recraft', provider: 'recraft', aliases: ['Recraft'] },
]

/** By id, name or alias, however it is spaced, dashed or capitalised. */
export function findInCatalogue(text: string): CatalogueEntry | undefined {
  const wanted = letters(text)
  return catalogue.find(({ id, name, aliases }) => [id, name, ...aliases].some((known) => letters(known) === wanted))
}

export const letters = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')

/** `today` as an ISO date; a model is retired from the day it is shut down. */
export function lifecycleOf({ retires }: Pick<CatalogueEntry, 'retires'>, today: string): Lifecycle {
  if (retires === undefined) return { state: 'live' }
  return today < retires ? { state: 'retires', on: retires } : { state: 'retired', on: retires }
}
