import { describe, expect, test } from 'vitest'
import { cancelJob } from './cancel-job.ts'
import { model, testEngine } from './test-engine.ts'
import { waitForChange } from './wait-for-change.ts'

const never = new AbortController().signal
const everybody = () => true
const unknown = 'x'.repeat(22)

describe('a held request', () => {
  test('is answered at once when the job is newer than wanted, or no version is named', async () => {
    const { deps, submit } = await testEngine()
    const { jobId } = await submit([model('a')])
    for (const after of [0, undefined]) {
      const answer = await waitForChange(deps, {
        wanted: [{ jobId, after }],
        holdMs: 60_000,
        mayRead: everybody,
        signal: never,
      })
      expect(answer).toMatchObject({ moved: [{ jobId }], missing: [] })
    }
  })

  test('is answered when one of its jobs moves, with that one', async () => {
    const { deps, submit } = await testEngine()
    const [first, second] = [await submit([model('a')]), await submit([model('a')])]
    const wanted = [first, second].map(({ jobId, version }) => ({ jobId, after: version }))
    const waiting = waitForChange(deps, { wanted, holdMs: 60_000, mayRead: everybody, signal: never })
    await cancelJob(deps, second)
    expect(await waiting).toMatchObject({ moved: [{ jobId: second.jobId, version: 2 }], missing: [] })
  })

  test('ends with nothing when the time is over, or when the asker has gone', async () => {
    const { deps, submit } = await testEngine()
    const { jobId, version } = await submit([model('a')])
    const wanted = [{ jobId, after: version }]
    const nothing = { moved: [], missing: [] }
    expect(await waitForChange(deps, { wanted, holdMs: 1, mayRead: everybody, signal: never })).toEqual(nothing)
    expect(await waitForChange(deps, { wanted, holdMs: 0, mayRead: everybody, signal: never })).toEqual(nothing)
    const gone = new AbortController()
    const waiting = waitForChange(deps, { wanted, holdMs: 60_000, mayRead: everybody, signal: gone.signal })
    gone.abort()
    expect(await waiting).toEqual(nothing)
  })

  test('names what is not there, what may not be read, and what is deleted while it waits', async () => {
    const { deps, submit } = await testEngine()
    const mine = await submit([model('a')])
    const theirs = await submit([model('a')], { visitor: 'w' })
    const wanted = [mine, theirs].map(({ jobId, version }) => ({ jobId, after: version }))
    const mayRead = ({ visitor }: { visitor: string }) => visitor === 'v'
    const both = await waitForChange(deps, {
      wanted: [...wanted, { jobId: unknown, after: 0 }],
      holdMs: 60_000,
      mayRead,
      signal: never,
    })
    expect(both).toEqual({ moved: [], missing: [theirs.jobId, unknown] })
    const waiting = waitForChange(deps, { wanted: wanted.slice(0, 1), holdMs: 60_000, mayRead, signal: never })
    await deps.jobs.tombstone(mine.jobId, { now: Date.now() })
    expect(await waiting).toEqual({ moved: [], missing: [mine.jobId] })
  })
})
