import { expect, onTestFinished, test } from 'vitest'
import { Job } from '../../contract/job.ts'
import { parseAddressRange } from '../ip-address.ts'
import { hasStatus, model, png } from '../jobs/test-engine.ts'
import type { ApiContext } from './app-deps.ts'
import { newVisitor, testApp } from './test-app.ts'

const many = { mode: 'many', secrets: () => ['s'], https: false } as const
const exempt = [parseAddressRange('198.41.0.0/24')!]

/** A server with `places` for calls that do not end before `paint`, and room for as many more to wait behind them. */
async function busyServer(places: number) {
  const painted: string[] = []
  const told = Promise.withResolvers<void>()
  const slow = model('slow', async ({ prompt }) => {
    await told.promise
    painted.push(prompt)
    return { images: [{ bytes: png }] }
  })
  const clients = { peer: (c: ApiContext) => c.req.header('Test-Peer'), proxies: 0 }
  const given = await testApp({ models: [slow], visitors: many, clients, limits: { exempt } }, { laneLimit: places })
  onTestFinished(() => told.resolve())
  /** One run of a visitor, of a new one unless told. */
  const run = async (peer: string, prompt: string, visitor?: { Authorization: string }) => {
    const headers = { ...(visitor ?? (await newVisitor(given.app))), 'Test-Peer': peer }
    return Job.parse(await (await given.post('/api/generate', { prompt }, headers)).json())
  }
  return { ...given, run, painted, paint: told.resolve }
}

const aheadOf = ({ results: [result] }: Job) => (result?.status === 'pending' ? result.ahead : undefined)

test('whoever throws cookies away holds up those of other addresses by a few turns, however many they are', async () => {
  const { run, painted, paint, engine } = await busyServer(6)
  for (let n = 0; n < 60; n += 1) await run('8.8.4.4', `greedy ${n}`)
  const modest = await run('9.9.9.9', 'modest')
  expect(aheadOf(modest)).toBeLessThanOrEqual(4)
  paint()
  await engine.until(modest.jobId, hasStatus('completed'))
  expect(painted.indexOf('modest')).toBeLessThan(20)
})

test('one visitor of an address does not hold up all others of it', async () => {
  const { run, app, engine, paint, painted } = await busyServer(6)
  const greedy = await newVisitor(app)
  for (let n = 0; n < 20; n += 1) await run('9.9.9.9', `greedy ${n}`, greedy)
  const others = []
  for (let n = 0; n < 12; n += 1) others.push(await run('9.9.9.9', `other ${n}`))
  // Of so many at least one has another turn than the first.
  paint()
  for (const { jobId } of others) await engine.until(jobId, hasStatus('completed'))
  expect(painted.findIndex((prompt) => prompt.startsWith('other'))).toBeLessThan(14)
})

test.each(['198.41.0.7', '192.168.1.4', '127.0.0.1', 'unknown'])(
  'the visitors of an address that says nothing, or is not counted, take turns one by one: %s',
  async (peer) => {
    const { run, app } = await busyServer(1)
    const greedy = await newVisitor(app)
    for (let n = 0; n < 20; n += 1) await run(peer, `greedy ${n}`, greedy)
    for (let n = 0; n < 5; n += 1) expect(aheadOf(await run(peer, `other ${n}`))).toBeLessThanOrEqual(2 + n)
  },
)
