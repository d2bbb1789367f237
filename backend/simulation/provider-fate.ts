import { type Generated, ProviderError } from '../providers/provider.ts'
import type { Painter } from './painters.ts'
import type { Random } from './random.ts'

/** What becomes of one request. `no_work`: the provider says that it certainly did nothing. */
export type Fate =
  | { kind: 'paints'; generated: Generated; chargeMicroUsd: number | null }
  | { kind: 'no_work'; error: ProviderError }
  | { kind: 'fails'; error: Error }
  | { kind: 'hangs' }

export function fateOf(random: Random, painter: Painter, count: number): Fate {
  return random.weighted<() => Fate>([
    [10, () => paints(random, painter, count)],
    [2, () => ({ kind: 'no_work', error: random.pick(withoutWork) })],
    [2, () => ({ kind: 'fails', error: random.pick(inDoubt) })],
    [2, () => ({ kind: 'hangs' })],
  ])()
}

function paints(random: Random, { priceMicroUsd }: Painter, count: number): Fate {
  const images = Array.from({ length: random.chance(0.2) ? 1 + random.below(count) : count }, () => ({
    bytes: Uint8Array.of(random.chance(0.08) ? broken : sound, 1, 2, 3),
  }))
  const usual = priceMicroUsd === null ? null : priceMicroUsd * images.length
  // A model that costs nothing says nothing of money.
  const told = priceMicroUsd !== 0 && random.chance(0.3) ? { costMicroUsd: random.below(2 * (usual ?? 20_000)) } : {}
  return { kind: 'paints', generated: { images, ...told }, chargeMicroUsd: told.costMicroUsd ?? usual }
}

const sound = 1
/** The first byte of what no decoder can open. */
export const broken = 0

const says = (code: ProviderError['code'], didNoWork: boolean, retryAfterSeconds?: number) =>
  new ProviderError(code, `It said ${code}.`, {
    didNoWork,
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  })

const withoutWork = [
  says('rate_limited', true, 1),
  says('rate_limited', true, 20),
  says('rate_limited', true, 90),
  says('unavailable', true),
  says('content_policy', true),
  says('auth', true),
]
const inDoubt = [
  says('unavailable', false),
  says('timeout', false),
  says('content_policy', false),
  says('invalid_image', false),
  new Error('The connection broke off'),
]
