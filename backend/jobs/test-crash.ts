import type { ImageModel } from '../providers/provider.ts'
import { startEngine } from './engine.ts'
import type { EngineDeps } from './engine-deps.ts'
import type { testEngine } from './test-engine.ts'

/** An engine of its own over the bench's store. Once it is killed nothing that it awaits comes back, as in a process that died. */
export function mortalEngine(bench: Awaited<ReturnType<typeof testEngine>>, laneLimit = 20): { kill(): void } {
  const killed = new AbortController()
  const never = new Promise<never>(() => {})
  const unlessKilled = <T>(work: () => T): T | Promise<never> => (killed.signal.aborted ? never : work())
  const mortal = <T extends object>(port: T): T =>
    new Proxy(port, {
      get: (target, name) => {
        const verb = Reflect.get(target, name) as (...args: unknown[]) => unknown
        return (...args: unknown[]) =>
          unlessKilled(() => Promise.resolve(verb.apply(target, args)).then((value) => unlessKilled(() => value)))
      },
    })
  const mortalModel = (model: ImageModel): ImageModel => ({
    ...model,
    async generate({ signal, ...request }) {
      try {
        return await model.generate({ ...request, signal: AbortSignal.any([signal, killed.signal]) })
      } finally {
        await unlessKilled(() => undefined)
      }
    },
  })
  const { jobs, images, ledger, switches, changes, pause, models, ...rest } = bench.deps
  const deps: EngineDeps = {
    ...rest,
    jobs: mortal(jobs),
    images: mortal(images),
    ledger: mortal(ledger),
    switches: mortal(switches),
    changes: mortal(changes),
    pause: (ms, signal) => unlessKilled(() => pause(ms, signal).then(() => unlessKilled(() => undefined))),
    models: new Map([...models].map(([id, model]) => [id, mortalModel(model)])),
  }
  startEngine(deps, { laneLimit, sent: () => never })
  return { kill: () => killed.abort(new Error('killed')) }
}
