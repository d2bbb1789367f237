import type { Attempts } from './attempts.ts'
import type { Verdict } from './invariants.ts'
import type { ResultRow } from './result-rows.ts'
import type { Tally } from './tally.ts'

/** Follows every result from one state to the next, those of deleted jobs too. */
export function watchResults({
  attempts,
  tally,
  hold,
}: { attempts: Attempts; tally: Tally } & Pick<Verdict, 'hold'>): (rows: readonly ResultRow[]) => void {
  let before = new Map<string, ResultRow>()

  const follow = (old: ResultRow | undefined, row: ResultRow) => {
    const attempt = attempts.of(row)
    if (!attempt) throw new Error(`Nobody made ${row.model}#${row.attempt} of ${attempts.nameOf(row.jobId)}`)
    if (row.end) attempt.end = row.end
    if (!old || (old.attempt === row.attempt && old.status === row.status && old.text === row.text)) return
    const change = changeOf(old, row)
    hold(
      'no ended result changes, but for one late success or a retry',
      change !== undefined && !(change === 'a late success replaces interrupted' && attempt.billed),
      () => `${attempt.name} was ${old.status} ${old.text ?? ''} and is ${row.status} ${row.text ?? ''}`,
    )
    hold(
      'nothing is sent after Stop or Delete was confirmed',
      !(change === 'goes back to the queue' && attempt.stopped),
      () => `${attempt.name} waits for its turn again`,
    )
    if (change !== undefined && change !== 'begins') tally.count(`result: ${change}`)
  }

  return (rows) => {
    const now = new Map(rows.map((row) => [`${attempts.nameOf(row.jobId)}/${row.model}`, row]))
    for (const [name, row] of now) follow(before.get(name), row)
    before = now
  }
}

/** Undefined: what must not be. */
function changeOf(old: ResultRow, row: ResultRow): string | undefined {
  const { end } = old
  if (row.attempt === old.attempt + 1) {
    return end && old.status !== 'completed' && row.status === 'pending' ? 'is tried again' : undefined
  }
  if (row.attempt !== old.attempt) return undefined
  if (end) {
    const isLate = end.error?.code === 'interrupted' && row.status === 'completed'
    return isLate ? 'a late success replaces interrupted' : undefined
  }
  if (row.end) return `ends as ${row.status}${detail(row.end)}`
  return old.status === 'pending' ? 'begins' : 'goes back to the queue'
}

const detail = ({ error, outcome, shortfall }: NonNullable<ResultRow['end']>): string =>
  error ? `, ${error.code}` : outcome ? `, ${outcome}` : shortfall ? ', in part' : ''
