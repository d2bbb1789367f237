import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Page } from '@playwright/test'
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
