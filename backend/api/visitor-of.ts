import { RefusalError } from '../../contract/refusal.ts'
import type { Visitors } from '../accounts/visitor.ts'
import type { ApiContext } from './app-deps.ts'

/** Who is asking. Throws RefusalError `unauthorized` when the request names nobody. */
export function visitorOf(c: ApiContext): string {
  const { visitor } = c.var
  if (visitor !== undefined) return visitor
  const message =
    'The server does not know you. Open its page first, or send the token of a visitor as Authorization: Bearer.'
  throw new RefusalError('unauthorized', message)
}

/** Gives a browser that has none an identity, and a known one its cookie for another 400 days. Says whether it did. */
export function greetVisitor(c: ApiContext, visitors: Visitors): boolean {
  // A cookie would outlive the token that it was given for; and another site's page must not replace the one that is there.
  if (c.var.token !== undefined || c.var.ofOtherSite) return false
  const cookie = visitors.greet(c.var.visitor)
  if (cookie === undefined) return false
  c.header('Set-Cookie', cookie)
  return true
}
