import {
  type FakeBehaviour,
  type FakeImageServer,
  startFakeImageServer,
} from '../../backend/providers/fake-image-server.ts'
import { fakePng } from '../../backend/providers/fake-png.ts'
import type { Random } from '../../backend/simulation/random.ts'

type FakeRequest = FakeImageServer['requests'][number]

/** One request as it came to a provider. `work`: it may be charged; else the provider certainly did none. */
export type Asked = { model: string; prompt: string; seed: number; work: boolean; painted: boolean }

export type SoakModel = { id: string; name: string; microUsd: number; dailyUsd?: string }

/** Of each, a task of a run that is deleted in mid-run asks `fleeting` alone: nobody can read what that came to. */
export const fleeting: SoakModel = { id: 'fleeting', name: 'Fleeting', microUsd: 50_000 }
const lasting: SoakModel[] = [
  { id: 'plain', name: 'Plain', microUsd: 40_000 },
  { id: 'odd', name: 'Odd', microUsd: 33_333 },
  { id: 'scarce', name: 'Scarce', microUsd: 70_001, dailyUsd: '2.50' },
  { id: 'dear', name: 'Dear', microUsd: 210_007 },
]

export type Providers = {
  env: Record<string, string>
  /** Those of which every cost can be read at the end. */
  lasting: readonly SoakModel[]
  asked(): Asked[]
  /** Settles when a request is under way. */
  busy(): Promise<void>
  /** From now on every request succeeds at once. */
  recover(): void
  close(): Promise<void>
}

/** Two fakes of providers, each with some of the models, that are slow, overloaded, refuse and break down as the dice fall. */
export async function startProviders(random: Random): Promise<Providers> {
  const fateOf = new WeakMap<FakeRequest, Fate>()
  const image = fakePng({ width: 96, height: 64 })
  let healthy = false
  let waiting = Promise.withResolvers<void>()

  const behave = (request: FakeRequest): FakeBehaviour => {
    const fate = healthy ? fine : random.weighted(fates)
    fateOf.set(request, fate)
    waiting.resolve()
    waiting = Promise.withResolvers()
    if (fate.behaviour.kind !== 'succeed') return fate.behaviour
    return { kind: 'succeed', images: [image], afterMs: healthy ? 0 : 20 + random.below(800) }
  }
  const servers = await Promise.all([0, 1].map(() => startFakeImageServer({ keyless: true, behave })))
  const models = [...lasting, fleeting]
  const slots = models.flatMap(({ name, microUsd, dailyUsd }, index) => [
    [`MODEL_${index + 1}_NAME`, name],
    [`MODEL_${index + 1}_PROVIDER`, 'openai-compatible'],
    [`MODEL_${index + 1}_BASE_URL`, servers[index % servers.length]!.url],
    [`MODEL_${index + 1}_PRICE_USD`, (microUsd / 1e6).toFixed(6)],
    ...(dailyUsd === undefined ? [] : [[`MODEL_${index + 1}_DAILY_USD`, dailyUsd]]),
  ])
  const requests = () => servers.flatMap((server) => server.requests)
  return {
    env: { MODEL_COUNT: String(models.length), ...Object.fromEntries(slots) },
    lasting,
    asked: () =>
      requests().map((request) => {
        const { work, behaviour } = fateOf.get(request) ?? fine
        return {
          model: request.model.toLowerCase(),
          prompt: request.prompt,
          seed: Number(request.body['seed']),
          work,
          painted: behaviour.kind === 'succeed' && request.status === 200,
        }
      }),
    busy: () => (requests().some(isUnderWay) ? Promise.resolve() : waiting.promise),
    recover: () => void (healthy = true),
    async close() {
      await Promise.all(servers.map((server) => server.close()))
    },
  }
}

const isUnderWay = ({ status, receivedAt }: FakeRequest) =>
  status === 0 && performance.timeOrigin + performance.now() - receivedAt < 500

type Fate = { work: boolean; behaviour: FakeBehaviour }

const fine: Fate = { work: true, behaviour: { kind: 'succeed' } }

const fates: [weight: number, Fate][] = [
  [80, fine],
  [4, { work: false, behaviour: { kind: 'rate_limit', retryAfter: '1' } }],
  [2, { work: false, behaviour: { kind: 'rate_limit', retryAfter: '1', status: 503 } }],
  [2, { work: false, behaviour: { kind: 'rate_limit', retryAfter: '60' } }],
  [4, { work: false, behaviour: { kind: 'refuse_content' } }],
  [3, { work: true, behaviour: { kind: 'fail', status: 500 } }],
  [2, { work: true, behaviour: { kind: 'reset' } }],
  [2, { work: true, behaviour: { kind: 'half_png' } }],
  [1, { work: true, behaviour: { kind: 'hang' } }],
]
