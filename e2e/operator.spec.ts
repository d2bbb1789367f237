import { expect, expectAccessible, pictures } from './fixtures.ts'
import { finishedRun } from './api.ts'
import { priced as test } from './priced.ts'

test.use({ settings: { DAILY_BUDGET_USD: '1.00', MONTHLY_BUDGET_USD: '20.00', MODEL_2_DAILY_USD: '0.20' } })

test('the operator sees what was spent, and switches a model off that is then not used', async ({
  page,
  visit,
  server,
  provider,
}) => {
  await finishedRun(server.url, 'a lighthouse', ['steady', 'lavish'])
  await visit()
  await page.getByRole('link', { name: 'Spending and switches' }).click()
  await expect(page.getByRole('region', { name: 'Today' })).toContainText('$0.24')
  await expect(page.getByRole('region', { name: 'Today' })).toContainText('$0.76 left')
  await expect(page.getByRole('row', { name: /^Lavish/ })).toContainText('of $0.20, used up')
  await expect(page.getByRole('img', { name: /^Spending by day: \$0\.24/ })).toBeVisible()
  await expectAccessible(page)

  const lavish = page.getByRole('switch', { name: 'Lavish' })
  await lavish.click()
  await expect(page.getByRole('region', { name: 'Notices' })).toContainText('Lavish is switched off')
  await expect(lavish).not.toBeChecked()
  await expectAccessible(page)

  await page.getByRole('link', { name: 'Create', exact: true }).click()
  await expect(page.getByRole('checkbox', { name: /Lavish.*switched off by the operator/ })).toBeDisabled()
  await expectAccessible(page)
  await page.getByRole('textbox', { name: 'Prompt', exact: true }).fill('a red teapot')
  await page.getByRole('button', { name: /^Generate/ }).click()
  await expect(pictures(page, 'Steady')).toBeVisible()
  expect(provider.requests.filter(({ model }) => model === 'Lavish')).toHaveLength(1)
})

test('a model that is switched off while a form is open is refused by name', async ({
  page,
  visit,
  server,
  faults,
}) => {
  faults.expected(/400/)
  await visit()
  await page.getByRole('textbox', { name: 'Prompt', exact: true }).fill('a red teapot')
  await fetch(`${server.url}/api/switches`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ model: 'lavish', on: false }),
  })
  await page.getByRole('button', { name: /^Generate/ }).click()
  await expect(page.getByText(/Lavish: Is switched off/)).toBeVisible()
  await expect(page.getByRole('checkbox', { name: /Lavish.*switched off by the operator/ })).toBeDisabled()
  await expectAccessible(page)
})

test.describe('before anything was spent', () => {
  for (const [name, use] of [
    ['on a phone', { viewport: { width: 320, height: 844 }, isMobile: true, hasTouch: true }],
    ['in the light theme', { colorScheme: 'light' }],
  ] as const) {
    test.describe(name, () => {
      test.use(use)
      test('the page is whole', async ({ page, visit }) => {
        await visit('/operator')
        await expect(page.getByText('Nothing has been spent this month')).toBeVisible()
        await expect(page.getByRole('switch')).toHaveCount(2)
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
          page.viewportSize()?.width ?? 0,
        )
        await expectAccessible(page)
      })
    })
  }
})

test.describe('on a server with many visitors', () => {
  test.use({ settings: { VISITORS: 'many' } })

  test('a visitor is told that the page is the operator’s', async ({ page, visit, faults }) => {
    faults.expected(/403/)
    await visit('/operator')
    await expect(page.getByRole('heading', { name: 'This page is not yours to see' })).toBeVisible()
    await expectAccessible(page)
  })
})
