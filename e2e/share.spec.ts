import { expect, expectAccessible, pictures, test as base } from './fixtures.ts'

const access = 'let us all in'
const test = base.extend({
  env: {
    VISITORS: 'many',
    ACCESS_PASSWORD: access,
    MODEL_COUNT: '4',
    MODEL_1_NAME: 'Ink Landscape',
    MODEL_1_PROVIDER: 'sketch',
    MODEL_2_NAME: 'Stained Glass',
    MODEL_2_PROVIDER: 'sketch',
    MODEL_3_NAME: 'Pixel Art',
    MODEL_3_PROVIDER: 'sketch',
    MODEL_4_NAME: 'Neon Synthwave',
    MODEL_4_PROVIDER: 'sketch',
  },
})

const prompt = 'three red boats on a misty lake at dawn'

test('a link shows a run to somebody who cannot log in, until it is revoked', async ({
  page,
  visit,
  browser,
  faults,
}) => {
  // Before the login, and when the link has ended.
  faults.expected(/status of 40[14]/)
  await visit()
  await page.getByLabel('Password', { exact: true }).fill(access)
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'Prompt', exact: true }).fill(prompt)
  await page.getByRole('button', { name: /^Generate/ }).click()
  await expect(pictures(page)).toHaveCount(4)
  await page.getByRole('link', { name: 'Gallery', exact: true }).click()
  await page.getByRole('link', { name: prompt }).click()
  await page.getByRole('button', { name: 'Share' }).click()
  await page.getByRole('button', { name: 'Make a link' }).click()
  const link = await page.getByRole('link', { name: /\/s\// }).getAttribute('href')
  await expectAccessible(page)

  const stranger = await browser.newPage()
  await faults.watch(stranger)
  const url = new URL(link ?? '', page.url()).href
  await stranger.goto(url)
  await expect(stranger.getByRole('heading', { name: prompt })).toBeVisible()
  await expect(stranger.getByRole('img')).toHaveCount(4)
  for (const picture of await stranger.getByRole('img').all()) {
    await picture.scrollIntoViewIfNeeded()
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0)
  }
  for (const colorScheme of ['dark', 'light'] as const) {
    await stranger.emulateMedia({ colorScheme })
    await expectAccessible(stranger)
  }
  await stranger.setViewportSize({ width: 320, height: 640 })
  expect(await stranger.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  const card = await stranger.locator('meta[property="og:image"]').getAttribute('content')
  const shown = await stranger.request.get(card ?? '')
  expect([shown.status(), shown.headers()['content-type']]).toEqual([200, 'image/jpeg'])

  await page.getByRole('button', { name: 'Revoke' }).click()
  await expect(page.getByRole('link', { name: /\/s\// })).toHaveCount(0)
  await stranger.reload()
  await expect(stranger.getByRole('heading', { name: 'This link leads nowhere' })).toBeVisible()
  await expectAccessible(stranger)
  await stranger.close()
})
