import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import * as z from 'zod'
import { coverageBars } from './coverage-bars.ts'
import { readReport } from './read-report.ts'

// The whole of what CI needs: checks, unit, integration and browser tests, then one line that counts them.
type Step = { name: string; passed: number; failed: number; seconds: number; note?: string }

const VitestReport = z.object({
  numPassedTests: z.number().default(0),
  numFailedTests: z.number().default(0),
  numPendingTests: z.number().default(0),
})
const Count = z.number().default(0)
const PlaywrightReport = z.object({
  stats: z.object({ expected: Count, unexpected: Count, flaky: Count, skipped: Count }).prefault({}),
})

rmSync('reports', { recursive: true, force: true })
mkdirSync('reports', { recursive: true })

const steps = [
  check(),
  vitest(),
  journeys('journeys in Chromium', 'e2e', 'reports/e2e.json'),
  journeys('journeys through the functions of AWS', 'e2e:aws', 'reports/e2e-aws.json'),
]
writeFileSync('reports/summary.md', summary(steps))
console.log(`\n${readFileSync('reports/summary.md', 'utf8')}`)
const count = (which: 'failed' | 'passed') => steps.reduce((total, step) => total + step[which], 0)
console.log(`${count('passed')} passed, ${count('failed')} failed`)
process.exitCode = count('failed') > 0 ? 1 : 0

function check(): Step {
  const { ok, seconds } = run('npm', ['run', '--silent', 'check'])
  return {
    name: 'check (types, lint, format, unused code, lock file, licences, known holes)',
    passed: ok ? 1 : 0,
    failed: ok ? 0 : 1,
    seconds,
  }
}

function vitest(): Step {
  const report = 'reports/vitest.json'
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const { ok, seconds } = run('vitest', ['run', '--coverage', ...reporters])
  const counts = readReport(report, VitestReport)
  const faults = coverageBars('reports/coverage/coverage-summary.json')
  for (const fault of faults.missed) console.error(fault)
  const failed = counts.numFailedTests + counts.numPendingTests + faults.missed.length
  const note = counts.numPendingTests > 0 ? `${counts.numPendingTests} skipped, which counts as failed` : faults.summary
  return {
    name: 'unit and integration, coverage bars',
    passed: counts.numPassedTests,
    failed: ok ? failed : Math.max(1, failed),
    seconds,
    note,
  }
}

function journeys(name: string, script: string, report: string): Step {
  const { ok, seconds } = run('npm', ['run', '--silent', script])
  const { stats } = readReport(report, PlaywrightReport)
  const failed = stats.unexpected + stats.flaky + stats.skipped
  return { name, passed: stats.expected, failed: ok ? failed : Math.max(1, failed), seconds }
}

function run(command: string, args: string[]): { ok: boolean; seconds: number } {
  console.log(`\n> ${command} ${args.join(' ')}`)
  const startedAt = performance.now()
  const { status } = spawnSync(command, args, { stdio: 'inherit' })
  return { ok: status === 0, seconds: (performance.now() - startedAt) / 1000 }
}

function summary(rows: Step[]): string {
  const line = ({ name, passed: good, failed: bad, seconds, note = '' }: Step) =>
    `| ${name} | ${good} | ${bad} | ${seconds.toFixed(1)} | ${note} |`
  return [
    '# Test summary',
    '',
    '| step | passed | failed | seconds | |',
    '| --- | --- | --- | --- | --- |',
    ...rows.map(line),
    '',
  ].join('\n')
}
