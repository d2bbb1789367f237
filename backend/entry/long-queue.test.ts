import { expect, test } from 'vitest'
import { HealthReply } from '../../contract/health.ts'
import { type Job } from '../../contract/job.ts'
import { SpendReply } from '../../contract/operator.ts'
import { startedRun, untilEnded } from '../../e2e/api.ts'
import { fakePng } from '../providers/fake-png.ts'
import { counter, priceMicroUsd, pricedProduct, provider, timesAsked } from './test-priced.ts'

const runs = 200
const concurrency = 5
const names = Array.from({ length: 5 }, (_, index) => `Painter ${index + 1}`)
const models = names.map((name) => name.toLowerCase().replaceAll(' ', '-'))

test(
  'a server killed with 1,000 tasks queued answers at once when it is back, and all of them end, each asked once',
  { timeout: 300_000 },
  async () => {
    let gate = Promise.withResolvers<void>()
    const asked = counter()
    const images = [fakePng({ width: 16, height: 16 })]
    const painter = await provider(() => (asked.add(), { kind: 'succeed', images, once: gate.promise }))
    const urls = Object.fromEntries(names.map((name) => [name, painter.url]))
    const server = await pricedProduct(urls, { PROVIDER_CONCURRENCY: String(concurrency) })
    const accepted: Job[] = []
    for (let run = 0; run < runs; run += 1) {
      accepted.push(await startedRun(server.url, { prompt: `boat ${run}`, models }))
    }
    await asked.reaches(concurrency)
    await server.kill()
    gate = Promise.withResolvers()
    await server.start()

    // The provider says nothing yet, so that all of this is answered while the queue is as long as it was.
    const health = await fetch(`${server.url}/api/health`)
    expect(HealthReply.parse(await health.json()).ok).toBe(true)
    const late = await startedRun(server.url, { prompt: 'one more boat', models: models.slice(0, 1) })
    const [place] = late.results
    await asked.reaches(2 * concurrency)
    const before = runs * models.length - 3 * concurrency
    expect(place?.status === 'pending' && place.ahead).toBeGreaterThan(before)

    gate.resolve()
    // The last in the queue first: nobody looks at the others meanwhile.
    const ended = [await untilEnded(server.url, late.jobId)]
    for (const { jobId } of accepted) ended.push(await untilEnded(server.url, jobId))
    const results = ended.flatMap((job) => job.results)
    const completed = results.filter((result) => result.status === 'completed')
    const interrupted = results.filter((result) => result.status === 'error')
    expect(interrupted).toHaveLength(concurrency)
    expect(completed).toHaveLength(runs * models.length + 1 - concurrency)
    for (const result of interrupted) {
      expect(result).toMatchObject({ costMicroUsd: priceMicroUsd, costCertain: false, error: { code: 'interrupted' } })
      expect(result.error.message).toContain('may have been charged')
    }
    const wanted = [...accepted, late].flatMap(({ prompt, results: parts }) =>
      parts.map(({ name }) => [`${name}: ${prompt}`, 1] as const),
    )
    expect(Object.fromEntries(timesAsked(painter))).toEqual(Object.fromEntries(wanted))
    const { month } = SpendReply.parse(await (await fetch(`${server.url}/api/spend`)).json())
    expect(month.settledMicroUsd + month.openMicroUsd).toBe(results.length * priceMicroUsd)
  },
)
