import type { ImageModel } from '../providers/provider.ts'

/** What the models of a world have in common with real ones. `ticket`: it is polled, with an id to ask again. */
export type Painter = {
  id: string
  priceMicroUsd: number | null
  imagesPerCall: number
  ticket: boolean
  retired: boolean
}

const painter = (id: string, priceMicroUsd: number | null, given: Partial<Painter> = {}): Painter => ({
  id,
  priceMicroUsd,
  imagesPerCall: 1,
  ticket: false,
  retired: false,
  ...given,
})

export const painters: readonly Painter[] = [
  painter('plain', 40_000),
  painter('sheet', 10_000, { imagesPerCall: 4 }),
  painter('polled', 30_000, { imagesPerCall: 2, ticket: true }),
  painter('free', 0),
  painter('unpriced', null),
  painter('retired', 20_000, { retired: true }),
]

export const modelOf = (
  { id, priceMicroUsd, imagesPerCall, ticket, retired }: Painter,
  generate: ImageModel['generate'],
): ImageModel => ({
  id,
  name: id,
  maker: 'Simulation',
  provider: 'simulated',
  enabled: !retired,
  abilities: { aspectRatios: [], seed: true, negativePrompt: false, steps: false, guidance: false, imagesPerCall },
  priceMicroUsd,
  lifecycle: { state: retired ? 'retired' : 'live' },
  lane: ticket ? 'polled' : 'direct',
  generate,
})
