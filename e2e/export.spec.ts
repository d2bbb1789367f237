import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { unzipSync } from 'fflate'
import { finishedRun } from './api.ts'
import { expect, expectAccessible } from './fixtures.ts'
import { priced } from './priced.ts'

const test = priced.extend({
  prices: { Steady: '0.04' },
  settings: { EXPORT_PART_MB: '20' },
})

const opened = async (page: Page) => {
  await page.getByRole('button', { name: 'Download all of yours' }).click()
  return page.getByRole('dialog', { name: 'All of yours' })
}

test('a gallery that is larger than a part is downloaded in several, each picture once', async ({
  page,
  visit,
  provider,
  server,
}) => {
  provider.behave('Steady', { kind: 'succeed', noise: true })
  const runs: string[] = []
  for (const prompt of ['a lighthouse', 'a whale', 'a red teapot']) {
    const { id } = await finishedRun(server.url, prompt, ['steady'], { imagesPerModel: 3 })
    runs.push(id)
  }
  await visit('/gallery')
  const dialog = await opened(page)
  const parts = dialog.getByRole('list', { name: 'Parts' }).getByRole('link')
  await expect(parts).toHaveText([/^Part 12 runs · 6 pictures · 19 MB/, /^Part 21 run · 3 pictures · 9\.4 MB/])
  await expectAccessible(page)

  const found = []
  for (const place of [0, 1]) {
    const downloading = page.waitForEvent('download')
    await parts.nth(place).click()
    const download = await downloading
    expect(download.suggestedFilename()).toMatch(new RegExp(`^pixel-prompt-.*-part-${place + 1}\\.zip$`, 'u'))
    const files = Object.entries(unzipSync(await readFile(await download.path())))
    for (const [name, bytes] of files)
      if (name.endsWith('.png')) found.push([name.slice(name.indexOf('/') - 22), bytes.length])
  }
  const all = runs.toReversed().flatMap((id) => [1, 2, 3].map((n) => `${id}/steady-${n}.png`))
  expect(found).toEqual(all.map((name) => [name, expect.any(Number)]))
  expect(Math.min(...found.map(([, bytes]) => Number(bytes)))).toBeGreaterThan(3_000_000)
  await expect(parts.first()).toHaveText(/· begun/)

  const first = await fetch(`${server.url}/api/export`)
  await first.body?.cancel()
  const next = /^<(?<path>[^>]+)>; rel="next"$/u.exec(first.headers.get('link') ?? '')?.groups?.['path'] ?? ''
  const second = await fetch(server.url + next)
  expect(second.headers.get('link')).toBeNull()
  const names = Object.keys(unzipSync(new Uint8Array(await second.arrayBuffer())))
  expect(names.filter((name) => name.includes(runs[0] ?? ''))).toHaveLength(4)
})

for (const width of [320, 390]) {
  test(`on a phone ${width} pixels wide nothing of the parts is out of sight`, async ({ page, visit, server }) => {
    await page.setViewportSize({ width, height: 640 })
    await finishedRun(server.url, 'a lighthouse', ['steady'])
    await visit('/gallery')
    const dialog = await opened(page)
    await expect(dialog.getByRole('link', { name: /^All of it/ })).toBeInViewport()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    expect(await dialog.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('button', { name: 'Download all of yours' })).toBeFocused()
  })
}
