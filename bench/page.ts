import { gzipSync } from 'node:zlib'
import type { Browser } from '@playwright/test'
import type { Benchmark, Figure } from './benchmark.ts'
import { launchChromium } from './browser.ts'
import { allCompleted, type Asking, followJob, startJob, startProduct } from './client.ts'
import { lighthouse, type LighthouseFigures } from './lighthouse.ts'
import { startPainters } from './painters.ts'
import { photographs } from './pictures.ts'

export const page: Benchmark = {
  name: 'page',
  how:
    'JavaScript and CSS of everything that Chromium requests before the first Generate, gzip -9, the largest of four first visits ' +
    '(phone and desktop, empty gallery and a gallery of 50); Lighthouse mobile, median of three, on the page with nine results ' +
    'and a gallery of 50',
  minutes: 10,
  async run({ quick }) {
    const images = await photographs(3)
    const painters = await startPainters(Array.from({ length: 9 }, () => ({ afterMs: 50, images })))
    const server = await startProduct(painters.env)
    const browser = await launchChromium()
    const empty = await firstVisits(browser, server.url)
    const jobId = await fill(server, quick ? 5 : 50)
    const visits = [...empty, ...(await firstVisits(browser, server.url))]
    await expectResults(browser, `${server.url}/?run=${jobId}`)
    await browser.close()
    const rounds = quick ? 1 : 3
    const withResults = await lighthouse(`${server.url}/?run=${jobId}`, rounds)
    const others = quick ? [] : ['/', '/gallery', `/gallery/${jobId}`]
    const compared: Figure[] = []
    for (const path of others)
      compared.push(scores(path.replace(jobId, 'one of nine'), await lighthouse(server.url + path, rounds)))
    await server.dispose()
    await painters.close()
    const heaviest = (kind: 'js' | 'css') => {
      const weights = visits.map((visit) => visit[kind] / 1000)
      const each = weights.map((weight) => weight.toFixed(1)).join(', ')
      const note = `phone, desktop; then with a gallery: ${each} kB`
      return { value: Math.max(...weights), unit: 'kB', note }
    }
    return [
      { what: 'JavaScript before the first Generate', ...heaviest('js'), bar: { atMost: 90 } },
      { what: 'CSS before the first Generate', ...heaviest('css'), bar: { atMost: 15 } },
      ...againstBars(withResults),
      ...compared,
    ]
  },
}

type Weight = { js: number; css: number }

const windows = [
  { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
  { viewport: { width: 1280, height: 900 } },
]

/** Bytes, gzipped, of a first visit in each window: until a prompt is written and nothing more is asked for. */
async function firstVisits(browser: Browser, url: string): Promise<Weight[]> {
  const visits: Weight[] = []
  for (const options of windows) {
    const context = await browser.newContext(options)
    const visited = await context.newPage()
    const bodies: Promise<{ type: string; bytes: number }>[] = []
    visited.on('response', (response) => {
      const type = response.headers()['content-type'] ?? ''
      if (/javascript|css/u.test(type)) {
        bodies.push(response.body().then((body) => ({ type, bytes: gzipSync(body, { level: 9 }).length })))
      }
    })
    await visited.goto(url, { waitUntil: 'networkidle' })
    await visited.getByRole('textbox', { name: 'Prompt', exact: true }).fill('A lighthouse in a storm of paper boats')
    // What the page asks for when it has nothing else to do belongs to the visit as well.
    await visited.waitForTimeout(2000)
    const files = await Promise.all(bodies)
    const sum = (kind: RegExp) =>
      files.filter(({ type }) => kind.test(type)).reduce((total, { bytes }) => total + bytes, 0)
    visits.push({ js: sum(/javascript/u), css: sum(/css/u) })
    await context.close()
  }
  return visits
}

/** Jobs of nine photographic results each; the id of the last. */
async function fill(server: Asking, count: number): Promise<string> {
  let last = ''
  for (let index = 0; index < count; index += 1) {
    const job = await followJob(
      server,
      await startJob(server, { prompt: `A lighthouse in a storm of paper boats, ${index + 1}` }),
    )
    if (!allCompleted(job)) throw new Error(`A job ended as ${job.status}`)
    last = job.jobId
  }
  return last
}

/** What Lighthouse is going to see is worth looking at before: a page without the results would score better. */
async function expectResults(browser: Browser, url: string): Promise<void> {
  const visited = await browser.newPage()
  await visited.goto(url)
  await visited.getByText('9 of 9 painted').waitFor({ timeout: 10_000 })
  await visited.close()
}

function againstBars(found: LighthouseFigures): Figure[] {
  return [
    { what: 'Lighthouse: performance', value: found.performance, unit: '', bar: { atLeast: 98 } },
    { what: 'Lighthouse: accessibility', value: found.accessibility, unit: '', bar: { atLeast: 100 } },
    { what: 'Lighthouse: best practices', value: found.bestPractices, unit: '', bar: { atLeast: 100 } },
    { what: 'Lighthouse: SEO', value: found.seo, unit: '', bar: { atLeast: 100 } },
    { what: 'first contentful paint', value: found.fcpMs, unit: 'ms', bar: { below: 1500 } },
    { what: 'largest contentful paint', value: found.lcpMs, unit: 'ms', bar: { below: 2000 } },
    { what: 'total blocking time', value: found.tbtMs, unit: 'ms', bar: { below: 150 } },
    { what: 'cumulative layout shift', value: found.cls, unit: '', bar: { below: 0.02 } },
  ]
}

function scores(path: string, found: LighthouseFigures): Figure {
  const { performance, accessibility, bestPractices, seo, fcpMs, lcpMs, tbtMs, cls } = found
  const note = `accessibility ${accessibility}, best practices ${bestPractices}, SEO ${seo}; FCP ${Math.round(fcpMs)}, LCP ${Math.round(lcpMs)}, TBT ${Math.round(tbtMs)} ms, CLS ${cls.toFixed(3)}`
  return { what: `Lighthouse performance of ${path}`, value: performance, unit: '', note }
}
