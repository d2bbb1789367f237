import type { Page } from '@playwright/test'
import { expect, expectAccessible, pictures } from './fixtures.ts'
import { priced as test } from './priced.ts'

const box = (page: Page) => page.getByRole('textbox', { name: 'Prompt', exact: true })
const generate = (page: Page) => page.getByRole('button', { name: /^Generate/ })
const card = (page: Page, name: string) => page.getByRole('article').filter({ hasText: name })

test('the price is on each model and on Generate before, on the picture and in the receipt after', async ({
  page,
  visit,
}) => {
  await visit()
  await box(page).fill('a lighthouse')
  await expect(page.getByRole('checkbox', { name: /Lavish.*\$0\.20/ })).toBeVisible()
  await expect(generate(page)).toContainText('2 pictures · $0.24')
  await generate(page).click()
  await expect(pictures(page)).toHaveCount(2)
  await expect(card(page, 'Lavish')).toContainText('$0.20')
  await page.getByRole('button', { name: /2 of 2 painted · \$0\.24/ }).click()
  await expect(page.getByText('Estimated before')).toBeVisible()
  await expectAccessible(page)
})

test.describe('with a budget a day', () => {
  test.use({ settings: { DAILY_BUDGET_USD: '0.28' } })

  test('a run over what is left is told with price and remainder, and what fits is one press away', async ({
    page,
    visit,
    provider,
    faults,
  }) => {
    faults.expected(/429/)
    await visit()
    await box(page).fill('a lighthouse')
    await generate(page).click()
    await expect(pictures(page, 'Lavish')).toBeVisible()
    const before = provider.requests.length
    await box(page).fill('a lighthouse by night')
    await generate(page).click()
    const note = page.getByRole('alert').filter({ hasText: 'More than is left for today' })
    await expect(note).toContainText('$0.24')
    await expect(note).toContainText(/Renewed in \d+/)
    await expectAccessible(page)
    expect(provider.requests).toHaveLength(before)
    await note.getByRole('button', { name: 'Keep the cheapest · $0.04' }).click()
    await expect(page.getByText(/within the \$0\.04 left: you can generate it now/)).toBeVisible()
    await expectAccessible(page)
    await generate(page).click()
    await expect.poll(() => provider.requests.slice(before).map(({ model }) => model)).toEqual(['Steady'])
  })
})

test.describe('with ten cents a day', () => {
  test.use({ settings: { DAILY_BUDGET_USD: '0.10' } })

  test('a run over the whole budget does not ask to wait', async ({ page, visit, provider, faults }) => {
    faults.expected(/429/)
    await visit()
    await box(page).fill('a lighthouse')
    await generate(page).click()
    const note = page.getByRole('alert').filter({ hasText: 'More than is left for today' })
    await expect(note).toContainText('more than the whole budget of $0.10 a day')
    await expect(note).not.toContainText('Renewed')
    await expectAccessible(page)
    expect(provider.requests).toEqual([])
  })
})

test('a limit for one run is kept to before anything is sent, and remembered', async ({ page, visit, provider }) => {
  await visit()
  await box(page).fill('a lighthouse')
  await page.getByRole('button', { name: /^Parameters/ }).click()
  await page.getByRole('textbox', { name: 'Never spend more than' }).fill('0.05')
  await expect(generate(page)).toContainText('$0.24, over your limit of $0.05')
  // It looks as it does without a prompt, but says why when it is pressed.
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/may cost \$0\.24, and you allow \$0\.05/)).toBeInViewport()
  await expectAccessible(page)
  expect(provider.requests).toEqual([])
  await page.reload()
  await expect(page.getByRole('button', { name: /^Parameters/ })).toContainText('at most $0.05')
  await page.getByRole('checkbox', { name: /Lavish/ }).uncheck({ force: true })
  await generate(page).click()
  await expect(pictures(page, 'Steady')).toBeVisible()
})

test.describe('one call at a time', () => {
  test.use({ prices: { Quick: '0.04', Slow: '0.04', Late: '0.04' }, settings: { PROVIDER_CONCURRENCY: '1' } })

  test('Stop says of each model how it ended, and what that costs', async ({ page, visit, provider }) => {
    provider.behave('Slow', { kind: 'hang' })
    await visit()
    await box(page).fill('a lighthouse')
    await generate(page).click()
    await expect(pictures(page, 'Quick')).toBeVisible()
    await expect(card(page, 'Slow')).toContainText('Painting')
    await expect(card(page, 'Late')).toContainText('Next in line')
    await expectAccessible(page)
    await page.getByRole('button', { name: /^Stop/ }).click()
    await expect(card(page, 'Slow')).toContainText('It may have been charged, and is counted as $0.04.')
    await expect(card(page, 'Late')).toContainText('Not charged.')
    await expect(
      page.getByText(/^Stopped: 1 had not started \(not charged\), 1 had been sent already/).first(),
    ).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('button', { name: /painted · 2 stopped · up to \$0\.08/ }).click()
    await expect(page.getByText('of it perhaps charged')).toBeVisible()
    await expectAccessible(page)
    expect(provider.requests.map(({ model }) => model)).toEqual(['Quick', 'Slow'])
  })
})

test('one that failed is tried again at the price on its button', async ({ page, visit, provider }) => {
  provider.behave('Steady', { kind: 'refuse_content' })
  await visit()
  await box(page).fill('a lighthouse')
  await generate(page).click()
  await expect(card(page, 'Steady')).toContainText('Not charged.')
  await expectAccessible(page)
  provider.behave('Steady', { kind: 'succeed' })
  await card(page, 'Steady').getByRole('button', { name: 'Retry Steady · $0.04' }).click()
  await expect(pictures(page, 'Steady')).toBeVisible()
})

test('a provider that asks for a short wait is waited for, with a countdown', async ({ page, visit, provider }) => {
  provider.behave('Steady', { kind: 'rate_limit', retryAfter: '20' })
  await visit()
  await box(page).fill('a lighthouse')
  await generate(page).click()
  await expect(card(page, 'Steady')).toContainText(/Tries again by itself in 1?\d/)
  await expectAccessible(page)
})
