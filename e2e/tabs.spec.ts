import { expect, pictures, test } from './fixtures.ts'

test('eight runs in eight tabs: each is accepted within a second while pictures load', async ({
  context,
  server,
  faults,
}) => {
  const tabs = await Promise.all(
    Array.from({ length: 8 }, async () => {
      const tab = await context.newPage()
      await faults.watch(tab)
      await tab.goto(server.url)
      await tab.getByRole('button', { name: 'Clear all' }).click()
      await tab.getByRole('checkbox', { name: /Pixel Art/ }).check({ force: true })
      await tab.getByRole('checkbox', { name: /Ink Landscape/ }).check({ force: true })
      return tab
    }),
  )
  const accepted: number[] = []
  for (const [index, tab] of tabs.entries()) {
    await tab.getByRole('textbox', { name: 'Prompt', exact: true }).fill(`run ${index} of a red boat`)
    const reply = tab.waitForResponse('**/api/generate')
    await tab.getByRole('button', { name: /^Generate/ }).click()
    const { responseStart, requestStart } = (await reply).request().timing()
    accepted.push(responseStart - requestStart)
    await expect(tab.getByRole('heading', { name: `run ${index} of a red boat` })).toBeVisible()
  }
  for (const tab of tabs) await expect(pictures(tab)).toHaveCount(2)
  expect(Math.max(...accepted)).toBeLessThan(1000)
})
