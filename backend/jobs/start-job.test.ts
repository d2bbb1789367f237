import { describe, expect, test } from 'vitest'
import { deleteJob } from './delete-job.ts'
import { retryTask } from './retry-task.ts'
import { startJob } from './start-job.ts'
import { model, testEngine } from './test-engine.ts'

const request = { visitor: 'v', prompt: 'a boat', parameters: { steps: 20 }, wanted: ['a', 'b'] }
const both = async () => ({ models: [model('a'), model('b')], reservation: null })

describe('an Idempotency-Key', () => {
  test('gives the same job again for the same request', async () => {
    const { deps } = await testEngine()
    const keyed = { ...request, idempotencyKey: 'k'.repeat(16) }
    const first = await startJob(deps, keyed, both)
    const second = await startJob(deps, keyed, both)
    expect(first.replayed).toBe(false)
    expect(second).toEqual({ job: first.job, replayed: true })
  })

  test.each([
    ['prompt', { prompt: 'a ship' }],
    ['parameters', { parameters: { steps: 21 } }],
    ['models', { wanted: ['a'] }],
  ])('refuses another request (%s)', async (_, change) => {
    const { deps } = await testEngine()
    const keyed = { ...request, idempotencyKey: 'k'.repeat(16) }
    await startJob(deps, keyed, both)
    await expect(startJob(deps, { ...keyed, ...change }, both)).rejects.toMatchObject({ code: 'idempotency_conflict' })
  })

  test('gives the same job again when the models it named are gone', async () => {
    const { deps } = await testEngine()
    const keyed = { ...request, idempotencyKey: 'k'.repeat(16) }
    const { job } = await startJob(deps, keyed, both)
    const gone = () => {
      throw new Error('no such model')
    }
    expect(await startJob(deps, keyed, gone)).toEqual({ job, replayed: true })
  })

  test('belongs to its visitor', async () => {
    const { deps } = await testEngine()
    const keyed = { ...request, idempotencyKey: 'k'.repeat(16) }
    const mine = await startJob(deps, keyed, both)
    const theirs = await startJob(deps, { ...keyed, visitor: 'w' }, both)
    expect(theirs).toMatchObject({ replayed: false })
    expect(theirs.job.jobId).not.toBe(mine.job.jobId)
  })

  test('of a deleted job does not start it anew', async () => {
    const { deps } = await testEngine()
    const keyed = { ...request, idempotencyKey: 'k'.repeat(16) }
    const { job } = await startJob(deps, keyed, both)
    await deps.jobs.tombstone(job.jobId, { now: Date.now() })
    await expect(startJob(deps, keyed, both)).rejects.toMatchObject({ code: 'conflict' })
  })
})

test('two runs without a key are two jobs, each with a seed of its own', async () => {
  const { deps } = await testEngine()
  const [{ job: first }, { job: second }] = [await startJob(deps, request, both), await startJob(deps, request, both)]
  expect(first.jobId).not.toBe(second.jobId)
  expect(first.parameters.seed).not.toBe(second.parameters.seed)
})

test('a job that never ran can be deleted, and nothing of it is left', async () => {
  const { deps } = await testEngine()
  const { job } = await startJob(deps, request, both)
  await deleteJob(deps, job)
  expect(await deps.jobs.find(job.jobId)).toBeUndefined()
})

test('a retry of a model that has no part in the run, or is no longer offered, is refused', async () => {
  const { deps } = await testEngine()
  const { job } = await startJob(deps, request, both)
  await expect(retryTask(deps, job, model('c'), both)).rejects.toMatchObject({ code: 'conflict' })
  await expect(retryTask(deps, job, model('a', undefined, { enabled: false }), both)).rejects.toMatchObject({
    code: 'conflict',
  })
})
