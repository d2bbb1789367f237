import { RefusalError } from '../../contract/refusal.ts'
import type { ApiContext, AppDeps } from './app-deps.ts'
import { visitorOf } from './visitor-of.ts'

/** On a server with one visitor, that one is the operator. Throws RefusalError for everybody on a server with many. */
export function requireOperator(c: ApiContext, { mode }: AppDeps['visitors']): void {
  visitorOf(c)
  if (mode === 'one') return
  throw new RefusalError(
    'forbidden',
    'This is for the operator alone, whom a server with many visitors cannot tell from the others yet.',
  )
}
