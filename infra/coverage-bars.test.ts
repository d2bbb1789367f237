import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { coverageBars } from './coverage-bars.ts'

test('says what was reached, and that entry/ is not in it', () => {
  const { missed, summary } = bars({ 'backend/api/app.ts': [90, 50], 'frontend/app.tsx': [71, 0] })
  expect(missed).toEqual([])
  expect(summary).toBe(
    'lines: backend 90.0 % (entry/ runs in processes of its own and is not counted), frontend 71.0 %',
  )
})

test('names every bar that was missed', () => {
  const { missed } = bars({ 'backend/jobs/engine.ts': [84, 89], 'frontend/app.tsx': [69, 100] })
  expect(missed).toEqual([
    'Backend lines covered: 84.0 %, wanted 85 %.',
    'Frontend lines covered: 69.0 %, wanted 70 %.',
    'backend/jobs/engine.ts: 89 % of branches covered, wanted 90 %.',
  ])
})

/** Of a report with these per cent of each file's lines and branches. */
function bars(files: Record<string, [lines: number, branches: number]>) {
  const folder = mkdtempSync(join(tmpdir(), 'pixel-prompt-bars-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const share = (pct: number) => ({ covered: pct, total: 100, pct })
  const entries = Object.entries(files).map(([path, [lines, branches]]) => [
    resolve(path),
    { lines: share(lines), branches: share(branches) },
  ])
  const report = join(folder, 'summary.json')
  writeFileSync(report, JSON.stringify(Object.fromEntries(entries)))
  return coverageBars(report)
}
