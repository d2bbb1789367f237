import { activity } from './contract-suite/activity.ts'
import { claiming } from './contract-suite/claiming.ts'
import { creating } from './contract-suite/creating.ts'
import { deleting } from './contract-suite/deleting.ts'
import { ending } from './contract-suite/ending.ts'
import { listing } from './contract-suite/listing.ts'
import { settling } from './contract-suite/settling.ts'
import { lookingAgain } from './contract-suite/looking-again.ts'
import { sweeping } from './contract-suite/sweeping.ts'
import { tickets } from './contract-suite/tickets.ts'
import { turns } from './contract-suite/turns.ts'
import { wishing } from './contract-suite/wishing.ts'
import type { JobStore } from './storage.ts'

/** What every JobStore must do. `open` answers with an empty store, which it closes when the test is over. */
export function jobStoreContract(open: () => Promise<JobStore>) {
  creating(open)
  claiming(open)
  tickets(open)
  ending(open)
  settling(open)
  sweeping(open)
  lookingAgain(open)
  turns(open)
  wishing(open)
  deleting(open)
  listing(open)
  activity(open)
}
