/** What must hold in every schedule. */
export const invariants = [
  'no call is sent twice',
  'nothing is sent after Stop or Delete was confirmed',
  'nothing that costs money is sent without its reservation',
  'every acknowledged task ends',
  'versions only grow, with every change that a reader can see',
  'no ended result changes, but for one late success or a retry',
  'a reader never sees an impossible state',
  'what a completed result shows is stored',
  'a certain cost is what the provider charged, any other no less than it may have',
  'no budget is exceeded but by a correction',
  'money balances to the micro-dollar, and nothing stays open',
  'nothing of a deleted job remains',
  'the same key gives the same job',
  'no unexpected error',
] as const
type Invariant = (typeof invariants)[number]

export type Broken = { invariant: Invariant; detail: string }

export type Verdict = {
  /** The first one that counts stands. */
  hold(invariant: Invariant, holds: boolean, detail: () => string): void
  broken(): Broken | undefined
  /** How often each was looked at. */
  checks: Map<string, number>
}

export function verdict(): Verdict {
  const checks = new Map<string, number>()
  let broken: Broken | undefined
  return {
    checks,
    broken: () => broken,
    hold(invariant, holds, detail) {
      checks.set(invariant, (checks.get(invariant) ?? 0) + 1)
      if (!holds) broken ??= { invariant, detail: detail() }
    },
  }
}
