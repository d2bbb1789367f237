import { expect, expectAccessible, pictures, test } from './fixtures.ts'
import { isDeployed } from './server.ts'
import { finishedRun } from './api.ts'

test('a run is found again in the gallery after a restart', async ({ page, visit, server }) => {
  await finishedRun(server.url, 'a whale under the sea', ['ink-landscape', 'pixel-art'])
  await server.stop()
  await server.start()
  await visit('/gallery')
  await expectAccessible(page)
  await page.getByRole('link', { name: 'a whale under the sea' }).click()
  await expect(pictures(page)).toHaveCount(2)
  await expectAccessible(page)
})

test('search finds by the beginnings of words', async ({ page, visit, server }) => {
  await finishedRun(server.url, 'a whale under the sea', ['pixel-art'])
  await finishedRun(server.url, 'a red teapot', ['pixel-art'])
  await visit('/gallery')
  await page.getByRole('searchbox').fill('teap')
  await expect(page.getByRole('article')).toHaveCount(1)
  await expect(page.getByRole('article')).toContainText('a red teapot')
  await expect(page).toHaveURL(/q=teap/)
  await page.getByRole('searchbox').fill('zeppelin')
  await expect(page.getByRole('article')).toHaveCount(0)
  await expectAccessible(page)
})

test('a deleted run is gone, pictures included', async ({ page, visit, server }) => {
  const job = await finishedRun(server.url, 'a red teapot', ['pixel-art'])
  await visit('/gallery')
  await page.getByRole('button', { name: /^Delete/ }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await expectAccessible(page)
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Delete/ })
    .click()
  await expect(page.getByRole('article')).toHaveCount(0)
  await expectAccessible(page)
  const statusOf = async (path: string) => (await fetch(server.url + path)).status
  expect(await statusOf(`/api/gallery/${job.id}`)).toBe(404)
  // On AWS the sweeper removes them, and S3 does not tell what is missing from what is forbidden.
  await expect.poll(() => statusOf(job.image)).toBe(isDeployed ? 403 : 404)
})

test('a run that does not exist is said to be missing', async ({ page, visit, faults }) => {
  faults.expected(/404/)
  await visit('/gallery/xxxxxxxxxxxxxxxxxxxxxx')
  await expect(page.getByRole('heading', { name: 'This run is not here' })).toBeVisible()
  await expectAccessible(page)
})

test('the film strip shows the latest runs on the first page', async ({ page, visit, server }) => {
  await finishedRun(server.url, 'a red teapot', ['pixel-art'])
  await visit()
  // It is fetched when one scrolls down to it.
  await page.getByRole('contentinfo').scrollIntoViewIfNeeded()
  await page.getByRole('region', { name: 'Recent' }).getByRole('link', { name: 'a red teapot' }).click()
  await expect(page.getByRole('heading', { name: 'a red teapot' })).toBeVisible()
})
