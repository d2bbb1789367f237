import type { Ledger } from '../storage/money.ts'
import type { Attempt, Attempts, SentRequest } from './attempts.ts'
import type { Verdict } from './invariants.ts'
import type { memoryImages } from './memory-images.ts'
import type { Store } from './open-store.ts'
import type { ResultRow } from './result-rows.ts'
import type { Tally } from './tally.ts'
import { watchCalls } from './watch-calls.ts'
import { watchMoney } from './watch-money.ts'
import { watchResults } from './watch-results.ts'
import { watchViews } from './watch-views.ts'

type Context = {
  store: Store
  images: ReturnType<typeof memoryImages>
  attempts: Attempts
  tally: Tally
  acknowledged: ReadonlyMap<string, { jobId: string }>
} & Pick<Verdict, 'hold'>

/** Everything that is compared: at each step, and when nothing is left to be done. */
export function watchEverything({ store, images, attempts, tally, acknowledged, hold }: Context): {
  ledger: Ledger
  sent(attempt: Attempt, call: number, count: number): SentRequest
  look(): Promise<void>
  judge(): Promise<void>
} {
  const { rows, jobs } = store
  const money = watchMoney({ ledger: store.ledger, attempts, tally, hold })
  const calls = watchCalls({ hold, paysFor: money.paysFor })
  const follow = watchResults({ attempts, tally, hold })
  const views = watchViews({ jobs, hasImage: images.has, attempts, hold })
  let seen: unknown
  let before = new Set<ResultRow>()

  const jobEnds = async () => {
    for (const [name, { jobId }] of acknowledged) {
      if (attempts.isBuried(name)) continue
      const job = attempts.nameOf(jobId) === name ? await jobs.find(jobId) : undefined
      const open = job?.tasks.find(({ progress: { status } }) => status === 'pending' || status === 'in_progress')
      hold(
        'every acknowledged task ends',
        job !== undefined && open === undefined,
        () => `${name}: ${open ? `${open.model} is ${open.progress.status}` : 'it is not there'}`,
      )
    }
  }

  const nothingRemains = () => {
    const there = new Set(rows().map(({ jobId }) => attempts.nameOf(jobId)))
    for (const name of there) {
      hold('nothing of a deleted job remains', !attempts.isBuried(name), () => `${name} is still stored`)
    }
    for (const key of images.keys()) {
      const jobId = key.split('/')[1] ?? ''
      const name = attempts.nameOf(jobId)
      hold('nothing of a deleted job remains', !attempts.isBuried(name), () => `${key} of ${name} is still stored`)
    }
  }

  return {
    ledger: money.ledger,
    sent: calls.sent,
    async look() {
      const count = store.writes()
      if (count === seen) return
      seen = count
      const found = rows()
      follow(found)
      const moved = found.filter((row) => !before.has(row))
      for (const { jobId, deleted } of new Map(moved.map((row) => [row.jobId, row])).values())
        await views.read(jobId, { deleted })
      before = new Set(found)
    },
    async judge() {
      await jobEnds()
      calls.costs(attempts.all())
      nothingRemains()
      await money.balances()
    },
  }
}
