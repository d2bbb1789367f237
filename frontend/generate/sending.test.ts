import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import { fakeJob, pending } from '../fake-job.ts'
import { fakeServer } from '../fake-server.ts'
import { connection } from '../ui/connection.ts'
import { send, sending } from './sending.ts'

afterEach(() => vi.unstubAllGlobals())

test('a fault of the page is not taken for a server that did not answer', async () => {
  vi.doMock('./receive-job.ts', () => {
    throw new TypeError('There is no such file any more')
  })
  onTestFinished(() => vi.doUnmock('./receive-job.ts'))
  // The server is well: it is always back at once.
  onTestFinished(connection.subscribe(() => connection.get() === 'down' && queueMicrotask(connection.found)))
  fakeServer({ 'POST /api/generate': () => ({ body: fakeJob([pending('Ink')]) }) })
  await expect(send({ prompt: 'A fox', models: ['ink'] })).rejects.toThrow(/mocking a module/u)
  expect(sending.get()).toEqual({ state: 'ready' })
})
