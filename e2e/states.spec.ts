import { GalleryReply } from '../contract/gallery.ts'
import { refusalStatus } from '../contract/refusal.ts'
import { startFakeImageServer, type FakeImageServer } from '../backend/providers/fake-image-server.ts'
import { endedRun, startedRun, untilEnded } from './api.ts'
import { expect, expectAccessible, test as base, type Faults } from './fixtures.ts'
import { startServer, type Server } from './server.ts'
import { beside } from './states/beside.ts'
import { form } from './states/form.ts'
import { gallery } from './states/gallery.ts'
import type { Journey } from './states/journey.ts'
import { keptRun } from './states/kept-run.ts'
import { lightbox } from './states/lightbox.ts'
import { runs } from './states/runs.ts'

/** Every state of every screen, by its name. */
const states = Object.entries({ ...form, ...runs, ...lightbox, ...gallery, ...keptRun, ...beside })

type Shared = { server: Server; provider: FakeImageServer }

/** One server for all of them: each begins with an empty gallery. */
const test = base.extend<{ journey: Journey }, { shared: Shared }>({
  shared: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures wanted from it
    async ({}, provide) => {
      const provider = await startFakeImageServer({ keyless: true, behave: tornByTurns() })
      const server = await startServer(settings(provider.url))
      await provide({ server, provider })
      await server.dispose()
      await provider.close()
    },
    { scope: 'worker' },
  ],
  journey: async ({ page, shared, faults }, provide) => {
    for (const model of ['Steady', 'Moody', 'Later']) shared.provider.behave(model, { kind: 'succeed' })
    await emptied(shared.server.url)
    await provide(journeyOf(page, shared, faults))
  },
})

for (const [name, reach] of states) {
  test(`no accessibility fault, dark or light: ${name}`, async ({ page, journey }) => {
    const seen = await reach(journey)
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme })
      await expect(seen).toBeVisible()
      await expectAccessible(page)
      await expect(seen).toBeVisible()
    }
  })
}

const settings = (address: string) => ({
  MODEL_COUNT: '5',
  MODEL_1_NAME: 'Steady',
  MODEL_1_BASE_URL: address,
  MODEL_2_NAME: 'Moody',
  MODEL_2_BASE_URL: address,
  MODEL_3_NAME: 'Later',
  MODEL_3_BASE_URL: address,
  MODEL_4_NAME: 'Pixel Art',
  MODEL_4_PROVIDER: 'sketch',
  MODEL_5_NAME: 'dall-e-3',
  PROVIDER_CONCURRENCY: '1',
})

function tornByTurns() {
  let count = 0
  return ({ prompt }: { prompt: string }) =>
    prompt.includes('torn') && (count += 1) % 2 === 0 ? { kind: 'half_png' as const } : undefined
}

async function emptied(url: string): Promise<void> {
  const { galleries } = GalleryReply.parse(await (await fetch(`${url}/api/gallery/list?limit=100`)).json())
  for (const { id } of galleries) await fetch(`${url}/api/gallery/${id}`, { method: 'DELETE' })
}

function journeyOf(page: Journey['page'], { server: { url }, provider }: Shared, faults: Faults): Journey {
  const post = (path: string, body?: object) =>
    fetch(url + path, {
      method: 'POST',
      ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    })
  const run = (models: string[], over: { prompt?: string; parameters?: object } = {}) => ({
    prompt: 'a red teapot',
    models,
    ...over,
  })
  const to =
    (path: RegExp) =>
    ({ pathname, search }: URL) =>
      path.test(pathname + search)
  return {
    page,
    provider,
    expected: (pattern) => faults.expected(pattern),
    visit: async (path = '/') => void (await page.goto(url + path)),
    started: async (models, over) => (await startedRun(url, run(models, over))).jobId,
    ended: async (models, over) => (await endedRun(url, run(models, over))).jobId,
    cancelled: async (id) => void (await post(`/api/jobs/${id}/cancel`)),
    async retried(id, model) {
      await post(`/api/jobs/${id}/retry`, { model })
      await untilEnded(url, id)
    },
    async refused(path, code, details = {}) {
      faults.expected(/Failed to load resource/)
      const json = { error: 'The server of this state refuses', code, requestId: 'r', ...details }
      await page.route(to(path), (route) => route.fulfill({ status: refusalStatus[code], json }))
    },
    unanswered: async (path) => void (await page.route(to(path), () => {})),
    async unreachable(path) {
      faults.expected(/Failed to load resource/)
      await page.route(to(path), (route) => route.abort())
    },
  }
}
