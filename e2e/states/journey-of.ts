import type { Page } from '@playwright/test'
import { refusalStatus } from '../../contract/refusal.ts'
import type { FakeImageServer } from '../../backend/providers/fake-image-server.ts'
import { endedRun, startedRun, untilEnded } from '../api.ts'
import type { Faults } from '../fixtures.ts'
import type { Server } from '../server.ts'
import type { Journey } from './journey.ts'

type Around = { page: Page; server: Server; provider: FakeImageServer; faults: Faults }

export function journeyOf({ page, server, provider, faults }: Around): Journey {
  const { url } = server
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
    server,
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
    switchedOff: async (model) => void (await post('/api/switches', { model, on: false })),
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
