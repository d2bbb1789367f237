import { describe, expect, test } from 'vitest'
import { noon } from '../contract-suite/samples.ts'
import { newSecret } from '../secrets.ts'
import { StorageUnavailable } from '../storage.ts'
import { serverSecret } from './server-secret.ts'
import { countRequests, refuseRequests } from './test-faults.ts'
import { openItems } from './test-items.ts'
import { visitorSecrets } from './visitor-secrets.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs
const first = newSecret()

describe('the secret of the server', () => {
  test('is made once, however many ask at once', async () => {
    const { items, table } = await openItems()
    const secrets = await Promise.all(Array.from({ length: 10 }, () => serverSecret(items)))
    expect(new Set(secrets).size).toBe(1)
    expect(Buffer.from(secrets[0] ?? '', 'base64url')).toHaveLength(32)
    const requests = countRequests(table)
    expect(await serverSecret(items)).toBe(secrets[0])
    expect(requests()).toBe(1)
    expect(await serverSecret((await openItems()).items)).not.toBe(secrets[0])
  })

  test.each(['', 'too short', 7])('that is none is told, not replaced: %j', async (content) => {
    const { items } = await openItems()
    await items.update({ pk: 'SECRETS', sk: 'SERVER' }, { set: ['server = :x'], values: { ':x': content } })
    await expect(serverSecret(items)).rejects.toThrow(StorageUnavailable)
    await expect(serverSecret(items)).rejects.toThrow('does not hold a secret')
  })
})

describe('the secrets of visitors’ cookies', () => {
  async function opened() {
    let at = noon
    const { items, table } = await openItems()
    const errors: string[] = []
    const log = { error: (_: object, message: string) => void errors.push(message) }
    const open = async (begin = first) => visitorSecrets(items, { first: begin, now: () => at, log })
    return { items, table, open, errors, after: (ms: number) => (at = noon + ms) }
  }

  test('all processes begin with the same one', async () => {
    const { open } = await opened()
    const many = await Promise.all(Array.from({ length: 10 }, () => open(newSecret())))
    expect(new Set(many.map((secrets) => secrets.current().join(' '))).size).toBe(1)
  })

  test('a new one verifies in every process before it signs in any', async () => {
    const { open, after } = await opened()
    const [one, other] = [await open(), await open()]
    after(88 * dayMs)
    await one.refresh()
    expect(one.current()).toEqual([first])

    after(89 * dayMs)
    await one.refresh()
    await other.refresh()
    expect(one.current()).toHaveLength(2)
    expect(one.current()[0]).toBe(first)
    expect(other.current()).toEqual(one.current())
    expect((await open()).current()).toEqual(one.current())

    after(90 * dayMs)
    const [signing, ...older] = one.current()
    expect(signing).not.toBe(first)
    expect(older).toEqual([first])
  })

  test('two that renew at the same moment renew once', async () => {
    const { open, after } = await opened()
    const many = await Promise.all(Array.from({ length: 10 }, () => open()))
    after(89 * dayMs)
    await Promise.all(many.map((secrets) => secrets.refresh()))
    expect(new Set(many.map((secrets) => secrets.current().join(' '))).size).toBe(1)
    expect(many[0]?.current()).toHaveLength(2)
  })

  test('one goes when no cookie of it can be left: 400 days after it has last signed', async () => {
    const { open, after } = await opened()
    const secrets = await open()
    for (const day of [89, 179, 269, 359, 449]) {
      after(day * dayMs)
      await secrets.refresh()
      expect(secrets.current()).toContain(first)
    }
    after(539 * dayMs)
    await secrets.refresh()
    expect(secrets.current()).not.toContain(first)
    expect(secrets.current()).toHaveLength(6)
  })

  test('sign on a server whose clock is late, too', async () => {
    const { open, after } = await opened()
    await open()
    after(-hourMs)
    expect((await open()).current()).toEqual([first])
  })

  test('are those that were to be kept when an item goes while it is renewed', async () => {
    const { items, after } = await opened()
    const at = after(0)
    const gone = { ...items, get: async () => undefined, update: async () => undefined }
    const secrets = await visitorSecrets(gone, { first, now: () => at, log: { error: () => {} } })
    expect(secrets.current()).toEqual([first])
  })

  test('are looked at once in an hour', async () => {
    const { open, after, table } = await opened()
    const secrets = await open()
    const requests = countRequests(table)
    for (const ms of [0, hourMs - 1, hourMs, hourMs + 1, 2 * hourMs - 1]) {
      after(ms)
      await secrets.refresh()
    }
    expect(requests()).toBe(1)
  })

  test('a table that is away is no reason to forget anybody, and is not asked at each request', async () => {
    const { open, after, table, errors } = await opened()
    const secrets = await open()
    refuseRequests(table, { first: 1, name: 'AccessDeniedException' })
    after(100 * dayMs)
    for (let n = 0; n < 3; n += 1) await secrets.refresh()
    expect(secrets.current()).toEqual([first])
    expect(errors).toHaveLength(1)
    after(100 * dayMs + 60_000)
    await secrets.refresh()
    expect(secrets.current()).toHaveLength(2)
  })

  test.each([[[]], [[{ since: noon, secret: 'x' }]], ['x']])(
    'what is none is told, not replaced: %j',
    async (dated) => {
      const { items, open } = await opened()
      await items.update({ pk: 'SECRETS', sk: 'VISITORS' }, { set: ['dated = :x'], values: { ':x': dated } })
      await expect(open()).rejects.toThrow(StorageUnavailable)
    },
  )
})
