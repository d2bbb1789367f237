import { type FakeImageServer, startFakeImageServer } from '../backend/providers/fake-image-server.ts'

type FakeRequest = FakeImageServer['requests'][number]

/** A model that answers after `afterMs` milliseconds with one of the images, each in its turn. */
export type Painter = { afterMs: number; images: readonly Buffer[] }

export type Painters = {
  /** For the server under test. */
  env: Record<string, string>
  /** Of each painter, in their order. */
  models: { id: string; name: string }[]
  /** What one painter was asked, the oldest first. */
  requestsOf(name: string): readonly FakeRequest[]
  close(): Promise<void>
}

/** Each on a server of its own, so that the product calls all of them side by side. */
export async function startPainters(painters: readonly Painter[]): Promise<Painters> {
  const servers = await Promise.all(painters.map(startPainter))
  const models = painters.map((_, index) => {
    const number = String(index + 1).padStart(2, '0')
    return { id: `painter-${number}`, name: `Painter ${number}` }
  })
  const slots = models.flatMap(({ name }, index) => [
    [`MODEL_${index + 1}_NAME`, name],
    [`MODEL_${index + 1}_PROVIDER`, 'openai-compatible'],
    [`MODEL_${index + 1}_BASE_URL`, servers[index]!.url],
  ])
  return {
    env: { MODEL_COUNT: String(painters.length), ...Object.fromEntries(slots) },
    models,
    requestsOf: (name) => servers[models.findIndex((model) => model.name === name)]!.requests,
    async close() {
      await Promise.all(servers.map((server) => server.close()))
    },
  }
}

function startPainter({ afterMs, images }: Painter) {
  let turn = 0
  return startFakeImageServer({
    keyless: true,
    behave: () => ({ kind: 'succeed', afterMs, images: [images[turn++ % images.length]!] }),
  })
}

/** How long the provider had the request: from its arrival to the last byte of the answer, in milliseconds. */
export function providerMs(request: FakeRequest | undefined): number {
  if (request?.answeredAt === undefined) throw new Error('A provider has not answered')
  return request.answeredAt - request.receivedAt
}
