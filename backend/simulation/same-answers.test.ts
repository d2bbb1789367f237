import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { tableItems } from '../storage/aws/items.ts'
import { dynamoJobs } from '../storage/aws/job-store.ts'
import { failed, noon, paidTerms, painted, sampleJob, sampleTerms, stopped } from '../storage/contract-suite/samples.ts'
import { sqliteJobs } from '../storage/local/job-store.ts'
import { openDatabase } from '../storage/local/open-database.ts'
import type { Due, FullLane, JobStore } from '../storage/storage.ts'
import { type Random, randomFrom } from './random.ts'
import { tableInMemory } from './test-table.ts'

const lives = 60
const calls = 50

const visitors = ['ann', 'bob', 'cid']
const lanes = ['fast', 'slow']
const models = ['red', 'green', 'blue']

/** A call of a store, the same for whichever store it is. */
type Call = { words: string; on: (jobs: JobStore) => Promise<unknown> }

test(
  `both storages give the same answers to ${lives * calls} calls, whatever they are`,
  { timeout: 120_000 },
  async () => {
    for (let seed = 1; seed <= lives; seed += 1) {
      const random = randomFrom(seed)
      const stores = [laptop(), dynamo()] as const
      const told: string[] = []
      const know = { jobs: [] as string[], now: noon }
      for (let n = 0; n < calls; n += 1) {
        know.now += random.pick([1, 7, 400, 1500])
        for (const { words, on } of [await anyCall(random, know, stores[0]), ...looks(random, know)]) {
          told.push(words)
          const [expected, answer] = [await on(stores[0]), await on(stores[1])]
          expect(answer, `seed ${seed}: ${told.slice(-12).join('\n')}`).toEqual(expected)
        }
      }
    }
  },
)

const laptop = () => sqliteJobs(openDatabase(':memory:'), new EventEmitter().setMaxListeners(0))
const dynamo = () => dynamoJobs(tableItems(tableInMemory({ changed: () => undefined, lags: false }).client(), 'Table'))

async function anyCall(random: Random, know: { jobs: string[]; now: number }, store: JobStore): Promise<Call> {
  const { now } = know
  if (know.jobs.length === 0 || random.chance(0.12)) {
    const job = anyJob(random, now)
    know.jobs.push(job.jobId)
    return { words: `create ${job.jobId}`, on: (jobs) => jobs.create(job) }
  }
  const jobId = random.pick(know.jobs.slice(-3))
  const found = (await store.find(jobId))?.tasks
  const { model, attempt, progress } = found ? random.pick(found) : { model: 'red', attempt: 1, progress: undefined }
  const task = { jobId, model, attempt: random.chance(0.95) ? attempt : attempt + 1 }
  const lease = { lease: random.chance(0.9) ? 'mine' : 'theirs', now }
  const outcome = random.pick([painted(now), failed(now), failed(now, 'interrupted'), stopped(now)])
  const call = random.below(2)
  const terms = random.chance(0.5) ? sampleTerms(task.model) : paidTerms(task.model, 'again')
  // Most calls are such as make sense.
  const likely = (...states: string[]) => (states.includes(progress?.status ?? 'deleted') ? 1 : 0.1)
  const [waits, runs] = [likely('pending'), likely('in_progress')]
  const [ends, goes] = [likely('completed', 'error', 'cancelled', 'deleted'), likely('deleted')]
  const verbs: [number, string, Call['on']][] = [
    [6 * waits, 'claim', (jobs) => jobs.claim(task, { ...lease, leaseUntil: now + 2000 })],
    [3 * runs, `mark ${call}`, (jobs) => jobs.markDispatched(task, { ...lease, call })],
    [2 * runs, `ticket ${call}`, (jobs) => jobs.keepTicket(task, { ...lease, call, ticket: `of ${call}` })],
    [runs, 'heartbeat', (jobs) => jobs.heartbeat(task, { ...lease, leaseUntil: now + 2000 })],
    [runs, 'painted', (jobs) => jobs.notePainted(task, { ...lease, painted: 0.5 })],
    [2 * runs, 'release', (jobs) => jobs.release(task, { ...lease, dueAt: now + 300, waited: true })],
    [4 * (runs + ends), `finish as ${outcome.status}`, (jobs) => jobs.finish(task, { ...lease, outcome })],
    [3 * runs, 'requeue', (jobs) => jobs.requeue(task, lease)],
    [4 * runs, `expire as ${outcome.status}`, (jobs) => jobs.expire(task, { ...lease, outcome, settleAt: now + 900 })],
    [waits + runs, 'cancel', (jobs) => jobs.requestCancel(task, { now })],
    [3 * ends, 'retry', (jobs) => jobs.openRetry(task, { now, terms })],
    [4 * ends, 'bill', (jobs) => jobs.bill(task)],
    [4 * ends, 'settle', (jobs) => jobs.markSettled(task)],
    [0.3, 'tombstone', (jobs) => jobs.tombstone(jobId, { now })],
    [goes, 'remove', (jobs) => jobs.remove(jobId, { now })],
    [goes, 'remove after a day', (jobs) => jobs.remove(jobId, { now: now + 86_400_000 })],
  ]
  const [name, on] = random.weighted(verbs.map(([weight, verb, work]) => [weight, [verb, work] as const]))
  return { words: `${now - noon}: ${name} ${jobId}/${task.model}#${task.attempt} under ${lease.lease}`, on }
}

function looks(random: Random, { jobs: known, now }: { jobs: readonly string[]; now: number }): Call[] {
  const full: FullLane[] = random.pick([
    [],
    [{ lane: 'fast', visitors: 'all' as const }],
    [{ lane: 'slow', visitors: [random.pick(visitors)] }],
  ])
  const jobId = random.pick(known)
  const later = now + random.pick([0, 0, 1000, 86_400_000])
  return [
    { words: `find ${jobId}`, on: (jobs) => jobs.find(jobId) },
    { words: 'due', on: async (jobs) => inOrder(await jobs.due({ now: later, limit: 200, full })) },
    { words: `ahead ${jobId}`, on: (jobs) => jobs.ahead(jobId, { now }) },
    { words: 'owes', on: (jobs) => jobs.owes({ jobId, model: 'red' }, 'first') },
    { words: 'durations', on: async (jobs) => (await jobs.recentDurations('red', 3)).length },
    { words: 'activity', on: async (jobs) => ({ ...(await jobs.activity({ now, since: now })), faults: [] }) },
  ]
}

/** What falls due at the same moment may be told in any order, but for what waits for its turn. */
const inOrder = (due: readonly Due[]) => [
  ...due.flatMap((one) => (one.kind === 'run' ? [] : [JSON.stringify(one)])).toSorted(),
  ...due.filter(({ kind }) => kind === 'run'),
]

let made = 0
function anyJob(random: Random, createdAt: number) {
  const asked = models.filter(() => random.chance(0.7))
  const job = sampleJob({
    jobId: `job${String((made += 1)).padStart(8, '0')}`,
    visitor: random.pick(visitors),
    models: asked.length > 0 ? asked : ['red'],
    createdAt,
    ...(random.chance(0.3) && { taker: random.pick(visitors) }),
    ...(random.chance(0.5) && { reservation: 'first' }),
  })
  const tasks = job.tasks.map((task) => ({ ...task, lane: random.pick(lanes) }))
  return { ...job, tasks }
}
