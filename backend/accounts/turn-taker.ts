import { createHmac } from 'node:crypto'
import { inRange, isPublicAddress, networkOf, parseAddress } from '../ip-address.ts'
import type { RateDeps } from './rate-limit.ts'
import type { VisitorOptions } from './visitor.ts'

/**
 * As whom a visitor's tasks wait for their turns. An identity costs nothing, an address does: the visitors of one network
 * share `turnsOfNetwork`, so that cookies that are thrown away gain no more, and not all wait behind the one who asks most. Who
 * comes from an address that is not counted, or that says nothing, such as a private one, waits as himself.
 */
export function turnTaker(
  deps: {
    rates: Pick<RateDeps, 'limits' | 'secret'>
    visitors: Pick<VisitorOptions, 'mode'>
    turnsOfNetwork: number
  },
  { visitor, address }: { visitor: string; address: string },
): string {
  const { rates, visitors, turnsOfNetwork } = deps
  const client = parseAddress(address)
  const counts =
    visitors.mode === 'many' &&
    client !== undefined &&
    isPublicAddress(client.toString()) &&
    !rates.limits.exempt.some((range) => inRange(client, range))
  if (!counts) return visitor
  const hash = (text: string) => createHmac('sha256', rates.secret).update(`turns ${text}`).digest()
  const turn = hash(visitor).readUInt32BE() % turnsOfNetwork
  // What is stored names the address to nobody.
  return hash(`${networkOf(client)} ${turn}`)
    .subarray(0, 16)
    .toString('base64url')
}
