import { RefusalError } from '../../contract/refusal.ts'
import type { Budgets, OverBudget } from '../storage/money.ts'
import { dollars } from './dollars.ts'
import type { NamedPart } from './reserve.ts'
import { nextDay, nextMonth } from './utc-days.ts'

/** Says the price, what is left of the budget, and when there is more again, unless waiting is vain. */
export function overBudget(
  over: OverBudget,
  { at, budgets, parts }: { at: number; budgets: Budgets; parts: readonly NamedPart[] },
): RefusalError {
  const { leftMicroUsd } = over
  const { period, renewed, next } = over.over === 'month' ? monthly : daily
  const { what, whose, microUsd: priceMicroUsd } = chargedOf(over, parts)
  const budget = budgetOf(over, budgets)
  const retryAfterSeconds = Math.ceil((next(at) - at) / 1000)
  const isVain = priceMicroUsd > budget
  const sentence = isVain
    ? `${what} may cost ${dollars(priceMicroUsd)}, more than ${whose} whole budget of ${dollars(budget)} a ${period}. Choose fewer models or pictures.`
    : `${what} may cost ${dollars(priceMicroUsd)}, but only ${dollars(leftMicroUsd)} is left of ${whose} budget of ${dollars(budget)} a ${period}. It is renewed ${renewed}, in ${inWords(retryAfterSeconds)}.`
  return new RefusalError('budget_exhausted', sentence, {
    scope: over.over,
    priceMicroUsd,
    leftMicroUsd,
    ...(!isVain && { retryAfterSeconds }),
  })
}

const daily = { period: 'day', renewed: 'at midnight UTC', next: nextDay }
const monthly = { period: 'month', renewed: 'on the first, at midnight UTC', next: nextMonth }

function chargedOf(over: OverBudget, parts: readonly NamedPart[]) {
  const own = over.over === 'model' ? parts.filter(({ model }) => model === over.model) : parts
  return {
    what: over.over === 'model' ? own.map(({ name }) => name).join() : 'This',
    whose: over.over === 'model' ? 'its' : 'the',
    microUsd: own.reduce((sum, part) => sum + part.microUsd, 0),
  }
}

/** What says that it is exceeded is there. */
function budgetOf(over: OverBudget, { dailyMicroUsd, monthlyMicroUsd, modelDailyMicroUsd }: Budgets): number {
  const budget =
    over.over === 'model' ? modelDailyMicroUsd.get(over.model) : over.over === 'day' ? dailyMicroUsd : monthlyMicroUsd
  return budget ?? 0
}

function inWords(seconds: number): string {
  const minutes = Math.ceil(seconds / 60)
  if (minutes < 100) return count(minutes, 'minute')
  const hours = Math.round(minutes / 60)
  return hours < 48 ? count(hours, 'hour') : count(Math.round(hours / 24), 'day')
}

const count = (number: number, unit: string) => `${number} ${unit}${number === 1 ? '' : 's'}`
