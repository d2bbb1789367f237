import { expect, expectAccessible, pictures, test } from './fixtures.ts'
import { finishedRun } from './api.ts'

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
