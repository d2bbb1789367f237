import { expect, onTestFinished, test } from 'vitest'
import { ActivityReply, SpendReply } from '../../contract/operator.ts'
import { Job } from '../../contract/job.ts'
import { endedRun, untilEnded } from '../../e2e/api.ts'
import { movableClock } from '../../e2e/movable-clock.ts'
import { freePort } from '../../e2e/server.ts'
import type { FakeBehaviour } from '../providers/fake-image-server.ts'
import { priceMicroUsd, pricedProduct, provider, timesAsked } from './test-priced.ts'

const minute = 60_000
const runsAtOnce = 3

test(
  'a provider that is down for an hour costs nothing but patience: said in words, asked sparingly, the others unhindered',
  { timeout: 120_000 },
  async () => {
    const clock = movableClock()
    onTestFinished(clock.remove)
    const port = await freePort()
    const steady = await provider(() => ({ kind: 'succeed' }))
    const urls = { Steady: steady.url, Fallen: `http://127.0.0.1:${port}/v1` }
    const server = await pricedProduct(urls, { ...clock.env, DAILY_BUDGET_USD: '10' })
    const asked: string[] = []
    const askBoth = async (minutes: number): Promise<Job[]> => {
      clock.set(minutes * minute)
      const prompts = Array.from({ length: runsAtOnce }, (_, index) => `boat ${index} after ${minutes} minutes`)
      asked.push(...prompts)
      return Promise.all(prompts.map((prompt) => endedRun(server.url, { prompt, models: ['steady', 'fallen'] })))
    }

    // Nothing listens at its address, then something in front of it says when to come back, and at last it paints.
    const unreachable = [...(await askBoth(0)), ...(await askBoth(20))]
    let behaviour: FakeBehaviour = { kind: 'rate_limit', status: 503, retryAfter: String(20 * 60) }
    const fallen = await provider(() => behaviour, port)
    const overloaded = await askBoth(40)
    const stillOverloaded = await retried(server.url, overloaded[0]!)
    const activity = ActivityReply.parse(await get(server.url, '/api/activity'))
    clock.set(60 * minute)
    const duringHour = fallen.requests.length
    behaviour = { kind: 'succeed' }
    const after = await Promise.all([...unreachable, ...overloaded].map((job) => retried(server.url, job)))

    for (const job of [...unreachable, ...overloaded, stillOverloaded]) {
      expect(job).toMatchObject({ status: 'partial', settledMicroUsd: priceMicroUsd })
      expect(resultOf(job, 'steady')).toMatchObject({ status: 'completed' })
      expect(resultOf(job, 'fallen')).toMatchObject({ status: 'error', costMicroUsd: 0, costCertain: true })
    }
    for (const job of unreachable) {
      const message = 'Fallen cannot be reached: nothing answers at its address. Try again later.'
      expect(resultOf(job, 'fallen')).toMatchObject({ error: { code: 'unavailable', message } })
    }
    for (const job of [...overloaded, stillOverloaded]) {
      const error = { code: 'rate_limited', message: expect.stringMatching(/^Fallen is overloaded\. Try again in/u) }
      expect(resultOf(job, 'fallen')).toMatchObject({ error: { ...error, retryAfterSeconds: 1200 } })
    }
    expect(activity.faults).toContainEqual({ model: 'fallen', name: 'Fallen', code: 'unavailable', count: 6 })

    // Nobody was asked but for a run, and again where the address was silent, once, after two seconds.
    const failedCalls = server.output().match(/"model":"fallen".*"msg":"call failed"/gu)
    expect(failedCalls).toHaveLength(2 * unreachable.length + overloaded.length + 1)
    expect(duringHour).toBe(overloaded.length + 1)
    expect(fallen.requests.length - duringHour).toBe(asked.length)
    expect(timesAsked(steady)).toEqual(new Map(asked.map((prompt) => [`Steady: ${prompt}`, 1])))

    for (const job of after) expect(job).toMatchObject({ status: 'completed', settledMicroUsd: 2 * priceMicroUsd })
    const { month } = SpendReply.parse(await get(server.url, '/api/spend'))
    const settledMicroUsd = 2 * asked.length * priceMicroUsd
    expect(month).toMatchObject({ settledMicroUsd, openMicroUsd: 0, uncertainMicroUsd: 0 })
  },
)

const resultOf = ({ results }: Job, model: string) => results.find((result) => result.model === model)

const get = async (url: string, path: string): Promise<unknown> => (await fetch(url + path)).json()

async function retried(url: string, { jobId }: Job): Promise<Job> {
  const headers = { 'content-type': 'application/json' }
  const body = JSON.stringify({ model: 'fallen' })
  const reply = await fetch(`${url}/api/jobs/${jobId}/retry`, { method: 'POST', headers, body })
  expect(reply.status).toBe(202)
  return untilEnded(url, jobId)
}
