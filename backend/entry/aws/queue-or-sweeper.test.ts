import { expect, test } from 'vitest'
import { model, testEngine } from '../../jobs/test-engine.ts'
import { StorageUnavailable, type TaskKey } from '../../storage/storage.ts'
import { queueOrSweeper } from './queue-or-sweeper.ts'
import { sweepOnce } from './sweep-once.ts'

async function benchWith(failure: Error) {
  const bench = await testEngine()
  const errors: string[] = []
  const log = { error: (_: object, message: string) => void errors.push(message) } as typeof bench.deps.log
  const failing = { ...bench.storage.queue, send: () => Promise.reject(failure) }
  bench.deps.queue = queueOrSweeper(failing, log)
  return { ...bench, errors }
}

test('a run is started although the queue takes nothing, and the sweeper sends its tasks', async () => {
  const { submit, deps, errors } = await benchWith(new StorageUnavailable('The queue takes no more'))
  const { jobId } = await submit([model('a'), model('b')])
  expect(errors).toHaveLength(1)
  const sent: TaskKey[] = []
  const queue = { depth: async () => 0, sendAt: async (task: TaskKey) => void sent.push(task) }
  await sweepOnce(deps, queue, { until: Infinity })
  expect(sent).toEqual(['a', 'b'].map((of) => ({ jobId, model: of, attempt: 1 })))
})

test('a fault of our own is told', async () => {
  const { submit } = await benchWith(new Error('A fault'))
  await expect(submit([model('a')])).rejects.toThrow('A fault')
})
