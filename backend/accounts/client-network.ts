import { networkOf, parseAddress } from '../ip-address.ts'

/** What counts as one client: the network of an address, or all of those whose address is not known. */
export function clientNetwork(address: string): string {
  const parsed = parseAddress(address)
  return parsed === undefined ? 'unknown' : networkOf(parsed)
}
