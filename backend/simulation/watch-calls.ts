import type { Attempt, SentRequest } from './attempts.ts'
import type { Verdict } from './invariants.ts'

/** Counts what reaches the provider. */
export function watchCalls({ hold, paysFor }: Pick<Verdict, 'hold'> & { paysFor: (attempt: Attempt) => boolean }): {
  sent(attempt: Attempt, call: number, count: number): SentRequest
  /** When nothing is left to be done: whether each result says what it cost. */
  costs(attempts: Iterable<Attempt>): void
} {
  return {
    sent(attempt, call, count) {
      const earlier = attempt.requests.get(call) ?? []
      hold(
        'no call is sent twice',
        earlier.every(({ answer }) => answer === 'no_work'),
        () => `call ${call} of ${attempt.name} was sent again, after ${earlier.map(({ answer }) => answer).join()}`,
      )
      hold(
        'nothing that costs money is sent without its reservation',
        paysFor(attempt),
        () => `call ${call} of ${attempt.name} was sent`,
      )
      const request: SentRequest = { count, answer: 'lost', chargeMicroUsd: null }
      attempt.requests.set(call, [...earlier, request])
      return request
    },
    costs(attempts) {
      for (const { name, terms, requests, end } of attempts) {
        if (!end || terms.priceMicroUsd === 0) continue
        const sent = [...requests.values()].flat()
        const { costMicroUsd, costCertain, status } = end
        const least = atLeast(terms.priceMicroUsd, sent, status === 'completed')
        hold(
          'a certain cost is what the provider charged, any other no less than it may have',
          costCertain
            ? costMicroUsd === certain(sent)
            : costMicroUsd === null || least === null || costMicroUsd >= least,
          () => `${name} says ${costMicroUsd}${end.costCertain ? '' : ' or less'}, of ${JSON.stringify(sent)}`,
        )
      }
    },
  }
}

/** Undefined when nobody can be certain. */
function certain(sent: readonly SentRequest[]): number | null | undefined {
  if (sent.some(({ answer }) => answer === 'lost')) return undefined
  return total(sent.map(({ chargeMicroUsd, answer }) => (answer === 'no_work' ? 0 : chargeMicroUsd)))
}

/** Of what was lost the price may have been charged; so may it of an answer that came when nobody could keep it. */
function atLeast(price: number | null, sent: readonly SentRequest[], kept: boolean): number | null {
  return total(
    sent.map(({ answer, count, chargeMicroUsd }) => {
      const usual = price === null ? null : price * count
      if (answer === 'no_work') return 0
      if (answer === 'lost' || chargeMicroUsd === null || usual === null) return usual
      return kept ? chargeMicroUsd : Math.min(chargeMicroUsd, usual)
    }),
  )
}

const total = (amounts: readonly (number | null)[]) =>
  amounts.reduce((sum, amount) => (sum === null || amount === null ? null : sum + amount), 0)
