import { GalleryReply } from '../../contract/gallery.ts'
import { startFakeImageServer, type FakeImageServer } from '../../backend/providers/fake-image-server.ts'
import { test } from '../fixtures.ts'
import { priced } from '../priced.ts'
import { startServer, type Server } from '../server.ts'
import { journeyOf } from './journey-of.ts'
import type { Journey } from './journey.ts'

type Shared = { server: Server; provider: FakeImageServer }

/** One server for all of them, whose models have no price: each begins with an empty gallery. */
export const onOneServer = test.extend<{ journey: Journey }, { shared: Shared }>({
  shared: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures wanted from it
    async ({}, provide) => {
      const provider = await startFakeImageServer({ keyless: true, behave: tornByTurns() })
      const server = await startServer(settings(provider.url))
      await provide({ server, provider })
      await server.dispose()
      await provider.close()
    },
    { scope: 'worker' },
  ],
  journey: async ({ page, shared: { server, provider }, faults }, provide) => {
    for (const model of ['Steady', 'Moody', 'Later']) provider.behave(model, { kind: 'succeed' })
    await emptied(server.url)
    await provide(journeyOf({ page, server, provider, faults }))
  },
})

/** A server for each of them, since what is spent stays spent: a dollar a day, and models that cost some of it. */
export const whereItCosts = priced.extend<{ journey: Journey }>({
  prices: { Steady: '0.04', Lavish: '0.20', Later: '0.04' },
  settings: {
    DAILY_BUDGET_USD: '1.00',
    MONTHLY_BUDGET_USD: '20.00',
    MODEL_2_DAILY_USD: '0.90',
    PROVIDER_CONCURRENCY: '1',
  },
  journey: async ({ page, server, provider, faults }, provide) => {
    await provide(journeyOf({ page, server, provider, faults }))
  },
})

const settings = (address: string) => ({
  MODEL_COUNT: '5',
  MODEL_1_NAME: 'Steady',
  MODEL_1_BASE_URL: address,
  MODEL_2_NAME: 'Moody',
  MODEL_2_BASE_URL: address,
  MODEL_3_NAME: 'Later',
  MODEL_3_BASE_URL: address,
  MODEL_4_NAME: 'Pixel Art',
  MODEL_4_PROVIDER: 'sketch',
  MODEL_5_NAME: 'dall-e-3',
  PROVIDER_CONCURRENCY: '1',
  EXPORT_PART_MB: '20',
})

function tornByTurns() {
  let count = 0
  return ({ prompt }: { prompt: string }) =>
    prompt.includes('torn') && (count += 1) % 2 === 0 ? { kind: 'half_png' as const } : undefined
}

async function emptied(url: string): Promise<void> {
  const { galleries } = GalleryReply.parse(await (await fetch(`${url}/api/gallery/list?limit=100`)).json())
  for (const { id } of galleries) await fetch(`${url}/api/gallery/${id}`, { method: 'DELETE' })
}
