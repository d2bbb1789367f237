import { startFakeImageServer, type FakeImageServer } from '../backend/providers/fake-image-server.ts'
import { expect, expectAccessible, pictures, test } from './fixtures.ts'

test('a server that goes away is told in words, and its return is noticed', async ({ page, visit, server, faults }) => {
  faults.expected(/ERR_CONNECTION_REFUSED|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET/)
  await visit()
  const box = page.getByRole('textbox', { name: 'Prompt', exact: true })
  await box.fill('a lighthouse in a storm')
  await expect(page.getByRole('button', { name: /^Generate/ })).toBeEnabled()
  await server.stop()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/does not answer/).first()).toBeVisible()
  await expectAccessible(page)
  await expect(box).toHaveValue('a lighthouse in a storm')
  await server.start()
  await expect(page.getByText(/The server does not answer/)).toBeHidden()
  await page.getByRole('button', { name: /^Try again/ }).click()
  await expect(pictures(page).first()).toBeVisible()
})

test('a server that is killed in mid-run carries on after its return', async ({ page, visit, server, faults }) => {
  faults.expected(/ERR_/)
  await visit()
  await page.getByRole('textbox', { name: 'Prompt', exact: true }).fill('a lighthouse in a storm')
  await page.keyboard.press('Control+Enter')
  await expect(pictures(page).first()).toBeVisible()
  await server.kill()
  await server.start()
  await expect(page.getByText(/of 9 painted/).first()).toBeVisible()
})

const withProvider = test.extend<{ provider: FakeImageServer }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures wanted from it
  provider: async ({}, provide) => {
    const provider = await startFakeImageServer({ keyless: true })
    await provide(provider)
    await provider.close()
  },
  env: async ({ provider }, provide) => {
    await provide({
      MODEL_COUNT: '2',
      MODEL_1_NAME: 'Steady',
      MODEL_1_BASE_URL: provider.url,
      MODEL_2_NAME: 'Moody',
      MODEL_2_BASE_URL: provider.url,
    })
  },
})

withProvider(
  'a model that fails beside a good one keeps its card, says why, and is retried alone',
  async ({ page, visit, provider }) => {
    provider.behave('Moody', { kind: 'refuse_content' })
    await visit()
    await page.getByRole('textbox', { name: 'Prompt', exact: true }).fill('a lighthouse')
    await page.keyboard.press('Control+Enter')
    await expect(pictures(page, 'Steady')).toBeVisible()
    const failed = page.getByRole('article').filter({ hasText: 'Moody' })
    await expect(failed).toContainText('Moody refused the prompt because of its content rules.')
    await expectAccessible(page)
    provider.behave('Moody', { kind: 'succeed' })
    await failed.getByRole('button', { name: /Retry/ }).click()
    await expect(pictures(page, 'Moody')).toBeVisible()
    expect(provider.requests.map(({ model }) => model).toSorted()).toEqual(['Moody', 'Moody', 'Steady'])
  },
)

withProvider('a provider that asks for a long wait is shown with a countdown', async ({ page, visit, provider }) => {
  provider.behave('Moody', { kind: 'rate_limit', retryAfter: '90' })
  await visit()
  await page.getByRole('textbox', { name: 'Prompt', exact: true }).fill('a lighthouse')
  await page.keyboard.press('Control+Enter')
  const limited = page.getByRole('article').filter({ hasText: 'Moody' })
  await expect(limited.getByRole('button', { name: /^Retry in 1\smin \d+\ss$/ })).toBeVisible()
  await expectAccessible(page)
})
