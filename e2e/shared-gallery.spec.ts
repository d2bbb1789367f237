import { readFile } from 'node:fs/promises'
import { unzipSync } from 'fflate'
import { expect, expectAccessible, pictures, test as base } from './fixtures.ts'
import { isDeployed } from './server.ts'

const test = base.extend({
  env: {
    VISITORS: 'many',
    GALLERY: 'shared',
    MODEL_COUNT: '1',
    MODEL_1_NAME: 'Pixel Art',
    MODEL_1_PROVIDER: 'sketch',
  },
})

test('in a shared gallery others see what one makes, and can change nothing of it', async ({
  page,
  visit,
  server,
  browser,
  faults,
}) => {
  // The page of what was deleted is not found.
  faults.expected(/status of 404/)
  await visit()
  await expect(page.getByText('Shared gallery: everybody here sees what you make.')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('textbox', { name: 'Prompt', exact: true }).fill('a lighthouse in a storm')
  await page.getByRole('button', { name: /^Generate/ }).click()
  await expect(pictures(page)).toHaveCount(1)

  const other = await browser.newPage()
  await faults.watch(other)
  await other.goto(`${server.url}/gallery`)
  await expect(other.getByText('Everybody here sees all of them.')).toBeVisible()
  await expect(other.getByRole('button', { name: /^Delete/ })).toHaveCount(0)
  await expectAccessible(other)
  await other.getByRole('link', { name: 'a lighthouse in a storm' }).click()
  await expect(other.getByRole('listitem').filter({ hasText: 'somebody else’s' })).toBeVisible()
  await expect(other.getByRole('button', { name: /^Delete/ })).toHaveCount(0)
  await expectAccessible(other)

  await page.goto(`${server.url}/gallery`)
  const downloading = page.waitForEvent('download')
  if (isDeployed) await page.getByRole('button', { name: 'Download all of yours' }).click()
  await page.getByRole('link', { name: isDeployed ? /^All of it/ : 'Download all of yours' }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toMatch(/^pixel-prompt-.*\.zip$/)
  expect(Object.keys(unzipSync(await readFile(await download.path())))).toHaveLength(3)
  if (isDeployed) await page.getByRole('button', { name: 'Close' }).click()
  await page.getByRole('button', { name: /^Delete/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
  await expect(page.getByText('These walls are waiting')).toBeVisible()
  await other.reload()
  await expect(other.getByRole('heading', { name: 'This run is not here' })).toBeVisible()
  await other.close()
})
