import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

// Functions that keep to no limit, for the front to hold them.

export const handler = async ({ rawPath }) => {
  if (rawPath === '/api/large') return { statusCode: 200, body: 'x'.repeat(6 * 1024 * 1024) }
  if (rawPath === '/api/late') await new Promise(() => setInterval(() => {}, 1000))
  return { statusCode: 200, body: 'in time' }
}

export const streaming = globalThis.awslambda.streamifyResponse(async ({ rawPath }, stream) => {
  const part = 'x'.repeat(100_000)
  const parts = Array.from({ length: rawPath === '/s/large/card.jpg' ? 30 : 10 }, () => part)
  const body = globalThis.awslambda.HttpResponseStream.from(stream, { statusCode: 200, headers: {} })
  await pipeline(Readable.from(parts), body)
})
