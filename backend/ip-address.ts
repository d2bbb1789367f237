import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

export type Address = ipaddr.IPv4 | ipaddr.IPv6
/** A network and the number of its bits that count. */
export type AddressRange = readonly [Address, number]

/** An IPv4 address that is written as IPv6 is IPv4. Undefined for what is not written in full, such as `127.1`. */
export const parseAddress = (text: string): Address | undefined => (isIP(text) === 0 ? undefined : ipaddr.process(text))

/** `203.0.113.7`, `203.0.113.0/24` or `2001:db8::/48`; undefined when it is none of these. */
export function parseAddressRange(text: string): AddressRange | undefined {
  const [, network = '', bits] = /^([^/]+)(?:\/(\d{1,3}))?$/u.exec(text) ?? []
  const address = isIP(network) === 0 ? undefined : ipaddr.parse(network)
  if (address === undefined) return undefined
  const all = address.toByteArray().length * 8
  return Number(bits ?? all) <= all ? [address, Number(bits ?? all)] : undefined
}

export const inRange = (address: Address, [network, bits]: AddressRange): boolean =>
  address.kind() === network.kind() && address.match(network, bits)

/** What counts as one client: an IPv4 address, or the /64 network that an IPv6 subscriber has to himself. */
export const networkOf = (address: Address): string => siteOf(address, 8) ?? address.toString()

/** The /56 network of IPv6 that many households have; undefined for IPv4, of which they have one address. */
export const householdOf = (address: Address): string | undefined => siteOf(address, 7)

function siteOf(address: Address, bytes: number): string | undefined {
  if (address.kind() === 'ipv4') return undefined
  const network = address.toByteArray().map((byte, place) => (place < bytes ? byte : 0))
  return `${ipaddr.fromByteArray(network).toString()}/${bytes * 8}`
}

/**
 * Whether an address is one of the public internet. Every special range is not: private, loopback, link-local with the
 * metadata of clouds, shared by carriers, multicast, and those of IPv6 that lead to an IPv4 address.
 */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 0 || address.includes('%')) return false
  const parsed = ipaddr.parse(address)
  if (parsed.kind() === 'ipv4') return parsed.range() === 'unicast'
  // All that is given out to be reached; what ipaddr.js does not know lies outside.
  return parsed.range() === 'unicast' && parsed.match(allocated)
}

const allocated = ipaddr.parseCIDR('2000::/3')
