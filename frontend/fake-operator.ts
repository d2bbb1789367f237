import type { ActivityReply, SpendReply, SwitchesReply } from '../contract/operator.ts'
import type { Model } from '../contract/model.ts'
import type { ApiToken } from '../contract/token.ts'

type Day = SpendReply['days'][number]

export const fakeDay = (day: string, settledMicroUsd: number, over: Partial<Day> = {}): Day => ({
  day,
  settledMicroUsd,
  openMicroUsd: 0,
  uncertainMicroUsd: 0,
  ...over,
})

const none = { settledMicroUsd: 0, openMicroUsd: 0, uncertainMicroUsd: 0 }

/** What nobody has spent yet, without a budget. */
export const fakeSpend = (models: readonly Model[], over: Partial<SpendReply> = {}): SpendReply => ({
  at: '2026-03-02T10:00:00.000Z',
  today: { ...none, budgetMicroUsd: null },
  month: { ...none, budgetMicroUsd: null, forecastMicroUsd: 0 },
  days: [fakeDay('2026-03-01', 0), fakeDay('2026-03-02', 0)],
  models: models.map(({ id, name }) => ({
    model: id,
    name,
    todayMicroUsd: 0,
    monthMicroUsd: 0,
    dailyBudgetMicroUsd: null,
  })),
  ...over,
})

/** Two days of spending, some of it doubtful and some promised, against both budgets. */
export const someSpend = (models: readonly Model[]): SpendReply => {
  const [first, second] = [
    fakeDay('2026-03-01', 1_200_000, { uncertainMicroUsd: 40_000 }),
    fakeDay('2026-03-02', 300_000, { openMicroUsd: 80_000 }),
  ]
  return fakeSpend(models, {
    today: { ...second, budgetMicroUsd: 1_000_000 },
    month: {
      settledMicroUsd: 1_500_000,
      openMicroUsd: 80_000,
      uncertainMicroUsd: 40_000,
      budgetMicroUsd: 20_000_000,
      forecastMicroUsd: 24_490_000,
    },
    days: [first, second],
    models: fakeSpend(models).models.map((spent) => ({
      ...spent,
      todayMicroUsd: 380_000,
      monthMicroUsd: 1_580_000,
      dailyBudgetMicroUsd: 380_000,
    })),
  })
}

export const fakeSwitches = (models: readonly Model[], off: ReadonlySet<string>): SwitchesReply => ({
  switches: models
    .filter(({ lifecycle }) => lifecycle.state !== 'retired')
    .map(({ id, name }) => ({
      model: id,
      name,
      on: !off.has(id),
      ...(off.has(id) && { offSince: '2026-03-02T09:00:00.000Z' }),
    })),
})

export const quiet: ActivityReply = { pending: 0, running: 0, faults: [] }

export const fakeToken = (name: string, over: Partial<ApiToken> = {}): ApiToken => ({
  id: Array.from(name, (letter) => letter.charCodeAt(0).toString(16))
    .join('')
    .padEnd(22, '0')
    .slice(0, 22),
  name,
  scopes: ['generate'],
  createdAt: '2026-03-01T09:00:00.000Z',
  ...over,
})
