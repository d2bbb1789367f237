import { expect, expectAccessible, pictures, test } from './fixtures.ts'

const prompt = 'three red boats on a misty lake at dawn'

test.describe('with motion', () => {
  test.use({ contextOptions: { reducedMotion: 'no-preference' } })

  test('a first visit ends with nine pictures, without a key or an account', async ({ page, visit, server }) => {
    // Every frame is drawn by the processor where there is no graphics card.
    test.slow()
    await visit()
    await expectAccessible(page)
    await page.getByRole('textbox', { name: 'Prompt', exact: true }).fill(prompt)
    await page.getByRole('button', { name: /^Generate/ }).click()
    await expect(page.getByRole('article').filter({ hasText: 'Ink Landscape' })).toBeVisible()
    await expectAccessible(page)
    await expect(pictures(page)).toHaveCount(9)
    await expect(page.getByText(/^9 of 9 painted/).first()).toBeVisible()
    await expectAccessible(page)
    expect(server.output()).not.toContain(prompt)
  })
})

test('parameters that were set are seen in the details of the picture', async ({ page, visit }) => {
  await visit()
  await page.getByRole('textbox', { name: 'Prompt', exact: true }).fill('a fox in a snowy forest')
  await page.getByRole('button', { name: 'Clear all' }).click()
  await page.getByRole('checkbox', { name: /Ink Landscape/ }).check({ force: true })
  await page.getByRole('button', { name: /^Parameters/ }).click()
  await page.getByRole('radio', { name: '16:9' }).locator('..').click()
  await page.getByRole('textbox', { name: 'Seed' }).fill('4711')
  await expectAccessible(page)
  await page.getByRole('button', { name: /^Generate/ }).click()
  await pictures(page, 'Ink Landscape').click()
  const lightbox = page.getByRole('dialog')
  await lightbox.getByRole('button', { name: 'Details' }).click()
  await expect(lightbox).toContainText('4711')
  await expect(lightbox).toContainText('16:9')
  await expect(lightbox).toContainText('sketch, not AI')
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(lightbox).toBeHidden()
})

test('enhance offers a short and a long version, to use and to undo', async ({ page, visit }) => {
  await visit()
  const box = page.getByRole('textbox', { name: 'Prompt', exact: true })
  await box.fill('a lighthouse')
  await page.getByRole('button', { name: 'Enhance' }).click()
  await expect(page.getByRole('button', { name: /^Use/ }).first()).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: /^Use/ }).first().click()
  await expect(box).not.toHaveValue('a lighthouse')
  expect(await box.inputValue()).toContain('a lighthouse')
  await page.getByRole('button', { name: /^Undo/ }).click()
  await expect(box).toHaveValue('a lighthouse')
})

test('a run that is under way is still there and live after a reload', async ({ page, visit }) => {
  await visit()
  await page.getByRole('textbox', { name: 'Prompt', exact: true }).fill(prompt)
  await page.keyboard.press('Control+Enter')
  await expect(pictures(page).first()).toBeVisible()
  await page.reload()
  await expect(pictures(page)).toHaveCount(9)
})

test('Stop ends what has not finished, in words, and keeps what has', async ({ page, visit }) => {
  await visit()
  await page.getByRole('textbox', { name: 'Prompt', exact: true }).fill(prompt)
  await page.keyboard.press('Control+Enter')
  await expect(pictures(page).first()).toBeVisible()
  await page.getByRole('button', { name: /^Stop/ }).click()
  await expect(page.getByText(/Stopped/).first()).toBeVisible()
  await expect(page.getByText(/of 9 painted/).first()).toBeVisible()
  await expectAccessible(page)
})

test('two runs go on side by side', async ({ page, visit }) => {
  await visit()
  const box = page.getByRole('textbox', { name: 'Prompt', exact: true })
  const prompts = ['a red teapot', 'a blue whale under the sea']
  for (const text of prompts) {
    await box.fill(text)
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('region', { name: text })).toBeVisible()
  }
  for (const text of prompts) {
    const run = page.getByRole('region', { name: text })
    await expect(run).toContainText('9 of 9')
    const fold = run.getByRole('button', { name: text, expanded: false })
    if (await fold.isVisible()) await fold.click()
    await expect(run.getByRole('img', { name: /: / })).toHaveCount(9)
  }
})

test('the whole way can be gone by keyboard', async ({ page, visit }) => {
  await visit()
  await expect(page.getByRole('textbox', { name: 'Prompt', exact: true })).toBeVisible()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.getByRole('textbox', { name: 'Prompt', exact: true }).focus()
  await page.keyboard.type('a castle in the clouds')
  await page.keyboard.press('Control+Enter')
  const picture = page.getByRole('article').filter({ hasText: 'Ink Landscape' }).getByRole('button').first()
  await expect(pictures(page, 'Ink Landscape')).toBeVisible()
  await picture.focus()
  await page.keyboard.press('Enter')
  const lightbox = page.getByRole('dialog')
  await expect(lightbox).toBeVisible()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Escape')
  await expect(lightbox).toBeHidden()
  await expect(picture).toBeFocused()
})

test('a dialog gives the focus back, and only a click beside it closes it', async ({ page, visit }) => {
  await visit()
  await page.getByRole('textbox', { name: 'Prompt', exact: true }).fill('a lighthouse')
  const enhance = page.getByRole('button', { name: 'Enhance' })
  await enhance.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('button', { name: 'Use short' })).toBeVisible()
  await dialog.click({ position: { x: 6, y: 120 } })
  await expect(dialog).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(enhance).toBeFocused()

  // However quickly one key follows the other.
  for (const key of ['Enter', 'Escape', 'Enter']) await page.keyboard.press(key)
  await expect(dialog).toBeVisible()
  await page.mouse.click(4, 4)
  await expect(dialog).toBeHidden()
  await expect(enhance).toBeFocused()
})

test('a prompt that cannot be painted is refused in words, and nothing is lost', async ({ page, visit }) => {
  await visit()
  const box = page.getByRole('textbox', { name: 'Prompt', exact: true })
  await box.fill('a cat \u202E backwards')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/control characters/i).first()).toBeVisible()
  await expect(box).toHaveValue('a cat \u202E backwards')
  await expectAccessible(page)
})
