import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cancelJob } from '../jobs/cancel-job.ts'
import { ended, model, soon, testEngine, view } from '../jobs/test-engine.ts'
import { connectHere } from './adapter.ts'
import { dialects } from './fakes/dialects.ts'
import { type FakeProvider, type Fault, startFakeProvider } from './fakes/kit.ts'
import type { Generate, ImageRequest } from './provider.ts'

const pause = (_: number, signal: AbortSignal) => sleep(1, undefined, { signal })
const connect = connectHere({ fetch: globalThis.fetch, now: Date.now, pause })
const request = (given: Partial<ImageRequest> = {}): ImageRequest => ({
  prompt: 'a red boat',
  count: 1,
  signal: AbortSignal.timeout(10_000),
  ...given,
})
const failure = (painting: Promise<unknown>): Promise<unknown> =>
  painting.then(
    () => expect.unreachable('the call succeeded'),
    (error: unknown) => error,
  )

const ids = { bfl: 'flux-2-pro', fal: 'fal-ai/qwen-image', replicate: 'black-forest-labs/flux-dev', luma: 'photon-1' }
const told = { fal: 'PUT', replicate: 'POST' } as const

describe.each(['bfl', 'fal', 'replicate', 'luma'] as const)('%s', (provider) => {
  let server: FakeProvider
  let generate: Generate
  beforeAll(async () => {
    server = await startFakeProvider(dialects[provider])
    generate = connect({ provider, id: ids[provider], key: 'k', baseUrl: server.url, who: 'Acme' })
  })
  afterAll(() => server.close())
  const since = (fault: Fault) => {
    server.behave(fault)
    const before = server.requests.length
    return () => server.requests.slice(before)
  }

  test('gives its ticket away before it is asked again, and the picture can be collected with it alone', async () => {
    const requests = since({ kind: 'none' })
    const tickets: string[] = []
    const asked: number[] = []
    const onTicket = async (ticket: string) => {
      tickets.push(ticket)
      asked.push(requests().length)
    }
    await generate(request({ onTicket }))
    expect(asked).toEqual([1])
    const later = since({ kind: 'none' })
    const [ticket] = tickets
    const { images } = await generate(request({ ticket: ticket! }))
    expect(images).toHaveLength(1)
    expect(later().filter((each) => dialects[provider].begins(each))).toEqual([])
  })

  test('is asked again after a bad moment, and given up after too many', async () => {
    since({ kind: 'shaky', times: 4 })
    expect((await generate(request())).images).toHaveLength(1)
    since({ kind: 'shaky', times: 100 })
    expect(await failure(generate(request()))).toMatchObject({ code: 'unavailable', didNoWork: false })
  })

  test('may have charged for a picture that it does not know any more', async () => {
    since({ kind: 'forgotten' })
    expect(await failure(generate(request()))).toMatchObject({ code: 'unavailable', didNoWork: false })
  })

  test('is asked no more once the run is stopped', async () => {
    const requests = since({ kind: 'endless' })
    const stop = new AbortController()
    const ending = failure(generate(request({ signal: stop.signal })))
    await expect.poll(() => requests().length, soon).toBeGreaterThan(3)
    const reason = new Error('stopped')
    stop.abort(reason)
    expect(await ending).toBe(reason)
    const cancels = () => requests().filter(({ path }) => path.endsWith('/cancel'))
    if (provider === 'bfl' || provider === 'luma') return
    await expect.poll(() => cancels().map(({ method }) => method), soon).toEqual([told[provider]])
  })
})

describe('a server that speaks sdapi', () => {
  const begin = async (fault: Fault) => {
    const server = await startFakeProvider(dialects.sdapi)
    server.behave(fault)
    const generate = connect({ provider: 'sdapi', id: 'loaded', baseUrl: server.url, who: 'Shed' })
    const engine = await testEngine()
    engine.run()
    const job = await engine.submit([model('shed', generate)])
    return { server, engine, job }
  }

  test('shows how far it is', async () => {
    const { server, engine, job } = await begin({ kind: 'hang' })
    const half = await engine.until(job.jobId, ({ tasks }) =>
      tasks.some(({ progress }) => progress.status === 'in_progress' && progress.painted !== undefined),
    )
    expect(view(half).results).toMatchObject([{ status: 'in_progress', painted: 0.25 }])
    await cancelJob(engine.deps, half)
    await engine.until(job.jobId, ended)
    await server.close()
  })

  test('is interrupted when its run is stopped', async () => {
    const { server, engine, job } = await begin({ kind: 'hang' })
    await expect.poll(() => server.begun().length, soon).toBe(1)
    await cancelJob(engine.deps, job)
    await engine.until(job.jobId, ended)
    await expect.poll(() => server.requests.map(({ path }) => path), soon).toContain('/sdapi/v1/interrupt')
    await server.close()
  })
})
