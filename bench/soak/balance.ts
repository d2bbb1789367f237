import type { Result } from '../../contract/job.ts'
import type { SpendReply } from '../../contract/operator.ts'
import type { Asked, SoakModel } from './providers.ts'
import type { Kept } from './read-runs.ts'

export type Books = { kept: readonly Kept[]; asked: readonly Asked[]; models: readonly SoakModel[]; spend: SpendReply }

/** Micro-dollars by which the ledger differs from what the results say that they cost. */
export function drift({ kept, asked, models, spend }: Books): { microUsd: number; details: string[] } {
  const works = workOf(asked)
  const apart = models.map(({ id, microUsd }) => {
    const known = kept.flatMap(({ attempts = [] }) => attempts).filter(({ model }) => model === id)
    const cost = known.reduce((sum, result) => sum + costOf(result), 0)
    // What was deleted in mid-run cost at least what its provider did, and at most all that it had asked for.
    const unread = kept.filter(({ attempts }) => attempts === undefined).map(({ prompt }) => prompt)
    const isUnread = unread.length > 0 && known.length === 0
    const least = isUnread ? sumOf(unread, (prompt) => works.get(`${id} ${prompt}`) ?? 0) * microUsd : cost
    const most = isUnread ? unread.length * mostImages * microUsd : cost
    const spent = spend.models.find(({ model }) => model === id)?.monthMicroUsd ?? 0
    return { id, spent, least, by: Math.max(0, least - spent, spent - most) }
  })
  return {
    microUsd: sumOf(apart, ({ by }) => by),
    details: apart
      .filter(({ by }) => by > 0)
      .map(({ id, spent, least }) => `${id}: ${spent} spent, ${least} by results`),
  }
}

/** A visitor asks for as many at most. */
const mostImages = 3

/** One image that a provider was asked for more often than there were attempts that may have been charged. */
export function asksTooMany({ kept, asked }: Books): string[] {
  const attempts = new Map(kept.map(({ prompt, attempts: all }) => [prompt, all]))
  const byImage = Map.groupBy(
    asked.filter(({ work }) => work),
    ({ model, prompt, seed }) => `${model} ${prompt} ${seed}`,
  )
  return [...byImage].flatMap(([image, [first, ...more]]) => {
    if (!first) return []
    const known = attempts.get(first.prompt)
    // In mid-run there is one attempt.
    const allowed = known?.filter((result) => result.model === first.model && costOf(result) > 0).length ?? 1
    const excess = 1 + more.length - allowed
    return excess > 0 ? [`${image}: ${1 + more.length} times, in ${allowed} attempts`] : []
  })
}

/** Models of runs that were asked for more images than the results own up to, or that show more than were painted. */
export function unpaid({ kept, asked, models }: Books): string[] {
  const works = workOf(asked)
  const painted = workOf(asked.filter((each) => each.painted))
  return kept.flatMap(({ prompt, attempts }) =>
    models.flatMap(({ id, microUsd }) => {
      const own = attempts?.filter(({ model }) => model === id) ?? []
      if (attempts === undefined || own.length === 0) return []
      const billed = sumOf(own, costOf) / microUsd
      const shown = sumOf(own, (result) => (result.status === 'completed' ? result.images.length : 0))
      const [work, made] = [works, painted].map((counts) => counts.get(`${id} ${prompt}`) ?? 0) as [number, number]
      return work <= billed && shown <= made
        ? []
        : [`${prompt}, ${id}: asked ${work}, billed ${billed}, painted ${made}, shown ${shown}`]
    }),
  )
}

/** Models of which more was spent today than their budget has. */
export const overBudget = ({ spend }: Books): string[] =>
  spend.models
    .filter(({ todayMicroUsd, dailyBudgetMicroUsd }) => todayMicroUsd > (dailyBudgetMicroUsd ?? Infinity))
    .map(({ name, todayMicroUsd }) => `${name}: ${todayMicroUsd}`)

/** Attempts that were interrupted after dispatch and do not say that they may have been charged. */
export const silentCharges = ({ kept }: Books): string[] =>
  interruptedOf(kept)
    .filter(({ error, costCertain }) => costCertain || !error.message.includes('may have been charged'))
    .map(({ model, error }) => `${model}: ${error.message}`)

export const interruptedOf = (kept: readonly Kept[]) =>
  kept
    .flatMap(({ attempts = [] }) => attempts)
    .filter((result) => result.status === 'error')
    .filter((result) => result.error.code === 'interrupted' && costOf(result) > 0)

function workOf(asked: readonly Asked[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { model, prompt, work } of asked) {
    if (work) counts.set(`${model} ${prompt}`, (counts.get(`${model} ${prompt}`) ?? 0) + 1)
  }
  return counts
}

const costOf = (result: Result) => ('costMicroUsd' in result ? (result.costMicroUsd ?? 0) : 0)

const sumOf = <T>(list: readonly T[], value: (item: T) => number) => list.reduce((sum, item) => sum + value(item), 0)
