import { describe, expect, test } from 'vitest'
import { ProviderError } from '../../providers/provider.ts'
import { fakeClock, model, refuses, testEngine } from '../../jobs/test-engine.ts'
import { runTask } from '../../jobs/run-task.ts'
import { StorageUnavailable, type TaskKey } from '../../storage/storage.ts'
import { queuedAgain } from './queued-again.ts'

const busy = new ProviderError('rate_limited', 'Busy', { didNoWork: true, retryAfterSeconds: 7 })
const never = new AbortController().signal

/** A run whose only model says that it is to be asked again in seven seconds, and a queue that does with messages what is given. */
async function aBusyModel(sendAt: (task: TaskKey, to: { at: number; now: number }) => Promise<void>) {
  const clock = fakeClock()
  const bench = await testEngine({ clock })
  const warnings: string[] = []
  const warn = (_: object, message: string) => void warnings.push(message)
  const { jobId } = await bench.submit([model('a', refuses(busy))])
  const jobs = queuedAgain(bench.deps.jobs, { queue: { sendAt }, log: { warn } as typeof bench.deps.log })
  const task = { jobId, model: 'a', attempt: 1 }
  return {
    ...bench,
    clock,
    jobs,
    task,
    warnings,
    run: () => runTask({ ...bench.deps, jobs }, { task, taker: 'v' }, never),
  }
}

describe('a task that is to run once more', () => {
  test('comes back when its wait is over', async () => {
    const sent: object[] = []
    const { run, task, clock } = await aBusyModel(async (of, { at, now }) => void sent.push({ of, waitMs: at - now }))
    await run()
    expect(sent).toEqual([{ of: task, waitMs: 7000 }])
    expect(clock.sleeping()).toBe(0)
  })

  test('waits for the sweeper when the queue takes nothing, and is released once', async () => {
    const failing = () => Promise.reject(new StorageUnavailable('The queue takes no more'))
    const { run, deps, task, clock, warnings, money } = await aBusyModel(failing)
    await run()
    expect(warnings).toHaveLength(1)
    const job = await deps.jobs.find(task.jobId)
    expect(job?.tasks[0]?.progress).toMatchObject({ status: 'pending', dueAt: clock.now() + 7000, waited: true })
    expect((await money()).open).toBe(40_000)
  })

  test('of a runner that died waits for the sweeper as well', async () => {
    const failing = () => Promise.reject(new StorageUnavailable('The queue takes no more'))
    const { deps, jobs, task, clock, warnings } = await aBusyModel(failing)
    const now = clock.now()
    await deps.jobs.claim(task, { lease: 'dead', now, leaseUntil: now + 1 })
    expect(await jobs.requeue(task, { lease: 'dead', now: now + 1 })).toBe(true)
    expect(warnings).toHaveLength(1)
  })

  test('says so when there is a fault of our own', async () => {
    const { jobs, deps, task, clock } = await aBusyModel(() => Promise.reject(new Error('A fault')))
    const now = clock.now()
    await deps.jobs.claim(task, { lease: 'dead', now, leaseUntil: now + 1 })
    await expect(jobs.requeue(task, { lease: 'dead', now: now + 1 })).rejects.toThrow('A fault')
  })
})
