import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { type FakeBehaviour, startFakeImageServer } from '../providers/fake-image-server.ts'
import { generate, launcher, slot, untilEnded } from './test-launch.ts'

// A process starts in about a second, and in several on a machine that is busy.
vi.setConfig({ testTimeout: 30_000 })

describe('Ctrl+C', () => {
  test('while a model paints keeps the picture, ends with code 0, and the next start carries on', async () => {
    const { launch, provider, env, jobId, first } = await painting({ kind: 'succeed', afterMs: 500 })
    first.child.kill('SIGINT')
    const { code, printed } = await first.ended()
    expect(code).toBe(0)
    expect(printed).toContain('Finishing 1 under way')
    expect(printed).toContain('Nothing is lost')
    expect(provider.requests).toHaveLength(1)

    const second = await (await launch(env)).ready()
    const job = await untilEnded(second.url, jobId)
    expect(job.results.map(({ status }) => status)).toEqual(['completed', 'completed'])
    expect(provider.requests).toHaveLength(2)
  })

  test('that comes twice, from the terminal and from npm, counts as one', async () => {
    const { launch, env, jobId, first } = await painting({ kind: 'succeed', afterMs: 500 })
    first.child.kill('SIGINT')
    await sleep(20)
    first.child.kill('SIGINT')
    const { code, printed } = await first.ended()
    expect(code).toBe(0)
    expect(printed).toContain('Nothing is lost')
    const { url } = await (await launch(env)).ready()
    expect((await untilEnded(url, jobId)).results[0]).toMatchObject({ status: 'completed', attempt: 1 })
  })

  test('a second time, a moment later, ends at once', async () => {
    const { first } = await painting({ kind: 'hang' })
    first.child.kill('SIGINT')
    await sleep(1100)
    first.child.kill('SIGINT')
    const { code, printed } = await first.ended()
    expect(code).toBe(1)
    expect(printed).not.toContain('Stopped')
  })

  test('with nothing under way ends at once, held requests included', async () => {
    const idle = await launcher().launch({ STATUS_HOLD_MS: '60000' })
    const { url } = await idle.ready()
    const { jobId, version } = await untilEnded(url, (await generate(url, ['pixel-art'])).jobId)
    const held = fetch(`${url}/api/status/${jobId}?after=${version}`).catch(() => undefined)
    idle.child.kill('SIGINT')
    expect((await idle.ended()).code).toBe(0)
    await held
  })

  test('while a model paints lets it finish, and then waits for no held request', async () => {
    const { url, jobId, first } = await painting({ kind: 'succeed', afterMs: 500 }, { STATUS_HOLD_MS: '60000' })
    const held = fetch(`${url}/api/status/${jobId}?after=1000`).catch(() => undefined)
    first.child.kill('SIGINT')
    expect((await first.ended()).code).toBe(0)
    await held
  })
})

test('SIGTERM stops as Ctrl+C does', async () => {
  const { first } = await painting({ kind: 'succeed', afterMs: 500 })
  first.child.kill('SIGTERM')
  const { code, printed } = await first.ended()
  expect(code).toBe(0)
  expect(printed).toContain('Nothing is lost')
})

test('SIGHUP does too, though the terminal that closed can no longer be written to', async () => {
  const { launch, env, jobId, first } = await painting({ kind: 'succeed', afterMs: 500 })
  first.child.stdout?.destroy()
  first.child.stderr?.destroy()
  first.child.kill('SIGHUP')
  expect((await first.ended()).code).toBe(0)
  const { url } = await (await launch(env)).ready()
  expect((await untilEnded(url, jobId)).results[0]).toMatchObject({ status: 'completed', attempt: 1 })
})

test('a stop that fails says so, ends with code 1 and promises nothing', async () => {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', failingStop], { stdio: 'pipe' })
  onTestFinished(() => void child.kill('SIGKILL'))
  const [printed, faults] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
  expect(child.exitCode).toBe(1)
  expect(faults).toContain('could not be stopped cleanly')
  expect(faults).toContain('disk I/O error')
  expect(printed).not.toContain('Nothing is lost')
})

const failingStop = `
  import { createServer } from 'node:http'
  import { stopCleanly } from ${JSON.stringify(new URL('stop-cleanly.ts', import.meta.url).href)}
  const product = { running: () => 0, close: () => Promise.reject(new Error('disk I/O error')) }
  const server = createServer().listen(0, '127.0.0.1', () => process.kill(process.pid, 'SIGINT'))
  stopCleanly(server, product)`

/** A server whose first of two models has been asked. One call at a time: the second has not begun. */
async function painting(behaviour: FakeBehaviour, settings: Record<string, string> = {}) {
  const asked = Promise.withResolvers<void>()
  const provider = await startFakeImageServer({
    keyless: true,
    behave() {
      asked.resolve()
      return behaviour
    },
  })
  onTestFinished(() => provider.close())
  const { launch } = launcher()
  const models = { ...slot(1, 'One', provider.url), ...slot(2, 'Two', provider.url) }
  const env = { MODEL_COUNT: '2', PROVIDER_CONCURRENCY: '1', ...models, ...settings }
  const first = await launch(env)
  const { url } = await first.ready()
  const { jobId } = await generate(url)
  await asked.promise
  return { launch, provider, env, url, jobId, first }
}
