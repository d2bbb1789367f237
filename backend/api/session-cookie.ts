import type { SessionRole } from '../../contract/session.ts'
import { sessionMs } from '../accounts/sessions.ts'

/** No neighbouring host can set a cookie of the first name, which is the one behind TLS. */
const names = ['__Host-pixel-prompt-session', 'pixel-prompt-session'] as const

/** Each is verified, and a head has room for hundreds. */
const mostOfName = 5

/** Of all cookies of that name the first that is one: another path or a neighbouring host may have set others. */
export function sessionOf(
  header: string | undefined,
  read: (value: string) => SessionRole | undefined,
): SessionRole | undefined {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim())
  return names
    .flatMap((name) =>
      pairs
        .filter((pair) => pair.startsWith(`${name}=`))
        .slice(0, mostOfName)
        .map((pair) => read(pair.slice(name.length + 1))),
    )
    .find((role) => role !== undefined)
}

/** A `Set-Cookie` value; without a `value` it takes the cookie away. */
export const sessionCookie = (value: string | undefined, { https }: { https: boolean }): string =>
  `${names[https ? 0 : 1]}=${value ?? ''}; Path=/; Max-Age=${value === undefined ? 0 : sessionMs / 1000}; HttpOnly; SameSite=Lax${https ? '; Secure' : ''}`
