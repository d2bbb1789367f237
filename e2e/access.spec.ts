import type { Page } from '@playwright/test'
import { expect, expectAccessible, pictures, test as base } from './fixtures.ts'
import { isDeployed } from './server.ts'

const access = 'let us all in'
const operator = 'it is me who runs it'
const test = base.extend({
  env: {
    VISITORS: 'many',
    ACCESS_PASSWORD: access,
    OPERATOR_PASSWORD: operator,
    MODEL_COUNT: '1',
    MODEL_1_NAME: 'Pixel Art',
    MODEL_1_PROVIDER: 'sketch',
  },
})

const field = (page: Page, label = 'Password') => page.getByLabel(label, { exact: true })
const heading = (page: Page) => page.getByRole('heading', { name: 'Log in' })
const box = (page: Page) => page.getByRole('textbox', { name: 'Prompt', exact: true })

test.beforeEach(({ faults }) => {
  // The browser reports every refusal as a resource that did not load.
  faults.expected(/status of (?:401|403|429)/)
})

test('whoever knows the password logs in, paints, and logs out', async ({ page, visit }) => {
  await visit('/gallery')
  await expect(heading(page)).toBeFocused()
  await expectAccessible(page)
  await field(page).fill('let us all out')
  await field(page).press('Enter')
  await expect(page.getByText('That is not the password.')).toBeVisible()
  await expectAccessible(page)
  await field(page).fill(access)
  await field(page).press('Enter')
  await expect(page.getByRole('button', { name: 'Log out' })).toBeVisible()
  await expect(page).toHaveURL(/\/gallery$/)

  await page.getByRole('link', { name: 'Create', exact: true }).click()
  await box(page).fill('a lighthouse in a storm')
  await page.keyboard.press('Control+Enter')
  await expect(pictures(page)).toHaveCount(1)
  await page.getByRole('button', { name: 'Log out' }).click()
  await expect(heading(page)).toBeVisible()
})

test('a session that ends in mid-work keeps what was written, and a picture is not shown without one', async ({
  page,
  context,
  server,
  visit,
}) => {
  await visit()
  await field(page).fill(access)
  await field(page).press('Enter')
  await box(page).fill('a lighthouse in a storm')
  await page.keyboard.press('Control+Enter')
  await expect(pictures(page)).toHaveCount(1)
  const picture = (await pictures(page).first().getAttribute('src')) ?? ''
  expect((await context.request.get(server.url + picture)).status()).toBe(200)
  await box(page).fill('a red boat')
  await context.clearCookies({ name: 'pixel-prompt-session' })
  // On AWS the address of a picture, which is not to be guessed, stands for the permission.
  expect((await context.request.get(server.url + picture)).status()).toBe(isDeployed ? 200 : 401)
  await page.keyboard.press('Control+Enter')
  await expect(heading(page)).toBeFocused()
  await field(page).fill(access)
  await field(page).press('Enter')
  await expect(box(page)).toHaveValue('a red boat')
  await expect(page.getByRole('region', { name: 'a lighthouse in a storm' })).toBeVisible()
})

test('after five wrong passwords in a minute one has to wait', async ({ page, visit }) => {
  await visit()
  // Those of the last minute no longer count, so that it may take more than five.
  await expect(async () => {
    const answered = page.waitForResponse(/\/api\/session$/)
    await field(page).fill('a guess')
    await field(page).press('Enter')
    expect((await answered).status()).toBe(429)
  }).toPass({ intervals: [0] })
  await expect(page.getByRole('alert')).toContainText('From your address 5 attempts to log in a minute can be made')
  await expectAccessible(page)
})

test('the operator logs in at the operator’s page', async ({ page, visit }) => {
  await visit('/operator')
  await field(page).fill(access)
  await field(page).press('Enter')
  await expect(page.getByRole('heading', { name: 'This page is not yours to see' })).toBeVisible()
  await expectAccessible(page)
  await field(page, 'The operator’s password').fill(operator)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'Today' })).toBeVisible()
})

test('a program is let in by a token of the operator’s, until that is revoked', async ({ page, server, visit }) => {
  await visit('/operator')
  await field(page).fill(operator)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'New token' }).click()
  await expectAccessible(page)
  await page.getByRole('textbox', { name: 'Name' }).fill('nightly report')
  await page.keyboard.press('Enter')
  const secret = await page.getByRole('textbox', { name: 'nightly report' }).inputValue()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Done' }).click()

  const gallery = () => fetch(`${server.url}/api/gallery/list`, { headers: { Authorization: `Bearer ${secret}` } })
  expect((await gallery()).status).toBe(200)
  await page.getByRole('button', { name: 'Revoke nightly report' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'nightly report' })).toHaveCount(0)
  expect((await gallery()).status).toBe(401)
})
