import { relative } from 'node:path'
import * as z from 'zod'
import { readReport } from './read-report.ts'

const Share = z.object({ covered: z.number(), total: z.number(), pct: z.number() })
const Coverage = z.record(z.string(), z.object({ lines: Share, branches: Share }))

/** The bars of the coverage report that were missed, as sentences, and a summary of what was reached. */
export function coverageBars(report: string): { missed: string[]; summary: string } {
  const files = Object.entries(readReport(report, Coverage)).map(([path, share]) => ({
    path: relative(process.cwd(), path),
    ...share,
  }))
  const lines = (folder: string) => {
    const shares = files.filter(({ path }) => path.startsWith(folder)).map((file) => file.lines)
    const total = shares.reduce((sum, share) => sum + share.total, 0)
    return total === 0 ? 0 : (100 * shares.reduce((sum, share) => sum + share.covered, 0)) / total
  }
  const backend = lines('backend/')
  const frontend = lines('frontend/')
  const thin = files.filter(
    ({ path, branches }) =>
      /^backend\/(?:jobs|accounts|storage)\//u.test(path) && branches.total > 0 && branches.pct < 90,
  )
  return {
    missed: [
      ...(backend < 85 ? [`Backend lines covered: ${backend.toFixed(1)} %, wanted 85 %.`] : []),
      ...(frontend < 70 ? [`Frontend lines covered: ${frontend.toFixed(1)} %, wanted 70 %.`] : []),
      ...thin.map(({ path, branches }) => `${path}: ${branches.pct} % of branches covered, wanted 90 %.`),
    ],
    summary: `lines: backend ${backend.toFixed(1)} % (entry/ runs in processes of its own and is not counted), frontend ${frontend.toFixed(1)} %`,
  }
}
