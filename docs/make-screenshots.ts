import { mkdirSync, writeFileSync } from 'node:fs'
import type { Browser, BrowserContextOptions, Page } from '@playwright/test'
import sharp from 'sharp'
import { launchChromium } from '../bench/browser.ts'
import { finishedRun } from '../e2e/api.ts'
import { buildPage } from '../e2e/build-page.ts'
import { pictures } from '../e2e/fixtures.ts'
import { startServer } from '../e2e/server.ts'
import { spendMonth } from './spent-month.ts'

// npx node docs/make-screenshots.ts [name …]: takes the documents' pictures from the real product, all or those named.
const prompt = 'three red boats on a misty lake at dawn'
// Painters are deterministic by prompt and seed, so that another run changes only what the product has changed.
const seed = 1881
const painters = [
  'ink-landscape',
  'low-poly',
  'stained-glass',
  'risograph',
  'watercolour-wash',
  'pixel-art',
  'line-constellation',
  'paper-cut-out',
  'neon-synthwave',
]
/** What a gallery holds before its picture is taken, and how far along the painters the first of its four is. */
const keptPrompts = {
  'a neon city at night in the rain': 5,
  'a lighthouse in a storm': 0,
  'a fox in a snowy forest at dusk': 7,
  'two whales under the sea': 2,
  'a castle in the clouds, sunset': 4,
  'a garden of yellow tulips and a windmill': 1,
  'a hot-air balloon over the desert': 8,
}

/** Models that nobody calls here: what one picture costs, in micro-dollars, by the id that follows from the name. */
const names = ['Atelier One', 'Brushwork Pro', 'Halftone', 'My own server']
const prices = { 'atelier-one': 53_000, 'brushwork-pro': 60_000, halftone: 40_000, 'my-own-server': 9000 }

type Screen = {
  size: [width: number, height: number]
  look?: BrowserContextOptions
  /** For the server, and what is in its folder before it is visited. */
  env?: Record<string, string>
  fill?: (dataDir: string) => Promise<void>
  show: (page: Page, url: string) => Promise<void>
}

const desktop: Screen['size'] = [1440, 900]

const screens: Record<string, Screen> = {
  'first-visit': { size: desktop, show: async () => {} },
  'nine-pictures': { size: [1440, 1340], show: nine },
  'in-progress': { size: [1440, 1000], show: inProgress },
  enhance: { size: desktop, show: enhance },
  lightbox: { size: desktop, show: lightbox },
  gallery: { size: [1440, 1040], show: openGallery },
  light: { size: [1440, 1000], look: { colorScheme: 'light' }, show: nine },
  operator: { size: [1440, 1290], env: priced(), fill: (dataDir) => spendMonth(dataDir, prices), show: operator },
  link: { size: [1440, 1000], show: openLink },
  phone: { size: [390, 844], look: { deviceScaleFactor: 2, hasTouch: true, isMobile: true }, show: phone },
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !(name in screens))
if (unknown.length > 0)
  throw new Error(`There is no picture ${unknown.join(', ')}; there are ${Object.keys(screens).join(', ')}.`)

buildPage()
mkdirSync('docs/images', { recursive: true })
const browser = await launchChromium()
try {
  for (const [name, screen] of Object.entries(screens)) {
    if (wanted.length === 0 || wanted.includes(name)) await take(browser, name, screen)
  }
} finally {
  await browser.close()
}

/** Every picture has a server and an empty folder of its own. */
async function take(chromium: Browser, name: string, screen: Screen): Promise<void> {
  const { size, look, env, fill, show } = screen
  const [width, height] = size
  const server = await startServer(env)
  if (fill) {
    await server.stop()
    await fill(server.dataDir)
    await server.start()
  }
  const context = await chromium.newContext({
    baseURL: server.url,
    viewport: { width, height },
    colorScheme: 'dark',
    reducedMotion: 'reduce',
    locale: 'en-GB',
    ...look,
  })
  try {
    const page = await context.newPage()
    await page.goto('/')
    await page.getByRole('button', { name: /^Generate/ }).waitFor()
    await show(page, server.url)
    await settled(page)
    const bytes = await sharp(await page.screenshot())
      .webp({ quality: 80, effort: 6 })
      .toBuffer()
    writeFileSync(`docs/images/${name}.webp`, bytes)
    console.log(`docs/images/${name}.webp: ${width} × ${height}, ${Math.round(bytes.length / 1000)} kB`)
  } finally {
    await context.close()
    await server.dispose()
  }
}

/** With the seed in the form, as somebody leaves it who wants the same pictures again. */
async function fillIn(page: Page): Promise<void> {
  const draft = { prompt, off: [], parameters: { seed } }
  await page.evaluate((form) => localStorage.setItem('draft', JSON.stringify(form)), draft)
  await page.reload()
  await page.getByRole('button', { name: /^Generate/ }).waitFor()
}

async function generate(page: Page): Promise<void> {
  await fillIn(page)
  await page.getByRole('button', { name: /^Generate/ }).click()
}

async function nine(page: Page): Promise<void> {
  await generate(page)
  await page.getByText('9 of 9 painted').waitFor()
  await pictures(page).nth(8).waitFor()
}

async function inProgress(page: Page, url: string): Promise<void> {
  // So that the cards know how long each painter usually takes.
  await finishedRun(url, 'a lighthouse in a storm', painters)
  await generate(page)
  await pictures(page).nth(2).waitFor()
}

async function enhance(page: Page): Promise<void> {
  await fillIn(page)
  await page.getByRole('button', { name: 'Enhance' }).click()
  await page.getByRole('button', { name: 'Use long' }).waitFor()
}

async function lightbox(page: Page): Promise<void> {
  await nine(page)
  await pictures(page, 'Stained Glass').click()
  await page.getByRole('button', { name: 'Details' }).click()
  await page.getByRole('complementary', { name: 'Details' }).waitFor()
}

async function openGallery(page: Page, url: string): Promise<void> {
  for (const [words, first] of Object.entries(keptPrompts)) {
    await finishedRun(url, words, [...painters, ...painters].slice(first, first + 4))
  }
  await nine(page)
  await page.getByRole('link', { name: 'Gallery', exact: true }).click()
  await page.getByRole('article').nth(Object.keys(keptPrompts).length).waitFor()
}

async function openLink(page: Page, url: string): Promise<void> {
  const { id } = await finishedRun(url, prompt, painters, { seed })
  await page.goto(`/gallery/${id}`)
  await page.getByRole('button', { name: 'Share' }).click()
  await page.getByRole('button', { name: 'Make a link' }).click()
  await page.goto((await page.getByRole('link', { name: /^\/s\// }).getAttribute('href')) ?? '')
  await page.getByRole('img').nth(7).scrollIntoViewIfNeeded()
  await page.evaluate(() => scrollTo(0, 0))
}

async function phone(page: Page): Promise<void> {
  await nine(page)
  await page.getByText('9 of 9 painted').evaluate((line) => {
    line.closest('section')?.scrollIntoView()
    scrollBy(0, -16)
  })
}

/** Settings that name those models. */
function priced(): Record<string, string> {
  const models = Object.values(prices).flatMap((microUsd, place): [string, string][] => [
    [`MODEL_${place + 1}_NAME`, names[place] ?? ''],
    [`MODEL_${place + 1}_BASE_URL`, 'http://127.0.0.1:9/v1'],
    [`MODEL_${place + 1}_PRICE_USD`, String(microUsd / 1_000_000)],
  ])
  const budgets = { DAILY_BUDGET_USD: '3', MONTHLY_BUDGET_USD: '50', MODEL_1_DAILY_USD: '1.5' }
  return { MODEL_COUNT: String(names.length), ...Object.fromEntries<string>(models), ...budgets }
}

async function operator(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Spending and switches' }).click()
  await page.getByRole('switch', { name: 'Brushwork Pro' }).click()
  await page.getByText(/^off since/).waitFor()
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await page.evaluate(() => scrollTo(0, 0))
}

/** All that is in sight has been decoded and has faded in. */
async function settled(page: Page): Promise<void> {
  await page.mouse.move(0, 0)
  await page.evaluate(async () => {
    const inSight = [...document.images].filter((image) => image.getBoundingClientRect().top < innerHeight)
    await Promise.all(inSight.map((image) => image.decode()))
    const ending = document.getAnimations().filter(({ effect }) => effect?.getTiming().iterations !== Infinity)
    await Promise.all(ending.map(({ finished }) => finished.catch(() => {})))
  })
}
