import { expect, test } from 'vitest'
import { isPublicAddress } from './ip-address.ts'

test.each([
  ['this machine', ['127.0.0.1', '127.255.0.9', '0.0.0.0', '::1', '::']],
  ['a private network', ['10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.0.1', 'fd00::1', 'fc00::', 'fec0::1']],
  ['a link, and the metadata of a cloud', ['169.254.169.254', 'fe80::1', 'fe80::1%eth0', 'fd00:ec2::254']],
  ['a carrier', ['100.64.0.1', '100.127.255.255']],
  ['many at once', ['224.0.0.1', '239.255.255.255', 'ff02::1', '255.255.255.255']],
  ['nobody yet, or documents', ['192.0.2.1', '198.51.100.1', '203.0.113.1', '198.18.0.1', '240.0.0.1', '2001:db8::1']],
  [
    'IPv4 inside IPv6',
    ['::ffff:127.0.0.1', '::ffff:8.8.8.8', '::127.0.0.1', '64:ff9b::7f00:1', '2002:7f00:1::', '2001::1'],
  ],
  ['what is not given out', ['4000::1', '100::1', '5f00::1', '3fff::1']],
  ['nothing', ['', 'localhost', '127.1', '2130706433', '0x7f.0.0.1', '[::1]', '8.8.8.8/32']],
])('an address of %s is not public', (_, addresses) => {
  expect(addresses.filter(isPublicAddress)).toEqual([])
})

test('an address that anybody can be given is public', () => {
  const addresses = ['8.8.8.8', '172.32.0.1', '100.128.0.1', '169.253.0.1', '2606:4700::1111', '2a00:1450:4001::1']
  expect(addresses.filter((address) => !isPublicAddress(address))).toEqual([])
})
