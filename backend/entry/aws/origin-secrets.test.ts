import type { IncomingMessage, ServerResponse } from 'node:http'
import { json } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'
import { clientsOf } from '../../storage/aws/test-server.ts'
import { originSecrets } from './origin-secrets.ts'

/** More than a busy machine needs for an answer. */
const bounds = { answerMs: 500 }
const arns = ['first', 'second']

/** A Secrets Manager with these values; undefined: it takes requests and answers none. */
async function open(values: { current: Record<string, string> | undefined }) {
  const clock = { now: 0 }
  let reads = 0
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    reads += 1
    const { SecretId } = (await json(request)) as { SecretId: string }
    if (values.current === undefined) return
    response.writeHead(200, { 'Content-Type': 'application/x-amz-json-1.1' })
    response.end(JSON.stringify({ SecretString: values.current[SecretId] }))
  }
  const { secrets } = await clientsOf((request, response) => void answer(request, response), bounds)
  return { clock, isFront: await originSecrets(secrets, { arns, now: () => clock.now }), reads: () => reads }
}

describe('the secrets with which CloudFront shows itself', () => {
  test('are taken, both of them, and nothing else', async () => {
    const { isFront } = await open({ current: { first: 'a', second: 'b' } })
    expect(await Promise.all(['a', 'b', 'c', 'ab', ''].map(isFront))).toEqual([true, true, false, false, false])
  })

  test('are read again for one that is unknown, at most every 30 seconds', async () => {
    const values = { current: { first: 'a', second: 'b' } }
    const { clock, isFront, reads } = await open(values)
    values.current = { first: 'a', second: 'new' }
    expect(await isFront('new')).toBe(false)
    clock.now = 30_000
    expect(await isFront('new')).toBe(true)
    for (let guess = 0; guess < 100; guess += 1) expect(await isFront(`guess ${guess}`)).toBe(false)
    expect(reads()).toBe(4)
  })

  test('that are known stay so while Secrets Manager does not answer, and nobody waits for it for long', async () => {
    const values: Parameters<typeof open>[0] = { current: { first: 'a', second: 'b' } }
    const { clock, isFront } = await open(values)
    values.current = undefined
    clock.now = 30_000
    const guess = isFront('guess')
    expect(await isFront('a')).toBe(true)
    expect(await guess).toBe(false)
  })

  test('have to be there at the start', async () => {
    await expect(open({ current: undefined })).rejects.toMatchObject({ name: 'TimeoutError' })
  })
})
