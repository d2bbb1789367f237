import { claiming } from './contract-suite/claiming.ts'
import { creating } from './contract-suite/creating.ts'
import { deleting } from './contract-suite/deleting.ts'
import { ending } from './contract-suite/ending.ts'
import { listing } from './contract-suite/listing.ts'
import { sweeping } from './contract-suite/sweeping.ts'
import { wishing } from './contract-suite/wishing.ts'
import type { JobStore } from './storage.ts'

/** What every JobStore must do. `open` answers with an empty store, which it closes when the test is over. */
export function jobStoreContract(open: () => Promise<JobStore>) {
  creating(open)
  claiming(open)
  ending(open)
  sweeping(open)
  wishing(open)
  deleting(open)
  listing(open)
}
