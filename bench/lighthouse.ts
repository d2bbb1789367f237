import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import * as z from 'zod'
import { chromiumFlags, chromiumPath } from './browser.ts'
import { median } from './quantile.ts'

/** Scores of 100, times in milliseconds. */
export type LighthouseFigures = {
  performance: number
  accessibility: number
  bestPractices: number
  seo: number
  fcpMs: number
  lcpMs: number
  tbtMs: number
  cls: number
}

/**
 * Lighthouse's mobile preset on an address, the median of some rounds. What it finds amiss is printed. Now and then it
 * records no trace and asks to be run again.
 */
export async function lighthouse(url: string, rounds: number): Promise<LighthouseFigures> {
  const reports: Report[] = []
  for (let round = 0; round < rounds; round += 1) reports.push(await audit(url).catch(() => audit(url)))
  for (const fault of new Set(reports.flatMap(faultsOf))) console.error(`  ${url}: ${fault}`)
  const score = (name: keyof Report['categories']) =>
    Math.round(100 * median(reports.map(({ categories }) => categories[name].score)))
  const value = (name: string) => median(reports.map(({ audits }) => audits[name]?.numericValue ?? Number.NaN))
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    bestPractices: score('best-practices'),
    seo: score('seo'),
    fcpMs: value('first-contentful-paint'),
    lcpMs: value('largest-contentful-paint'),
    tbtMs: value('total-blocking-time'),
    cls: value('cumulative-layout-shift'),
  }
}

const Category = z.object({ score: z.number(), auditRefs: z.array(z.object({ id: z.string(), weight: z.number() })) })
const Report = z.object({
  categories: z.object({ performance: Category, accessibility: Category, 'best-practices': Category, seo: Category }),
  audits: z.record(
    z.string(),
    z.object({ title: z.string(), score: z.number().nullable(), numericValue: z.number().optional() }),
  ),
})
type Report = z.infer<typeof Report>

async function audit(url: string): Promise<Report> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      'node_modules/lighthouse/cli/index.js',
      url,
      '--quiet',
      '--output=json',
      '--output-path=stdout',
      '--only-categories=performance,accessibility,best-practices,seo',
      `--chrome-flags=${['--headless', ...chromiumFlags].join(' ')}`,
    ],
    { env: { ...process.env, CHROME_PATH: chromiumPath }, maxBuffer: 1 << 27, timeout: 120_000 },
  )
  return Report.parse(JSON.parse(stdout))
}

function faultsOf({ categories, audits }: Report): string[] {
  return Object.values(categories).flatMap(({ auditRefs }) =>
    auditRefs.flatMap(({ id, weight }) => {
      const found = audits[id]
      return weight > 0 && found?.score !== null && found !== undefined && found.score < 0.9
        ? [`${found.title} (${id}, ${Math.round(found.score * 100)})`]
        : []
    }),
  )
}
