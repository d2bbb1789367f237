import { invariants } from './invariants.ts'
import type { Summary } from './run-seeds.ts'

/** Tables of what was checked and of what happened. */
export function report({ seeds, steps, seconds, checks, counts }: Summary): string {
  const perSecond = Math.round(seeds / Math.max(seconds, 0.001))
  return [
    `${seeds} schedules of ${Math.round(steps / Math.max(seeds, 1))} steps in ${seconds.toFixed(1)} s, ${perSecond} per second`,
    '',
    '| invariant | looked at |',
    '| --- | --- |',
    ...invariants.map((invariant) => `| ${invariant} | ${checks.get(invariant) ?? 0} |`),
    '',
    '| what happened | how often |',
    '| --- | --- |',
    ...[...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([what, count]) => `| ${what} | ${count} |`),
  ].join('\n')
}
