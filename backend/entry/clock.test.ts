import { expect, onTestFinished, test, vi } from 'vitest'
import { Job } from '../../contract/job.ts'
import { SpendReply } from '../../contract/operator.ts'
import { Refusal } from '../../contract/refusal.ts'
import { endedRun, startedRun, untilEnded } from '../../e2e/api.ts'
import { movableClock } from '../../e2e/movable-clock.ts'
import { counter, priceMicroUsd, pricedProduct, provider, timesAsked } from './test-priced.ts'

// A process starts in about a second, and in many on a machine that is busy.
vi.setConfig({ testTimeout: 120_000 })

const hour = 3_600_000

/** How far the clock has to be set for it to be half past eleven at night, UTC, in the middle of a month. */
function untilLate(): number {
  const now = new Date()
  return Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 15, 23, 30) - now.getTime()
}

test('an hour ahead across midnight and back, in mid-run, loses no result, asks nobody twice and opens no budget again', async () => {
  const late = untilLate()
  const clock = movableClock()
  onTestFinished(clock.remove)
  clock.set(late)
  const [gate, laterGate] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const asked = counter()
  const painter = await provider(({ prompt }) => {
    asked.add()
    return { kind: 'succeed', once: prompt === 'before midnight' ? gate.promise : laterGate.promise }
  })
  const urls = { One: painter.url, Two: painter.url, Three: painter.url, Four: painter.url }
  const settings = { ...clock.env, PROVIDER_CONCURRENCY: '2', DAILY_BUDGET_USD: '0.20' }
  const server = await pricedProduct(urls, settings)

  // Two of four calls are sent, the others wait for their turn, and a request is held for news.
  const parameters = { imagesPerModel: 4 }
  const first = await startedRun(server.url, { prompt: 'before midnight', models: ['one'], parameters })
  await asked.reaches(2)
  const standing = await status(server.url, first.jobId)
  const held = status(server.url, first.jobId, standing.version)
  clock.set(late + hour)
  gate.resolve()
  expect((await held).version).toBeGreaterThan(standing.version)
  const pictures = { status: 'completed', images: [{}, {}, {}, {}] }
  expect(await untilEnded(server.url, first.jobId)).toMatchObject({ results: [pictures] })

  // Of the next day's run two models are asked, and two wait when the day before comes again.
  const models = ['one', 'two', 'three', 'four']
  const second = await startedRun(server.url, { prompt: 'after midnight', models })
  await asked.reaches(6)
  const waiting = await status(server.url, second.jobId)
  expect(waiting.results.map((result) => result.status === 'pending' && result.ahead)).toEqual([false, false, 0, 1])
  expect(await refusalOf(server.url, { prompt: 'too dear', models: ['one', 'two'] })).toMatch(tooLittle)
  clock.set(late)
  expect(await refusalOf(server.url, { prompt: 'too dear', models: ['one', 'two'] })).toMatch(tooLittle)
  laterGate.resolve()
  const after = await untilEnded(server.url, second.jobId)
  for (const job of [await status(server.url, first.jobId), after]) {
    expect(job).toMatchObject({ status: 'completed', settledMicroUsd: 4 * priceMicroUsd })
  }
  expect(Object.fromEntries(timesAsked(painter))).toEqual({
    'One: before midnight': 4,
    ...Object.fromEntries(Object.keys(urls).map((name) => [`${name}: after midnight`, 1])),
  })

  clock.set(late + hour)
  expect(await refusalOf(server.url, { prompt: 'too dear', models: ['one', 'two'] })).toMatch(tooLittle)
  const { days, month } = SpendReply.parse(await (await fetch(`${server.url}/api/spend`)).json())
  const each = { settledMicroUsd: 4 * priceMicroUsd, openMicroUsd: 0, uncertainMicroUsd: 0 }
  expect(days.slice(-2)).toEqual([expect.objectContaining(each), expect.objectContaining(each)])
  expect(month).toMatchObject({ settledMicroUsd: 8 * priceMicroUsd, openMicroUsd: 0 })
})

const tooLittle = /^This may cost \$0\.08, but only \$0\.04 is left of the budget of \$0\.20 a day\./u

test('a picture during which the clock was set back is shown, and what comes after it can be followed', async () => {
  const clock = movableClock()
  onTestFinished(clock.remove)
  clock.set(hour)
  const gate = Promise.withResolvers<void>()
  const asked = counter()
  const painter = await provider(() => (asked.add(), { kind: 'succeed', once: gate.promise }))
  const server = await pricedProduct({ One: painter.url }, clock.env)
  const { jobId } = await startedRun(server.url, { prompt: 'before', models: ['one'] })
  await asked.reaches(1)
  clock.set(0)
  gate.resolve()
  expect(await untilEnded(server.url, jobId)).toMatchObject({ status: 'completed' })
  for (const restarted of [false, true]) {
    if (restarted) await server.kill()
    if (restarted) await server.start()
    // Read by the contract, as the page does.
    const job = await endedRun(server.url, { prompt: `after, ${restarted}`, models: ['one'] })
    expect(job).toMatchObject({ status: 'completed' })
  }
})

async function status(url: string, jobId: string, after?: number): Promise<Job> {
  const query = after === undefined ? '' : `?after=${after}`
  return Job.parse(await (await fetch(`${url}/api/status/${jobId}${query}`)).json())
}

/** The sentence with which a run is refused. */
async function refusalOf(url: string, body: object): Promise<string> {
  const headers = { 'content-type': 'application/json' }
  const reply = await fetch(`${url}/api/generate`, { method: 'POST', headers, body: JSON.stringify(body) })
  expect(reply.status).toBe(429)
  return Refusal.parse(await reply.json()).error
}
