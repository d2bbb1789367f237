import { startFakeImageServer, type FakeImageServer } from '../backend/providers/fake-image-server.ts'
import { test } from './fixtures.ts'

type Priced = { provider: FakeImageServer; prices: Record<string, string>; settings: Record<string, string> }

/** The product with models that cost money: names and prices in dollars, painted by a fake of a provider. */
export const priced = test.extend<Priced>({
  prices: [{ Steady: '0.04', Lavish: '0.20' }, { option: true }],
  settings: [{}, { option: true }],
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures wanted from it
  provider: async ({}, provide) => {
    const provider = await startFakeImageServer({ keyless: true })
    await provide(provider)
    await provider.close()
  },
  env: async ({ provider, prices, settings }, provide) => {
    const models = Object.entries(prices).flatMap(([name, price], place): [string, string][] => [
      [`MODEL_${place + 1}_NAME`, name],
      [`MODEL_${place + 1}_BASE_URL`, provider.url],
      [`MODEL_${place + 1}_PRICE_USD`, price],
    ])
    const count = String(Object.keys(prices).length)
    await provide({ MODEL_COUNT: count, ...Object.fromEntries<string>(models), ...settings })
  },
})
