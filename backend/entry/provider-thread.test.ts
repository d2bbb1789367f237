import { afterAll, describe, expect, onTestFinished, test } from 'vitest'
import { startFakeImageServer } from '../providers/fake-image-server.ts'
import { startFakePollingServer } from '../providers/fake-polling-provider.ts'
import { providerThread } from './provider-thread.ts'

const server = await startFakeImageServer({ keyless: true })
const thread = providerThread()
afterAll(async () => {
  await thread.close()
  await server.close()
})

const generate = (id: string) =>
  thread.connect({ provider: 'openai-compatible', id, key: undefined, baseUrl: server.url, who: 'Shed' })
const request = { prompt: 'a boat', count: 1 }
const soon = () => AbortSignal.timeout(10_000)

describe('a call in the thread of the providers', () => {
  test('brings the picture back, many at once', async () => {
    const calls = Array.from({ length: 12 }, (_, n) => generate(`painter-${n}`)({ ...request, signal: soon() }))
    for (const { images } of await Promise.all(calls)) {
      expect(Buffer.from(images[0]!.bytes).subarray(1, 4).toString()).toBe('PNG')
    }
  })

  test('gives the memory of a picture back when it is told that nobody reads it any more', async () => {
    const [image] = (await generate('shown')({ ...request, signal: soon() })).images
    image?.release?.()
    expect(image?.bytes).toHaveLength(0)
  })

  test('brings back as pictures of their own what a provider names twice', async () => {
    const picture = Buffer.alloc(40_000, 'a picture')
    const twice = { data: [{ b64_json: picture.toString('base64') }, { b64_json: 'picture:0' }] }
    server.behave('twin', { kind: 'fail', status: 200, body: JSON.stringify(twice) })
    const { images } = await generate('twin')({ ...request, count: 2, signal: soon() })
    expect(images).toHaveLength(2)
    images[0]?.release?.()
    expect(Buffer.compare(images[1]!.bytes, picture)).toBe(0)
  })

  test('brings a named failure back as it was named', async () => {
    server.behave('busy', { kind: 'rate_limit', retryAfter: '7' })
    const error: unknown = await generate('busy')({ ...request, signal: soon() }).catch((reason: unknown) => reason)
    expect(error).toMatchObject({ name: 'ProviderError', code: 'rate_limited', retryAfterSeconds: 7, didNoWork: true })
  })

  test('ends when its signal aborts, and the provider sees the connection close', async () => {
    server.behave('deaf', { kind: 'hang' })
    const stop = new AbortController()
    const call = generate('deaf')({ ...request, signal: stop.signal }).catch((reason: unknown) => reason)
    const asked = () => server.requests.find(({ model }) => model === 'deaf')
    await expect.poll(asked).toBeDefined()
    stop.abort(new Error('stopped'))
    expect(await call).toBeInstanceOf(Error)
    expect(await asked()?.ended).toBe('abandoned')
  })

  test('says that time was over when that was the reason', async () => {
    server.behave('slow', { kind: 'hang' })
    const call = generate('slow')({ ...request, signal: AbortSignal.timeout(50) })
    await expect(call).rejects.toMatchObject({ code: 'timeout' })
  })

  test('is not begun when its signal has aborted before', async () => {
    const call = generate('late')({ ...request, signal: AbortSignal.abort(new Error('too late')) })
    await expect(call).rejects.toThrow('too late')
    expect(server.requests.some(({ model }) => model === 'late')).toBe(false)
  })

  test('goes on in a new thread after the old one was ended', async () => {
    server.behave('hung', { kind: 'hang' })
    const call = generate('hung')({ ...request, signal: soon() }).catch((reason: unknown) => reason)
    await expect.poll(() => server.requests.some(({ model }) => model === 'hung')).toBe(true)
    await thread.close()
    expect(await call).toMatchObject({ code: 'internal', didNoWork: false })
    expect((await generate('again')({ ...request, signal: soon() })).images).toHaveLength(1)
  })
})

describe('a provider that is polled', () => {
  const start = async () => {
    const pictures = await startFakePollingServer()
    const polling = providerThread(new URL('fake-polling-worker.ts', import.meta.url))
    onTestFinished(async () => {
      await polling.close()
      await pictures.close()
    })
    const call = polling.connect({ provider: 'openai', id: 'p', key: undefined, baseUrl: pictures.url, who: 'Shed' })
    return { pictures, call }
  }

  test('is polled only when its ticket has been kept, and then brings its picture', async () => {
    const { pictures, call } = await start()
    pictures.become('done')
    const told = Promise.withResolvers<string>()
    const kept = Promise.withResolvers<void>()
    const onTicket = (ticket: string) => (told.resolve(ticket), kept.promise)
    const calling = call({ ...request, onTicket, signal: soon() })
    expect(await told.promise).toBe('0')
    // Whatever the thread would do without waiting, it has done once another of its calls is over.
    await call({ ...request, signal: soon() })
    expect(pictures.polled).toEqual(['1'])
    kept.resolve()
    expect((await calling).images).toHaveLength(1)
    expect(pictures.polled).toEqual(['1', '0'])
  })

  test('is asked for the picture of an earlier ticket without a new order', async () => {
    const { pictures, call } = await start()
    pictures.become('done')
    expect((await call({ ...request, ticket: '7', signal: soon() })).images).toHaveLength(1)
    expect(pictures).toMatchObject({ submitted: [], polled: ['7'] })
  })
})
