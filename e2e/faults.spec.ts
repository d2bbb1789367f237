import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Page } from '@playwright/test'
import { finishedRun } from './api.ts'
import { expect, expectAccessible, pictures } from './fixtures.ts'
import { priced as test } from './priced.ts'

test.use({ prices: { Steady: '0.04' } })

const box = (page: Page) => page.getByRole('textbox', { name: 'Prompt', exact: true })
const generate = (page: Page) => page.getByRole('button', { name: /^Generate/ })

test('while another program holds the database, a run is refused in words; afterwards it starts, once', async ({
  page,
  visit,
  server,
  provider,
  faults,
}) => {
  faults.expected(/503/)
  await visit()
  await box(page).fill('a lighthouse')
  const other = new DatabaseSync(join(server.dataDir, 'pixel-prompt.db'))
  other.exec('begin exclusive')
  await generate(page).click()
  const note = page.getByRole('alert').filter({ hasText: 'Another program holds the database in the data folder.' })
  await expect(note).toContainText('Close it.')
  await expect(note).toContainText('Nothing was sent to a provider, so nothing was charged.')
  await expectAccessible(page)
  expect(provider.requests).toEqual([])
  other.close()
  await expect(note).toContainText('You can try again now')
  await generate(page).click()
  await expect(pictures(page, 'Steady')).toBeVisible()
  await expect(note).toBeHidden()
  expect(provider.requests).toHaveLength(1)
})

test('pictures whose files were deleted say so, large and small, and the next run is kept', async ({
  page,
  visit,
  server,
  provider,
  faults,
}) => {
  faults.expected(/404/)
  const { id } = await finishedRun(server.url, 'a lighthouse', ['steady'])
  rmSync(join(server.dataDir, 'images'), { recursive: true })
  await visit(`/gallery/${id}`)
  const lost = 'This picture could not be loaded. Its file may be missing on the server.'
  await expect(page.getByRole('article').getByText(lost)).toBeVisible()
  await expectAccessible(page)
  await pictures(page, 'Steady').click()
  await expect(page.getByRole('dialog').getByText(lost)).toBeVisible()
  await expectAccessible(page)

  await visit()
  await box(page).fill('a red boat')
  await generate(page).click()
  const picture = pictures(page, 'Steady')
  await expect(picture).toBeVisible()
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0)
  await expect(page.getByText(lost)).toBeHidden()
  expect(provider.requests.map(({ prompt }) => prompt)).toEqual(['a lighthouse', 'a red boat'])
})
