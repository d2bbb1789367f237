import type { Budgets } from '../money.ts'

/**
 * Each of the shards of a day has its share of the budgets, so that they are held without a look at the others.
 * `before`: what was spent on the other days of the month.
 */
export function shardBudgets(
  { dailyMicroUsd, monthlyMicroUsd, modelDailyMicroUsd }: Budgets,
  { shard, shards, before }: { shard: number; shards: number; before: number },
): Budgets {
  const share = (microUsd: number) => Math.floor(microUsd / shards) + (shard < microUsd % shards ? 1 : 0)
  return {
    ...(dailyMicroUsd !== undefined && { dailyMicroUsd: share(dailyMicroUsd) }),
    ...(monthlyMicroUsd !== undefined && {
      monthlyMicroUsd: before + share(Math.max(0, monthlyMicroUsd - before)),
    }),
    modelDailyMicroUsd: new Map([...modelDailyMicroUsd].map(([model, microUsd]) => [model, share(microUsd)])),
  }
}
