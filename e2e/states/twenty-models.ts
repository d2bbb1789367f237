import { type Abilities, type Model, ModelsReply } from '../../contract/model.ts'
import { aspectRatios } from '../../contract/parameters.ts'
import type { Journey } from './journey.ts'

const abilities: Abilities = {
  aspectRatios: [...aspectRatios],
  seed: false,
  negativePrompt: false,
  steps: false,
  guidance: false,
  imagesPerCall: 1,
}

function model(name: string, maker: string, can: Partial<Abilities> = {}, over: Partial<Model> = {}): Model {
  return {
    id: name.toLowerCase().replaceAll(/[^a-z0-9]+/gu, '-'),
    name,
    maker,
    provider: 'openai',
    enabled: true,
    abilities: { ...abilities, ...can },
    priceMicroUsd: 40_000,
    lifecycle: { state: 'live' },
    ...over,
  }
}

const in30Days = new Date(Date.now() + 30 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10)
const retired = (successor: string, place: number): Partial<Model> => ({
  enabled: false,
  lifecycle: { state: 'retired', on: '2026-05-12' },
  successor,
  successorSetting: `MODEL_${place}_NAME=${successor}`,
})

/** Of fourteen makers, no two of whose models can be asked for the same, in every state that a model can be in. */
export const twenty: readonly Model[] = [
  model('Etching 2', 'Plate & Press', { imagesPerCall: 4 }),
  model('Etching 2 small', 'Plate & Press', { aspectRatios: ['1:1', '3:2', '2:3'] }, { priceMicroUsd: 11_000 }),
  model('Lithograph', 'Plate & Press', {}, retired('Etching 2', 3)),
  model(
    'Fresco Ultra',
    'Wall Works',
    { seed: true },
    { lifecycle: { state: 'retires', on: in30Days }, successor: 'Fresco 2' },
  ),
  model('Fresco 2 with a name that goes on and on', 'Wall Works'),
  model('Mosaic', 'Wall Works', { seed: true, negativePrompt: true }, { priceMicroUsd: 134_000 }),
  model('Gouache pro', 'Opaque Labs', { seed: true }),
  model('Gouache flex', 'Opaque Labs', { seed: true, steps: true, guidance: true }),
  model('Tempera', 'Yolk', { negativePrompt: true }, { lifecycle: { state: 'retires', on: '2031-06-30' } }),
  model('Tempera Turbo', 'Yolk', { guidance: true }, { enabled: false, switchedOff: true }),
  model('Woodcut v4', 'Grain'),
  model('Pastel 4', 'Chalk & Co.', { seed: true, negativePrompt: true, imagesPerCall: 8 }),
  model('Charcoal', 'Burnt Stick', { guidance: true }, retired('Charcoal 2', 13)),
  model('Collage 5', 'Scissors', { seed: true }),
  model('Batik 3', 'Wax', { seed: true, negativePrompt: true }),
  model('Daguerreotype', 'Silver', {}, retired('Ambrotype', 16)),
  model('Graffito', 'Street', { aspectRatios: [] }),
  model('Ink Wash 3', 'Brush', { negativePrompt: true }),
  model('someone/own-server', 'OpenAI-compatible', {}, { priceMicroUsd: null, lifecycle: { state: 'unknown' } }),
  model('Pixel Art', 'Pixel Prompt', { seed: true, negativePrompt: true }, { provider: 'sketch', priceMicroUsd: 0 }),
]

/** From now on the page is told of these models instead of the server's. */
export async function offered({ page }: Pick<Journey, 'page'>, models: readonly Model[]): Promise<void> {
  await page.route(/\/api\/models$/u, async (route) => {
    const response = await route.fetch()
    const reply = ModelsReply.parse(await response.json())
    await route.fulfill({ response, json: { ...reply, models } })
  })
}
