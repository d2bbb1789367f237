import { balancing } from './contract-suite/ledger/balancing.ts'
import { budgeting } from './contract-suite/ledger/budgeting.ts'
import { openParts } from './contract-suite/ledger/open-parts.ts'
import { reserving } from './contract-suite/ledger/reserving.ts'
import { settlingParts } from './contract-suite/ledger/settling-parts.ts'
import type { Ledger } from './money.ts'

/** What every Ledger must do. `open` answers with an empty one, which it closes when the test is over. */
export function ledgerContract(open: () => Promise<Ledger>) {
  reserving(open)
  budgeting(open)
  settlingParts(open)
  openParts(open)
  balancing(open)
}
