import { dollars } from '../accounts/dollars.ts'
import type { Config } from '../config.ts'
import type { Registry } from '../providers/registry.ts'

/** What a person who started the server wants to know. `faults`: of the configuration, beside the registry's. */
export function announce({ host, port, budgets, limits }: Config, registry: Registry, more: string[] = []): void {
  const { models, faults, notices } = registry
  const enabled = models.filter((model) => model.enabled).map(({ name }) => name)
  const at = ['127.0.0.1', '::1', 'localhost', '0.0.0.0', '::'].includes(host) ? 'localhost' : host
  const wrong = [...more, ...faults]
  console.log(
    [
      ...(wrong.length > 0 ? ['Not as configured:', ...wrong.map(item)] : []),
      ...notices.map((notice) => `Note: ${notice}`),
      `${enabled.length} ${enabled.length === 1 ? 'model' : 'models'}: ${enabled.join(', ')}`,
      `Budget: ${budgetWords(budgets, registry)}`,
      ...limitWords(limits),
      `Pixel Prompt is ready at http://${at}:${port} (Ctrl+C ends it)`,
    ].join('\n'),
  )
}

const item = (sentence: string) => `  - ${sentence.replace(/\.?$/u, '.')}`

function limitWords({ perAddressDay, perHour }: Config['limits']): string[] {
  const words = [
    ...(perAddressDay === undefined ? [] : [`${runs(perAddressDay)} a day from one address`]),
    ...(perHour === undefined ? [] : [`${runs(perHour)} an hour in all`]),
  ]
  return words.length > 0 ? [`Limits: ${words.join(', ')} (UTC)`] : []
}

const runs = (count: number) => `${count.toLocaleString('en')} ${count === 1 ? 'run' : 'runs'}`

function budgetWords({ dailyMicroUsd, monthlyMicroUsd }: Config['budgets'], registry: Registry): string {
  const { models, modelDailyMicroUsd } = registry
  const words = [
    ...(dailyMicroUsd === undefined ? [] : [`${dollars(dailyMicroUsd)} a day`]),
    ...(monthlyMicroUsd === undefined ? [] : [`${dollars(monthlyMicroUsd)} a month`]),
    ...models.flatMap(({ id, name }) => {
      const own = modelDailyMicroUsd.get(id)
      return own === undefined ? [] : [`${dollars(own)} a day for ${name}`]
    }),
  ]
  if (words.length > 0) return `${words.join(', ')} (UTC)`
  const free = models.every(({ enabled, priceMicroUsd }) => !enabled || priceMicroUsd === 0)
  return free ? 'none, since every model is free' : 'none; DAILY_BUDGET_USD and MONTHLY_BUDGET_USD set one'
}
