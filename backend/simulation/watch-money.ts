import type { Budgets, Ledger, Part } from '../storage/money.ts'
import type { Attempt, Attempts } from './attempts.ts'
import { balance, keyOf, type Reserved } from './balance.ts'
import type { Verdict } from './invariants.ts'
import type { Tally } from './tally.ts'

export type MoneyWatch = {
  /** The ledger, watched; its reservations have names that are the same whenever a seed is run again. */
  ledger: Ledger
  /** Whether what the attempt may cost is promised, and not taken back. */
  paysFor(attempt: Attempt): boolean
  /** When nothing is left to be done. */
  balances(): Promise<void>
}

type Context = { ledger: Ledger; attempts: Attempts; tally: Tally } & Pick<Verdict, 'hold'>

/** Keeps in mind what was reserved, and compares it with the budgets, with what is sent and with what it cost. */
export function watchMoney({ ledger, attempts, tally, hold }: Context): MoneyWatch {
  const parts = new Map<string, Reserved>()
  const names = new Map<string, string>()
  const ids = new Map<string, string>()
  const real = ({ reservation, model }: Part) => ({ reservation: ids.get(reservation) ?? reservation, model })

  const note = (id: string, request: Parameters<Ledger['reserve']>[0]) => {
    const reservation = `money${names.size + 1}`
    names.set(id, reservation)
    ids.set(reservation, id)
    for (const { model, microUsd } of request.parts) {
      const part = { reservation, model, microUsd, at: request.at }
      parts.set(keyOf(part), part)
    }
    return { reservation }
  }

  const withinBudgets = async (at: number, budgets: Budgets) => {
    const month = await ledger.spend(at)
    const today = month.filter(({ day }) => day === dayOf(at))
    const within = (which: string, lines: typeof month, budget = Infinity) => {
      const promised = lines.reduce((sum, line) => sum + line.reservedMicroUsd - line.releasedMicroUsd, 0)
      hold(
        'no budget is exceeded but by a correction',
        promised <= budget,
        () => `${promised} of ${budget} are promised for the ${which}`,
      )
    }
    within('month', month, budgets.monthlyMicroUsd)
    within('day', today, budgets.dailyMicroUsd)
    for (const [model, budget] of budgets.modelDailyMicroUsd) {
      const ofModel = today.filter((line) => line.model === model)
      within(`day, for ${model}`, ofModel, budget)
    }
  }

  return {
    ledger: {
      ...ledger,
      async reserve(request) {
        const answer = await ledger.reserve(request)
        await withinBudgets(request.at, request.budgets)
        if ('reservation' in answer) return note(answer.reservation, request)
        tally.count('money: refused, over a budget')
        return answer
      },
      confirm: (part) => ledger.confirm(real(part)),
      async settle(part, end) {
        const settled = await ledger.settle(real(part), end)
        const reserved = parts.get(keyOf(part))
        if (settled && reserved) reserved.end = { costMicroUsd: end.costMicroUsd, costCertain: end.costCertain }
        if (!settled) tally.count('money: settled again, without effect')
        return settled
      },
      async open(query) {
        const open = await ledger.open(query)
        return open
          .map((part) => ({ ...part, reservation: names.get(part.reservation) ?? part.reservation }))
          .toSorted((a, b) => a.reservation.localeCompare(b.reservation))
      },
    },
    paysFor({ terms: { priceMicroUsd, reservation, model, requested }, end }) {
      if (priceMicroUsd === 0) return true
      const part = reservation === null ? undefined : parts.get(keyOf({ reservation, model }))
      if (!part || part.microUsd < (priceMicroUsd ?? 0) * requested) return false
      // What is sent when the attempt has ended already was settled as if it had been sent.
      return part.end === undefined || end !== undefined
    },
    balances: () => balance({ ledger, parts, attempts, tally, hold }),
  }
}

const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10)
