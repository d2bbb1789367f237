import type { Cost, Ledger, Part } from '../storage/money.ts'
import type { Attempt, Attempts } from './attempts.ts'
import type { Verdict } from './invariants.ts'
import type { Tally } from './tally.ts'

/** `end`: what the ledger was told. */
export type Reserved = Part & { microUsd: number; at: number; end?: Cost }

type Context = {
  ledger: Ledger
  parts: ReadonlyMap<string, Reserved>
  attempts: Attempts
  tally: Tally
} & Pick<Verdict, 'hold'>

/** Compares the ledger with what was reserved and what the results say that they cost, when nothing is left to be done. */
export async function balance({ ledger, parts, attempts, tally, hold }: Context): Promise<void> {
  const balances = (holds: boolean, detail: () => string) =>
    hold('money balances to the micro-dollar, and nothing stays open', holds, detail)

  const owners = ownersOf(attempts)
  for (const [key, [owner, another]] of owners) {
    balances(parts.has(key), () => `${owner?.name} is paid from a part that was never reserved`)
    balances(another === undefined, () => `${owner?.name} and ${another?.name} are paid from one part`)
  }

  const expected = { reserved: 0, settled: 0, released: 0, corrected: 0, uncertain: 0 }
  for (const [key, { microUsd }] of parts) {
    const owner = owners.get(key)?.[0]
    const { costMicroUsd, costCertain } = owner?.end ?? { costMicroUsd: 0, costCertain: true }
    const settled = costMicroUsd ?? microUsd
    expected.reserved += microUsd
    expected.settled += settled
    expected.released += Math.max(0, microUsd - settled)
    expected.corrected += Math.max(0, settled - microUsd)
    expected.uncertain += costCertain ? 0 : settled
    tally.count(`money: ${endOf(owner, settled - microUsd)}`)
  }

  const kept = await sums(ledger, parts)
  balances(
    JSON.stringify(kept) === JSON.stringify(expected) &&
      kept.reserved + kept.corrected === kept.settled + kept.released,
    () => `the ledger says ${JSON.stringify(kept)}, the results come to ${JSON.stringify(expected)}`,
  )
  const open = await ledger.open({ before: Infinity, limit: 10 })
  balances(open.length === 0, () => `open: ${JSON.stringify(open)}`)
}

export const keyOf = ({ reservation, model }: Part): string => `${reservation} ${model}`

const ownersOf = (attempts: Attempts) =>
  Map.groupBy(
    [...attempts.all()].filter(({ terms }) => terms.reservation !== null),
    ({ terms }) => keyOf({ reservation: terms.reservation ?? '', model: terms.model }),
  )

function endOf(owner: Attempt | undefined, excess: number): string {
  if (!owner) return 'a reservation without a task is given back'
  if (excess > 0) return 'corrected, it cost more than was reserved'
  return excess < 0 ? 'released, it cost less than was reserved' : 'settled at what was reserved'
}

async function sums(ledger: Ledger, parts: Context['parts']) {
  const months = new Map([...parts.values()].map(({ at }) => [new Date(at).toISOString().slice(0, 7), at]))
  const kept = { reserved: 0, settled: 0, released: 0, corrected: 0, uncertain: 0 }
  for (const at of months.values()) {
    for (const line of await ledger.spend(at)) {
      kept.reserved += line.reservedMicroUsd
      kept.settled += line.settledMicroUsd
      kept.released += line.releasedMicroUsd
      kept.corrected += line.correctedMicroUsd
      kept.uncertain += line.uncertainMicroUsd
    }
  }
  return kept
}
