import { Hono } from 'hono'
import type { HealthReply } from '../../contract/health.ts'
import { answer } from './answer.ts'
import type { ApiEnv, AppDeps } from './app-deps.ts'

export const health = (deps: Pick<AppDeps, 'health' | 'models' | 'version'>) => {
  const probe = oneAtATime(deps.health)
  return new Hono<ApiEnv>().get('/api/health', async (c) => {
    const parts = { ...(await probe()), models: modelHealth(deps.models) }
    const ok = Object.values(parts).every((part) => part.ok)
    return answer(c, { ok, version: deps.version, parts } satisfies HealthReply, ok ? 200 : 503)
  })
}

// Everybody may ask, and a probe writes to the disk: whoever asks meanwhile gets the answer that is on its way.
function oneAtATime<T>(work: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | undefined
  return () => (running ??= work().finally(() => (running = undefined)))
}

const modelHealth = (models: AppDeps['models']) =>
  models.some(({ enabled }) => enabled)
    ? { ok: true }
    : { ok: false, message: 'No image model is enabled. Set up at least one that is not retired.' }
