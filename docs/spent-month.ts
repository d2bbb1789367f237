import { openLocalStorage } from '../backend/storage/local/open-local-storage.ts'
import type { Ledger } from '../backend/storage/money.ts'

const dayMs = 86_400_000

/** Writes a month of spending into a data folder that no server has open. The same for the same prices and day. */
export async function spendMonth(dataDir: string, prices: Record<string, number>): Promise<void> {
  const storage = openLocalStorage({ dataDir })
  const now = new Date()
  const first = Date.UTC(now.getUTCFullYear(), now.getUTCMonth())
  for (let day = 0; day < now.getUTCDate(); day += 1) {
    for (const [place, [model, microUsd]] of Object.entries(prices).entries()) {
      const pictures = weekend(first + day * dayMs) ? place : 4 + ((day * 7 + place * 5) % 11)
      if (pictures > 0) await spend(storage.ledger, { model, microUsd: microUsd * pictures, at: first + day * dayMs })
    }
  }
  storage.close()
}

const weekend = (at: number) => [0, 6].includes(new Date(at).getUTCDay())

async function spend(ledger: Ledger, { model, microUsd, at }: { model: string; microUsd: number; at: number }) {
  const reserved = await ledger.reserve({
    at,
    parts: [{ model, microUsd }],
    budgets: { modelDailyMicroUsd: new Map() },
  })
  if ('over' in reserved) throw new Error('There is no budget to pass')
  const part = { reservation: reserved.reservation, model }
  await ledger.confirm(part)
  // Now and then something is cut off that may have been charged.
  await ledger.settle(part, { costMicroUsd: microUsd, costCertain: microUsd % 21 !== 0, at })
}
