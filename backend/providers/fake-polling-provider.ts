import { createServer } from 'node:http'
import { json } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import * as z from 'zod/mini'
import { fakePng } from './fake-png.ts'
import { interruption } from './interruption.ts'
import { type Generate, ProviderError } from './provider.ts'

/** What the server says of a picture: still at it, done, failed, or no longer known. */
type FakePicture = 'painting' | 'done' | 'failed' | 'forgotten'

export type FakePollingServer = {
  url: string
  /** The prompts that were submitted, the oldest first; a picture's id is its place among them. */
  submitted: string[]
  /** The ids that were asked for, the oldest first. */
  polled: string[]
  /** Of all pictures, from now on. */
  become(picture: FakePicture): void
  close(): Promise<void>
}

/** A provider on 127.0.0.1 that takes a prompt and is asked again and again for its picture, as BFL and others are. */
export async function startFakePollingServer(): Promise<FakePollingServer> {
  const submitted: string[] = []
  const polled: string[] = []
  let picture: FakePicture = 'painting'
  const server = createServer((request, reply) => {
    const answer = (status: number, body: unknown) => reply.writeHead(status).end(JSON.stringify(body))
    const id = /^\/pictures\/(\d+)$/u.exec(request.url ?? '')?.[1]
    if (id === undefined) {
      void json(request)
        .then((body) => answer(202, { id: String(submitted.push(Submit.parse(body).prompt) - 1) }))
        .catch(() => reply.destroy())
      return
    }
    polled.push(id)
    if (picture === 'forgotten') answer(404, { status: 'unknown' })
    else if (picture === 'done')
      answer(200, { status: 'done', image: fakePng({ width: 32, height: 32 }).toString('base64') })
    else answer(200, { status: picture })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const bound = server.address()
  return {
    url: `http://127.0.0.1:${typeof bound === 'string' ? bound : bound?.port}`,
    submitted,
    polled,
    become: (next) => void (picture = next),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** Asks such a server, every `pollMs` milliseconds; hands out the ticket before it asks the first time. */
export const fakePollingProvider =
  ({ url, pollMs = 5 }: { url: string; pollMs?: number }): Generate =>
  async ({ prompt, signal, ticket, onTicket }) => {
    const ask = async (path: string, init: RequestInit = {}) => {
      const reply = await fetch(`${url}${path}`, { ...init, signal })
      const body: unknown = await reply.json()
      return { found: reply.ok, body }
    }
    const submit = async () => {
      const { body } = await ask('/pictures', { method: 'POST', body: JSON.stringify({ prompt }) })
      const { id } = Submitted.parse(body)
      await onTicket?.(id)
      return id
    }
    try {
      const id = ticket ?? (await submit())
      for (;;) {
        const { found, body } = await ask(`/pictures/${id}`)
        if (!found) throw lost('Shed does not know the picture any more.')
        const picture = Picture.parse(body)
        if (picture.status === 'failed') throw lost('Shed could not paint the picture.')
        if (picture.status === 'done') return { images: [{ bytes: Buffer.from(picture.image, 'base64') }] }
        await sleep(pollMs, undefined, { signal })
      }
    } catch (error) {
      throw signal.aborted ? interruption(signal, 'Shed') : error
    }
  }

const lost = (message: string) => new ProviderError('unavailable', message, { didNoWork: false })

const Submit = z.object({ prompt: z.string() })
const Submitted = z.object({ id: z.string() })
const Picture = z.discriminatedUnion('status', [
  z.object({ status: z.enum(['painting', 'failed']) }),
  z.object({ status: z.literal('done'), image: z.string() }),
])
