import { S3Client } from '@aws-sdk/client-s3'
import { expect, test as base } from '@playwright/test'
import { freePort } from '../server.ts'
import { behavioursOf } from './distribution.ts'
import { startFront } from './front.ts'
import { lambdaFunction } from './lambda-function.ts'

/** The front before functions that keep to no limit; its own are told smaller where they would take long to reach. */
const test = base.extend<{ url: string }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures wanted from it
  url: async ({}, provide) => {
    const of = (handler: string) =>
      lambdaFunction(
        { taskRoot: `${import.meta.dirname}/answers-too-much`, handler, env: {}, timeoutMs: 60_000, memoryMb: 128 },
        2,
      )
    const [api, files, port] = [of('index.handler'), of('index.streaming'), await freePort()]
    const front = await startFront(port, {
      behaviours: behavioursOf({ originSecret: 'secret' }),
      origins: { s3: new S3Client({ region: 'us-east-1' }), buckets: { web: 'web', images: 'images' }, api, files },
      limits: { integrationMs: 1000, streamedBytes: 2_000_000 },
    })
    await provide(`http://localhost:${port}`)
    front.stop()
    api.stop()
    files.stop()
  },
})

test('an answer of 6 MB or more is an error of the HTTP API, and a late one too', async ({ url }) => {
  const asked = async (path: string) => {
    const reply = await fetch(url + path)
    return [reply.status, await reply.text()]
  }
  expect(await asked('/api/small')).toEqual([200, 'in time'])
  expect(await asked('/api/large')).toEqual([500, '{"message":"Internal Server Error"}'])
  expect(await asked('/api/late')).toEqual([503, '{"message":"Service Unavailable"}'])
})

test('a request that is too large does not reach the function', async ({ url }) => {
  const status = async (path: string, init: RequestInit) => (await fetch(url + path, init)).status
  expect(await status('/api/small', { headers: { 'x-large': 'x'.repeat(10_240) } })).toBe(431)
  expect(await status('/api/small', { method: 'POST', body: 'x'.repeat(10 * 1024 * 1024) })).toBe(200)
  expect(await status('/api/small', { method: 'POST', body: 'x'.repeat(10 * 1024 * 1024 + 1) })).toBe(413)
  expect(await status(`/api/small?${'x'.repeat(8192)}`, {})).toBe(414)
})

test('a stream that is too large is broken off, so that nobody takes it for the whole', async ({ url }) => {
  expect(await (await fetch(`${url}/s/small/card.jpg`)).text()).toHaveLength(1_000_000)
  await expect(fetch(`${url}/s/large/card.jpg`).then((reply) => reply.text())).rejects.toThrow()
})
