import { expect, expectAccessible, pictures, test } from './fixtures.ts'
import { finishedRun } from './api.ts'
import { offered, twenty } from './states/twenty-models.ts'

for (const width of [320, 390]) {
  test.describe(`a phone ${width} pixels wide`, () => {
    test.use({ viewport: { width, height: 844 }, hasTouch: true, isMobile: true })

    test('shows every screen without sideways scroll', async ({ page, visit, server }) => {
      const { id } = await finishedRun(server.url, 'a very long word: Donaudampfschifffahrtsgesellschaftskapitän', [
        'pixel-art',
      ])
      for (const path of ['/', '/gallery', `/gallery/${id}`, '/operator']) {
        await visit(path)
        await expect(page.getByRole('main')).toBeVisible()
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
        await expectAccessible(page)
      }
    })

    test('shows twenty models and what they can do without sideways scroll', async ({ page, visit }) => {
      await offered({ page }, twenty)
      await visit()
      await page.getByRole('button', { name: /more makers/ }).tap()
      await expect(page.getByRole('checkbox', { name: /own-server/ })).toBeAttached()
      await page.getByRole('button', { name: /^Parameters/ }).tap()
      await expect(page.getByRole('slider', { name: 'Steps' })).toBeVisible()
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
      await page.getByRole('button', { name: /^Lithograph/ }).tap()
      const sheet = page.getByRole('dialog')
      await expect(sheet.getByText('MODEL_3_NAME=Etching 2')).toBeInViewport()
      expect(await sheet.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0)
      await expectAccessible(page)
    })

    test('goes from prompt to picture by touch', async ({ page, visit }) => {
      await visit()
      await page.getByRole('textbox', { name: 'Prompt', exact: true }).fill('a red teapot')
      await page.getByRole('button', { name: /^Generate/ }).tap()
      await expect(pictures(page)).toHaveCount(9)
      await pictures(page, 'Pixel Art').tap()
      await expect(page.getByRole('dialog')).toBeVisible()
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
      await expectAccessible(page)
    })
  })
}

test.describe('the light theme', () => {
  test.use({ colorScheme: 'light' })

  test('has no accessibility fault on any screen', async ({ page, visit, server }) => {
    const { id } = await finishedRun(server.url, 'a red teapot', ['pixel-art'])
    for (const path of ['/', '/gallery', `/gallery/${id}`, '/operator', '/nowhere', '/api/docs']) {
      await visit(path)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expectAccessible(page)
    }
  })
})
