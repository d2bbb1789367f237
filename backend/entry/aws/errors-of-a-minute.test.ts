import { expect, onTestFinished, test, vi } from 'vitest'
import { claimedTask, failed, noon, pendingTask, sampleJob } from '../../storage/contract-suite/samples.ts'
import { s3Images } from '../../storage/aws/images.ts'
import { openAwsStorage } from '../../storage/aws/open-aws-storage.ts'
import { emulatedAws } from '../../storage/aws/test-stack.ts'
import { awsMetrics } from './metrics.ts'
import { reportMetrics } from './report-metrics.ts'

const stack = emulatedAws()
const minuteMs = 60_000

async function open() {
  const { resources: made, ...clients } = await stack()
  const resources = { table: made['Table'] ?? '', queueUrl: made['Tasks'] ?? '' }
  const images = s3Images(clients.s3, { bucket: made['Images'] ?? '', now: () => noon })
  const storage = openAwsStorage(clients, { resources, images, shards: 1 })
  const product = { storage, registry: { models: [], modelDailyMicroUsd: new Map() }, env: { STACK_NAME: 'here' } }
  const metricsAt = async (now: number): Promise<Record<string, unknown>> => {
    let printed = ''
    const writing = vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((printed += String(text)), true))
    onTestFinished(() => writing.mockRestore())
    await reportMetrics(product, { unsettled: 3, now })
    writing.mockRestore()
    return JSON.parse(printed) as Record<string, unknown>
  }
  return { storage, metricsAt }
}

test('an error is counted by one sweep, whenever in its minute the sweeps come', async () => {
  const { storage, metricsAt } = await open()
  for (const at of [noon, noon + 29_999, noon + 59_999, noon + 60_000]) {
    const task = await claimedTask(storage.jobs)
    await storage.jobs.finish(task, { lease: 'mine', now: at, outcome: failed(at) })
  }
  const counted = []
  for (let sweep = 0; sweep < 4; sweep += 1)
    counted.push((await metricsAt(noon + 30_000 + sweep * minuteMs))['TaskErrors'])
  expect(counted).toEqual([0, 3, 1, 0])
})

test('what is told has the form that CloudWatch reads metrics from', async () => {
  const { storage, metricsAt } = await open()
  await pendingTask(storage.jobs, sampleJob({ createdAt: noon }))
  const { _aws, ...values } = await metricsAt(noon + minuteMs)
  expect(_aws).toEqual({
    Timestamp: noon + minuteMs,
    CloudWatchMetrics: [
      {
        Namespace: 'PixelPrompt',
        Dimensions: [['Stack']],
        Metrics: Object.entries(awsMetrics.units).map(([Name, Unit]) => ({ Name, Unit })),
      },
    ],
  })
  expect(values).toEqual({
    Stack: 'here',
    SpentTodayMicroUsd: 0,
    TasksWaiting: 1,
    TasksRunning: 0,
    OldestWaitingSeconds: 60,
    TaskErrors: 0,
    UnsettledTasks: 3,
  })
})
