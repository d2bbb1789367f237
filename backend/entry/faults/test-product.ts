import { expect, onTestFinished } from 'vitest'
import { GalleryReply } from '../../../contract/gallery.ts'
import { HealthReply } from '../../../contract/health.ts'
import { Job } from '../../../contract/job.ts'
import { SpendReply } from '../../../contract/operator.ts'
import { Refusal } from '../../../contract/refusal.ts'
import { startServer } from '../../../e2e/server.ts'
import { type FakeImageServer, startFakeImageServer } from '../../providers/fake-image-server.ts'
import { slot, untilEnded } from '../test-launch.ts'

type Options = {
  models: string[]
  /** Done when a request has reached the provider, before that is answered. `count`: the requests so far. */
  onCall?: (count: number) => void
  env?: Record<string, string>
  /** A command that becomes the server's. */
  through?: string[]
}

export const priceMicroUsd = 40_000

/** The product in a process of its own, its models painted for four cents each by a fake in their provider's place. */
export async function startProduct({ models, onCall, env, through }: Options) {
  const provider = await startFakeImageServer({
    keyless: true,
    behave() {
      onCall?.(provider.requests.length)
      return { kind: 'succeed' }
    },
  })
  onTestFinished(() => provider.close())
  const slots = models.flatMap((name, index) =>
    Object.entries({
      ...slot(index + 1, name, provider.url),
      [`MODEL_${index + 1}_PRICE_USD`]: String(priceMicroUsd / 1e6),
    }),
  )
  const settings = { MODEL_COUNT: String(models.length), ...Object.fromEntries(slots), ...env }
  const server = await startServer(settings, through)
  onTestFinished(() => server.dispose())
  return { server, asked: () => timesAsked(provider), ...visiting(server.url) }
}

function timesAsked({ requests }: FakeImageServer): Record<string, number> {
  const times: Record<string, number> = {}
  for (const { model, prompt } of requests) times[`${model}: ${prompt}`] = (times[`${model}: ${prompt}`] ?? 0) + 1
  return times
}

/** What a visitor does and reads, as the page would. */
function visiting(url: string) {
  const get = async (path: string): Promise<unknown> => (await fetch(url + path)).json()
  const post = (path: string, body: object, headers: Record<string, string> = {}) =>
    fetch(url + path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
  // The same prompt has the same key, as when a person presses Generate again.
  const generate = (prompt: string) =>
    post('/api/generate', { prompt }, { 'Idempotency-Key': `of ${prompt}`.padEnd(16, '.').replaceAll(' ', '-') })

  return {
    get,
    async start(prompt: string): Promise<Job> {
      const response = await generate(prompt)
      expect(response.status).toBe(202)
      return Job.parse(await response.json())
    },
    async refused(prompt: string): Promise<Refusal & { status: number }> {
      const { status, body } = await answered(generate(prompt))
      return { status, ...Refusal.parse(body) }
    },
    async retry(jobId: string, model: string): Promise<void> {
      expect((await post(`/api/jobs/${jobId}/retry`, { model })).status).toBe(202)
    },
    standing: async (jobId: string): Promise<Job> => Job.parse(await get(`/api/gallery/${jobId}`)),
    untilEnded: (jobId: string): Promise<Job> => untilEnded(url, jobId),
    /** The status of each of a run's files: pictures, then thumbnails. */
    async files({ results }: Job): Promise<number[]> {
      const images = results.flatMap((result) => (result.status === 'completed' ? result.images : []))
      const paths = [...images.map((image) => image.url), ...images.map((image) => image.thumbnailUrl)]
      return Promise.all(paths.map(async (path) => (await fetch(url + path)).status))
    },
    async kept(): Promise<string[]> {
      return GalleryReply.parse(await get('/api/gallery/list')).galleries.map(({ prompt }) => prompt)
    },
    async health(): Promise<HealthReply & { status: number }> {
      const { status, body } = await answered(fetch(`${url}/api/health`))
      return { status, ...HealthReply.parse(body) }
    },
    spent: async () => SpendReply.parse(await get('/api/spend')).today,
  }
}

async function answered(request: Promise<Response>): Promise<{ status: number; body: unknown }> {
  const response = await request
  return { status: response.status, body: await response.json() }
}

/** Each result in a line, as its card tells it. */
export const cards = ({ results }: Job): string[] =>
  results.map((result) => {
    const cost = 'costMicroUsd' in result ? ` ${result.costMicroUsd}${result.costCertain ? '' : ' at most'}` : ''
    return `${result.name} ${result.status}${cost}${result.status === 'error' ? `: ${result.error.message}` : ''}`
  })
