import type { Result } from '../../contract/job.ts'

type Waiting = Extract<Result, { status: 'pending' }>

/** Where one that waits stands: `Next in line`, `3 before it`; the wait that a provider asked for is told beside. */
export function waitingWords({ ahead }: Pick<Waiting, 'ahead'>): string {
  if (ahead === undefined) return 'Waiting for its turn'
  return ahead === 0 ? 'Next in line' : `Waiting, ${ahead} before it`
}
