import type { Page } from '@playwright/test'
import { startFakeImageServer } from '../backend/providers/fake-image-server.ts'
import { expect, pictures, test as base } from './fixtures.ts'

/** One model whose picture comes at once, and one that paints as long as the test lasts: every run stays followed. */
const test = base.extend({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures wanted from it
  env: async ({}, provide) => {
    const provider = await startFakeImageServer({ keyless: true })
    provider.behave('Slow', { kind: 'hang' })
    const names = { MODEL_1_NAME: 'Quick', MODEL_2_NAME: 'Slow' }
    await provide({ MODEL_COUNT: '2', ...names, MODEL_1_BASE_URL: provider.url, MODEL_2_BASE_URL: provider.url })
    await provider.close()
  },
})

test('eight runs in eight tabs: each is accepted within a second while pictures load', async ({
  context,
  server,
  faults,
}) => {
  const tabs: Page[] = []
  for (const number of [1, 2, 3, 4, 5, 6, 7, 8]) {
    const tab = await context.newPage()
    await faults.watch(tab)
    await tab.goto(server.url)
    await tab.getByRole('textbox', { name: 'Prompt', exact: true }).fill(`run ${number} of a red boat`)
    await expect(tab.getByRole('button', { name: /^Generate/ })).toContainText('2 pictures')
    tabs.push(tab)
  }
  const accepted: number[] = []
  for (const tab of tabs) {
    await tab.getByRole('button', { name: /^Generate/ }).click()
    accepted.push(await acceptedAfterMs(tab))
    // The next one is begun when this one's picture is on its way, and all the others still run.
    await expect(pictures(tab, 'Quick')).toBeAttached()
  }
  for (const tab of tabs) {
    await expect(pictures(tab)).toHaveCount(1)
    await expect(tab.getByRole('button', { name: /^Stop/ })).toBeVisible()
  }
  expect(Math.max(...accepted)).toBeLessThan(1000)
})

/** From the page's asking to the first byte of the answer: with the time in which the browser had no connection free. */
const acceptedAfterMs = (tab: Page): Promise<number> =>
  tab.evaluate(
    () =>
      new Promise((resolve) => {
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries())
            if (entry instanceof PerformanceResourceTiming && entry.name.endsWith('/api/generate'))
              resolve(entry.responseStart - entry.startTime)
        }).observe({ type: 'resource', buffered: true })
      }),
  )
