import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import { afterAll, describe, expect, test } from 'vitest'
import { imageThreads } from '../entry/image-threads.ts'
import { providerThread } from '../entry/provider-thread.ts'
import { connectHere } from './adapter.ts'
import { isProviderId, type ProviderId } from './provider-list.ts'
import type { Generate } from './provider.ts'
import { sketchModels } from './sketch.ts'

// Every provider must end soon after its signal aborts, or a task would outlive its deadline. New adapters are missed
// by the compiler, in this table.
const adapters: Record<ProviderId, string> = {
  openai: 'gpt-image-2',
  'openai-compatible': 'some-diffusion',
  google: 'gemini-nano-banana-2.1',
  vertex: 'gemini-nano-banana-2.1',
  stability: 'sd3.5-large',
  bfl: 'flux-2-pro',
  recraft: 'recraftv4_1',
  bedrock: 'stability.sd3-5-large-v1:0',
  xai: 'grok-imagine-image',
  luma: 'photon-1',
  fal: 'fal-ai/qwen-image',
  replicate: 'black-forest-labs/flux-schnell',
  together: 'Qwen/Qwen-Image',
  fireworks: 'accounts/fireworks/models/flux-1-dev-fp8',
  deepinfra: 'black-forest-labs/FLUX-1-schnell',
  sdapi: 'loaded',
}

/** What the server does with a request and never brings to an end. Times in milliseconds. */
const behaviours: Record<string, (reply: ServerResponse) => void> = {
  'never answers': () => {},
  'sends the head of an answer and no body': (reply) =>
    reply.writeHead(200, { 'content-type': 'application/json' }).flushHeaders(),
  'drips one byte after another': (reply) => {
    reply.writeHead(200, { 'content-type': 'application/json' }).write('{"data":[{"b64_json":"')
    const dripping = setInterval(() => reply.write('A'), 2)
    reply.on('close', () => clearInterval(dripping))
  },
}

/** Each request, with when its connection was closed; the path's first part names the behaviour. */
const server = createServer((request, reply) => {
  const [, name = ''] = (request.url ?? '').split('/')
  behaviours[decodeURIComponent(name)]?.(reply)
  server.emit(`asked ${name}`, once(reply, 'close'))
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
const bound = server.address()
const origin = `http://127.0.0.1:${typeof bound === 'string' ? bound : bound?.port}`

const thread = providerThread()
const images = imageThreads()
afterAll(async () => {
  await Promise.all([thread.close(), images.close()])
  server.closeAllConnections()
  server.close()
})

const places = {
  'in this thread': connectHere({ fetch: globalThis.fetch, now: Date.now }),
  'in its own': thread.connect,
}
const table = Object.entries(places).flatMap(([place, connect]) =>
  Object.entries(adapters).flatMap(([provider, id]) =>
    Object.keys(behaviours).flatMap((behaviour) =>
      isProviderId(provider) ? { place, connect, provider, id, behaviour } : [],
    ),
  ),
)

const request = { prompt: 'a boat', count: 1 }
const timeUp = () => new DOMException('The deadline has passed', 'TimeoutError')

/** How it ends and how soon after its deadline has passed, in milliseconds. */
async function endOf(generate: Generate, asked: Promise<unknown>): Promise<{ error: unknown; lateMs: number }> {
  const deadline = new AbortController()
  const ending = generate({ ...request, signal: deadline.signal }).catch((error: unknown) => error)
  await asked
  const passedAt = performance.now()
  deadline.abort(timeUp())
  return { error: await ending, lateMs: performance.now() - passedAt }
}

describe('a deadline', () => {
  test.each(table)('ends $provider, called $place, when the server $behaviour', async (row) => {
    const { connect, provider, id, behaviour } = row
    const name = encodeURIComponent(behaviour)
    const settings = { provider, id, key: 'k', baseUrl: `${origin}/${name}/v1` }
    const asked = once(server, `asked ${name}`)
    const { error, lateMs } = await endOf(connect({ ...settings, who: 'Shed' }), asked)
    expect(error).toMatchObject({ name: 'ProviderError', code: 'timeout', didNoWork: false })
    expect(lateMs).toBeLessThan(1000)
    // The provider learns of it too.
    await (
      await asked
    )[0]
  })

  test.each(sketchModels(images))('ends the sketch painter $name while it waits', async ({ generate }) => {
    const { error, lateMs } = await endOf(generate, Promise.resolve())
    expect(error).toMatchObject({ name: 'ProviderError', code: 'timeout' })
    expect(lateMs).toBeLessThan(1000)
  })

  test.each(sketchModels({ ...images, delay: async () => {} }))(
    'ends the sketch painter $name while it draws',
    async ({ generate }) => {
      const { error, lateMs } = await endOf(generate, new Promise(setImmediate))
      expect(error).toMatchObject({ name: 'ProviderError', code: 'timeout' })
      expect(lateMs).toBeLessThan(1000)
    },
  )
})
