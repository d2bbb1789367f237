import { expect, onTestFinished, test, vi } from 'vitest'
import { fakeClock, model, paints, refuses, testEngine } from '../../jobs/test-engine.ts'
import { runTask } from '../../jobs/run-task.ts'
import { ProviderError } from '../../providers/provider.ts'
import { awsMetrics } from './metrics.ts'
import { reportMetrics } from './report-metrics.ts'

type Line = {
  _aws: { Timestamp: number; CloudWatchMetrics: { Namespace: string; Dimensions: string[][]; Metrics: object[] }[] }
  Stack: string
} & Record<keyof typeof awsMetrics.units, number>

/** The one line that is printed while `work` is done. */
async function printedBy(work: () => Promise<void>): Promise<Line> {
  const printed: string[] = []
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    printed.push(String(chunk))
    return true
  })
  onTestFinished(() => write.mockRestore())
  await work()
  write.mockRestore()
  expect(printed).toHaveLength(1)
  expect(printed[0]?.endsWith('\n')).toBe(true)
  return JSON.parse(printed[0] ?? '') as Line
}

const broken = model('broken', refuses(new ProviderError('unavailable', 'It is down.', { didNoWork: true })))
const painting = model('painting', paints)
const registry = { models: [painting, broken], modelDailyMicroUsd: new Map<string, number>() }

test('what the alarms look at is counted in one line, under the stack’s name', async () => {
  const clock = fakeClock()
  const bench = await testEngine({ clock })
  const { jobs } = bench.storage
  const signal = new AbortController().signal
  const run = ({ jobId }: { jobId: string }, id: string) =>
    runTask(bench.deps, { task: { jobId, model: id, attempt: 1 }, taker: 'v' }, signal)
  const ended = await bench.submit([painting, broken])
  await run(ended, 'painting')
  await run(ended, 'broken')
  const { jobId } = await bench.submit([painting])
  await bench.submit([painting])
  await jobs.claim(
    { jobId, model: 'painting', attempt: 1 },
    { lease: 'l', now: clock.now(), leaseUntil: clock.now() + 60_000 },
  )
  clock.advance(90_000)

  const now = clock.now()
  const env = { STACK_NAME: 'mine' }
  const line = await printedBy(() => reportMetrics({ storage: bench.storage, registry, env }, { unsettled: 2, now }))

  expect(line).toMatchObject({
    Stack: 'mine',
    // One that is painted and two that may yet be.
    SpentTodayMicroUsd: 3 * 40_000,
    TasksWaiting: 1,
    TasksRunning: 1,
    OldestWaitingSeconds: 90,
    UnsettledTasks: 2,
  })
  expect(line._aws).toEqual({
    Timestamp: now,
    CloudWatchMetrics: [
      {
        Namespace: 'PixelPrompt',
        Dimensions: [['Stack']],
        Metrics: Object.entries(awsMetrics.units).map(([Name, Unit]) => ({ Name, Unit })),
      },
    ],
  })
})

test('where nothing happens, everything is 0', async () => {
  const clock = fakeClock()
  const bench = await testEngine({ clock })
  const { jobId } = await bench.submit([broken])
  await runTask(bench.deps, { task: { jobId, model: 'broken', attempt: 1 }, taker: 'v' }, new AbortController().signal)
  clock.advance(120_000)
  const line = await printedBy(() =>
    reportMetrics(
      { storage: bench.storage, registry, env: { STACK_NAME: 'mine' } },
      { unsettled: 0, now: clock.now() },
    ),
  )
  const values = Object.keys(awsMetrics.units).map((name) => line[name as keyof typeof awsMetrics.units])
  expect(values).toEqual(values.map(() => 0))
})
