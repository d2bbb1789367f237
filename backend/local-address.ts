/** Whether a host name or address is this machine itself. Brackets of an IPv6 address are allowed. */
export function isLoopback(host: string): boolean {
  const bare = host.toLowerCase().replace(/^\[|\]$/gu, '')
  return bare === 'localhost' || bare.endsWith('.localhost') || bare === '::1' || /^127(?:\.\d{1,3}){3}$/u.test(bare)
}

/** Whether a host is this machine or one of the same private network: a server of the operator's own. */
export function isLocalNetwork(host: string): boolean {
  const bare = host.toLowerCase().replace(/^\[|\]$/gu, '')
  return (
    isLoopback(bare) ||
    bare.endsWith('.local') ||
    /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)[\d.]+$/u.test(bare) ||
    /^f[cd][\da-f]{2}:/u.test(bare)
  )
}
