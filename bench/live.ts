import type { Page } from '@playwright/test'
import type { Benchmark, Figure } from './benchmark.ts'
import { launchChromium } from './browser.ts'
import { exactTime, startProduct } from './client.ts'
import { startPainters } from './painters.ts'
import { photographs } from './pictures.ts'
import { median, quantile } from './quantile.ts'

export const live: Benchmark = {
  name: 'live',
  how:
    'the same servers, runs started in the page in Chromium; from a server’s last byte sent to `img.decode()` of the ' +
    'picture in that model’s card, over at least 200 pictures',
  minutes: 8,
  async run({ quick }) {
    const images = await photographs(3)
    const series = quick
      ? [{ count: 9, runs: 2 }]
      : [
          { count: 9, runs: 12 },
          { count: 20, runs: 5 },
        ]
    const delays: number[] = []
    const clocks: Clock[] = []
    for (const { count, runs } of series) {
      const measured = await watch({ delays: staggered(count, quick ? 300 : 2000), runs, images })
      delays.push(...measured.delays)
      clocks.push(...measured.clocks)
    }
    const apart = Math.max(...clocks.map(({ apartMs, withinMs }) => Math.max(0, Math.abs(apartMs) - withinMs)))
    const note = `${delays.length} pictures; the clocks of both processes agreed to ${Math.ceil(apart)} ms`
    return [
      { what: 'p50', value: median(delays), unit: 'ms' },
      { what: 'p95', value: quantile(delays, 0.95), unit: 'ms', bar: { below: 300 }, note },
      { what: 'p99', value: quantile(delays, 0.99), unit: 'ms' },
      { what: 'pictures', value: delays.length, unit: '', ...(!quick && { bar: { atLeast: 200 } }) },
    ] satisfies Figure[]
  },
}

const staggered = (count: number, firstMs: number) => Array.from({ length: count }, (_, index) => firstMs + 500 * index)

type Series = { delays: number[]; runs: number; images: readonly Buffer[] }

async function watch({ delays, runs, images }: Series): Promise<{ delays: number[]; clocks: Clock[] }> {
  const painters = await startPainters(delays.map((afterMs) => ({ afterMs, images })))
  const server = await startProduct(painters.env)
  const browser = await launchChromium()
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  await page.addInitScript(noteDecodedPictures)
  await page.goto(server.url)
  const clocks = [await compareClocks(page)]
  const found: number[] = []
  for (let run = 0; run < runs; run += 1) {
    const decoded = await runInPage(page, { prompt: `A live run of feathers, ${run}`, models: painters.models.length })
    for (const { name } of painters.models) {
      const sentAt = painters.requestsOf(name).at(-1)?.answeredAt
      const picture = decoded.find((one) => one.name === name)
      if (sentAt === undefined || picture === undefined) throw new Error(`No picture of ${name} in run ${run}`)
      found.push(picture.at - sentAt)
    }
    clocks.push(await compareClocks(page))
  }
  await browser.close()
  await server.dispose()
  await painters.close()
  return { delays: found, clocks }
}

type Decoded = { name: string; jobId: string; at: number }
declare global {
  var decodedPictures: Decoded[]
}

/** In the page: notes when each card's picture was ready to be shown, by the model's name on the card. */
function noteDecodedPictures() {
  globalThis.decodedPictures = []
  const seen = new WeakSet<Element>()
  const note = async (image: HTMLImageElement) => {
    const name = image.closest('article')?.querySelector('h3')?.textContent
    const jobId = new URL(image.src).pathname.split('/')[2]
    if (seen.has(image) || !name || !jobId) return
    seen.add(image)
    await image.decode()
    globalThis.decodedPictures.push({ name, jobId, at: performance.timeOrigin + performance.now() })
  }
  new MutationObserver(() => {
    for (const image of document.images) if (image.src.includes('/images/')) void note(image)
  }).observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ['src'] })
}

async function runInPage(page: Page, { prompt, models }: { prompt: string; models: number }): Promise<Decoded[]> {
  await page.getByRole('textbox', { name: 'Prompt', exact: true }).fill(prompt)
  const answered = page.waitForResponse((response) => response.url().endsWith('/api/generate'))
  await page.getByRole('button', { name: /^Generate/u }).click()
  const { jobId }: { jobId: string } = await (await answered).json()
  const ofJob = (wanted: { jobId: string }) => globalThis.decodedPictures.filter((one) => one.jobId === wanted.jobId)
  await page.waitForFunction(
    (wanted) => globalThis.decodedPictures.filter((one) => one.jobId === wanted.jobId).length === wanted.models,
    { jobId, models },
    { timeout: 60_000 },
  )
  return page.evaluate(ofJob, { jobId })
}

type Clock = { apartMs: number; withinMs: number }

/** How far the page's clock is from this process's, to within half of the time that asking it took. */
async function compareClocks(page: Page): Promise<Clock> {
  const before = exactTime()
  const there = await page.evaluate(() => performance.timeOrigin + performance.now())
  const after = exactTime()
  return { apartMs: there - (before + after) / 2, withinMs: (after - before) / 2 }
}
