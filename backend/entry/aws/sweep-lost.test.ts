import { expect, test } from 'vitest'
import { fakeClock, model, testEngine } from '../../jobs/test-engine.ts'
import type { TaskKey } from '../../storage/storage.ts'
import { sweepOnce } from './sweep-once.ts'

const minuteMs = 60_000

/** A queue on which `depth` messages are said to wait, whatever is sent. */
function queueOf({ depth }: { depth: number }) {
  const sent: TaskKey[] = []
  return { sent, queue: { depth: async () => depth, sendAt: async (task: TaskKey) => void sent.push(task) } }
}

/** As many models as a run may have, in as many runs as there are. */
async function waitingTasks({ runs }: { runs: number }) {
  const clock = fakeClock()
  const bench = await testEngine({ clock })
  const models = Array.from({ length: 20 }, (_, n) => model(`m${n}`))
  for (let run = 0; run < runs; run += 1) await bench.submit(models, { visitor: `v${run}` })
  const sweep = (queue: ReturnType<typeof queueOf>['queue']) =>
    sweepOnce(bench.deps, queue, {
      // Each look takes a second.
      until: clock.now() + minuteMs,
    })
  const { due } = bench.deps.jobs
  bench.deps.jobs.due = async (query) => {
    clock.advance(1000)
    return due(query)
  }
  return { ...bench, clock, sweep }
}

const namesOf = (tasks: readonly TaskKey[]) => tasks.map(({ jobId, model: of }) => `${jobId} ${of}`)

test('tasks that are on no queue are sent once in a sweep, however many there are', async () => {
  const { sweep } = await waitingTasks({ runs: 6 })
  const { queue, sent } = queueOf({ depth: 0 })
  await sweep(queue)
  expect(sent).toHaveLength(120)
  expect(new Set(namesOf(sent)).size).toBe(120)
})

test('a task that lost its message is sent again although the queue is never empty', async () => {
  const { sweep, deps, clock } = await waitingTasks({ runs: 2 })
  const [lost] = await deps.jobs.due({ now: clock.now(), limit: 1, full: [] })
  const { queue, sent } = queueOf({ depth: 500 })
  await sweep(queue)
  expect(sent).toHaveLength(10)
  expect(sent).toContainEqual(lost?.kind === 'run' && lost.task)
})

test('what waits keeps nothing from being seen to that died', async () => {
  const { sweep, deps, clock, submit } = await waitingTasks({ runs: 6 })
  const { jobId } = await submit([model('dead')])
  const task = { jobId, model: 'dead', attempt: 1 }
  await deps.jobs.claim(task, { lease: 'dead', now: clock.now(), leaseUntil: clock.now() + 1 })
  await deps.jobs.markDispatched(task, { lease: 'dead', now: clock.now(), call: 0 })
  clock.advance(1000)
  await sweep(queueOf({ depth: 0 }).queue)
  const [ended] = (await deps.jobs.find(jobId))?.tasks ?? []
  expect(ended?.progress).toMatchObject({ status: 'error', error: { code: 'interrupted' } })
})
