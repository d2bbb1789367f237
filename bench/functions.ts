import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { startFakeImageServer } from '../backend/providers/fake-image-server.ts'
import buildAll from '../e2e/aws/build-all.ts'
import { builtFolder, type Deployment, startDeployment } from '../e2e/aws/deployment.ts'
import { queueDepth } from '../e2e/aws/queue-depth.ts'
import { type FunctionSettings, startRuntimeProcess } from '../e2e/aws/runtime-process.ts'
import type { Benchmark, Figure } from './benchmark.ts'
import { followJob, startJob } from './client.ts'
import { median, quantile } from './quantile.ts'
import { failedMs, runOpenLoop } from './run-open-loop.ts'

const names = ['api', 'files', 'worker', 'sweeper'] as const
const bars: Partial<Record<(typeof names)[number], number>> = { api: 200, worker: 300 }
const nine = (name: string) => Array.from({ length: 9 }, (_, index) => `${name}-${index + 1}`)
const [free, paid] = [nine('free'), nine('paid')]
/** Far longer than any of this takes: what is counted shall be of the job alone. */
const noSweeperMs = 3_600_000

export const functions: Benchmark = {
  name: 'functions',
  how:
    'the bundles for AWS under Lambda’s own runtime client, emulators of AWS beside them on this machine: a fresh process from its spawn ' +
    'to its first question for an event (this is no cold start of Lambda, which nobody can measure here); `POST /api/generate` through the ' +
    'front; and the requests to DynamoDB, S3 and SQS that one more run of nine models costs, free and paid, without anybody who looks on',
  minutes: 8,
  async run({ quick }) {
    await buildAll()
    const fake = await startFakeImageServer({ keyless: true })
    const slots = [...free, ...paid].map((name, index) => ({
      [`MODEL_${index + 1}_NAME`]: name,
      [`MODEL_${index + 1}_BASE_URL`]: fake.url,
      ...(paid.includes(name) && { [`MODEL_${index + 1}_PRICE_USD`]: '0.04' }),
    }))
    const settings = { MODEL_COUNT: String(slots.length), DAILY_BUDGET_USD: '1000', MONTHLY_BUDGET_USD: '10000' }
    const env: Record<string, string> = Object.assign(settings, ...slots)
    const deployment = await startDeployment(env, { sweepEveryMs: noSweeperMs })
    try {
      return [
        ...names.flatMap(sizesOf),
        ...(await starts(deployment, quick ? 1 : 11)),
        ...(await accepted(deployment, quick ? 3 : 30)),
        ...(await requestsOfJobs(deployment)),
      ]
    } finally {
      await deployment.dispose()
      await fake.close()
    }
  },
}

function sizesOf(name: (typeof names)[number]): Figure[] {
  const folder = join(builtFolder, name)
  const files = readdirSync(folder).filter((file) => file.endsWith('.mjs'))
  const loaded = loadedAtStart(folder)
  const bytesOf = (of: readonly string[]) => Buffer.concat(of.map((file) => readFileSync(join(folder, file))))
  const kb = (bytes: Buffer) => Math.round(bytes.byteLength / 1000)
  const note = `${kb(gzipSync(bytesOf(loaded)))} kB compressed; with ${files.length - loaded.length} parts that are loaded when they are called ${kb(bytesOf(files))} kB`
  return [{ what: `${name}: bundle that a start loads`, value: kb(bytesOf(loaded)), unit: 'kB', note }]
}

/** The entry and what it imports, and so on; not what is imported by a call. */
function loadedAtStart(folder: string, file = 'index.mjs', seen = new Set<string>()): string[] {
  if (seen.has(file)) return []
  seen.add(file)
  const text = readFileSync(join(folder, file), 'utf8')
  const imported = [...text.matchAll(/(?:from|import)"\.\/([^"]+\.mjs)"/gu)].map(([, name = '']) => name)
  return [file, ...imported.flatMap((name) => loadedAtStart(folder, name, seen))]
}

async function starts({ functions: deployed }: Deployment, rounds: number): Promise<Figure[]> {
  const figures: Figure[] = []
  // The first fill the caches of the disk, and the emulators are slow until they have answered for a while.
  for (const name of [...names, ...names, ...names]) await startMs(deployed[name].settings())
  for (const name of names) {
    const counted: number[] = []
    for (let round = 0; round < rounds; round += 1) counted.push(await startMs(deployed[name].settings()))
    figures.push({
      what: `${name}: fresh-process start`,
      value: Math.round(median(counted)),
      unit: 'ms',
      note: `median of ${counted.length}, ${Math.round(Math.min(...counted))} to ${Math.round(Math.max(...counted))}`,
      ...(bars[name] !== undefined && { bar: { atMost: bars[name] } }),
    })
  }
  return figures
}

async function startMs(settings: FunctionSettings): Promise<number> {
  const started = await startRuntimeProcess(settings)
  const ended = once(started.child, 'exit')
  started.stop()
  // Else the next would share the cores with the end of this one.
  await ended
  return started.initMs
}

async function accepted(deployment: Deployment, seconds: number): Promise<Figure[]> {
  const perSecond = 4
  const body = { prompt: 'a measured boat', models: ['free-1'] }
  // Whoever comes first waits for a process to start, as on AWS; that is told above.
  await followJob(deployment, await startJob(deployment, { prompt: 'first', models: ['free-1'] }))
  const ms = await runOpenLoop({ url: `${deployment.url}/api/generate`, perSecond, seconds, body })
  const failed = ms.filter((each) => each === failedMs).length
  const note = `${ms.length} sent, ${perSecond} a second, ${failed} failed; each painted by a worker on the same machine meanwhile`
  return [
    { what: 'accepted through the functions, p50', value: quantile(ms, 0.5), unit: 'ms' },
    { what: 'accepted through the functions, p95', value: quantile(ms, 0.95), unit: 'ms', note },
  ]
}

async function requestsOfJobs(deployment: Deployment): Promise<Figure[]> {
  const { faults } = deployment
  const run = async (models: readonly string[]) => {
    await startJob(deployment, { prompt: 'nine boats', models: [...models] })
    while ((await queueDepth(deployment, 'Tasks')) > 0) await sleep(20)
  }
  // By then every process that there can be has started, and asks for nothing of its own.
  await run(free)
  await run(paid)
  const figures: Figure[] = []
  for (const [kind, models, bars] of [
    ['free', free, { dynamo: 66, s3: 19, sqs: 1 }],
    ['paid', paid, { dynamo: 104, s3: 19, sqs: 1 }],
  ] as const) {
    for (const { counts } of Object.values(faults)) counts.clear()
    await run(models)
    for (const [service, name] of [
      ['DynamoDB', 'dynamo'],
      ['S3', 's3'],
      ['SQS', 'sqs'],
    ] as const) {
      const counts = [...faults[name].counts].toSorted(([one], [other]) => (one < other ? -1 : 1))
      figures.push({
        what: `requests to ${service} for a run of nine models that are ${kind}`,
        value: counts.reduce((sum, [, count]) => sum + count, 0),
        unit: '',
        bar: { atMost: bars[name] },
        note: counts.map(([request, count]) => `${count} ${request}`).join(', '),
      })
    }
  }
  return figures
}
