import { expect, test } from 'vitest'
import { clientNetwork } from './client-network.ts'

test('counts an IPv6 household as one client, an IPv4 address as another', () => {
  expect(clientNetwork('2001:db8:1:2::3')).toBe(clientNetwork('2001:db8:1:2:ffff::1'))
  expect(clientNetwork('2001:db8:1:2::3')).not.toBe(clientNetwork('2001:db8:9:2::3'))
  expect(clientNetwork('192.0.2.1')).not.toBe(clientNetwork('192.0.2.2'))
})

test('counts everybody whose address is not known as one client', () => {
  expect(clientNetwork('')).toBe(clientNetwork('not an address'))
})
