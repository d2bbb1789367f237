import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/**
 * `one`: everybody is `local`. `many`: each browser has an identity, which the newest of the `secrets` signs (they are asked for
 * each time, newest first) and all verify. `https`: browsers reach the server over TLS.
 */
export type VisitorOptions = { mode: 'one' | 'many'; secrets: () => readonly string[]; https: boolean }

export type Visitors = {
  /** Whether there can be more than one. */
  isShared: boolean
  /** The visitor whom a request's headers name; undefined when they name nobody. A wrong token is not excused by a good cookie. */
  identify(headers: { cookie: string | undefined; authorization: string | undefined }): string | undefined
  /** The visitor whom an API token stands for. */
  ofToken(visitor: string): string
  /** A `Set-Cookie` value that keeps the visitor known, or makes a new one. Undefined where there is one visitor. */
  greet(visitor: string | undefined): string | undefined
}

export function visitorsOf({ mode, secrets, https }: VisitorOptions): Visitors {
  if (mode === 'one')
    return { isShared: false, identify: () => 'local', ofToken: () => 'local', greet: () => undefined }

  const verify = (token: string): string | undefined => {
    const visitor = /^([A-Za-z0-9_-]{22})\.[A-Za-z0-9_-]{43}$/u.exec(token)?.[1]
    // The whole text is compared: base64 leaves bits unused, and decoding would let several texts name one visitor.
    return visitor !== undefined && secrets().some((secret) => isSame(token, sign(visitor, secret)))
      ? visitor
      : undefined
  }

  return {
    isShared: true,
    identify({ cookie, authorization }) {
      if (authorization !== undefined) return verify(/^Bearer +(\S+)$/iu.exec(authorization)?.[1] ?? '')
      return cookieValues(cookie ?? '', namesOf({ https }))
        .map(verify)
        .find((visitor) => visitor !== undefined)
    },
    ofToken: (visitor) => visitor,
    greet(visitor) {
      const [newest] = secrets()
      if (newest === undefined) throw new Error('There is no secret to sign a visitor with')
      const token = sign(visitor ?? randomBytes(16).toString('base64url'), newest)
      const [name] = namesOf({ https })
      return `${name}=${token}; Path=/; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Lax${https ? '; Secure' : ''}`
    },
  }
}

/**
 * Behind TLS no neighbouring host can set a cookie of the first name (`__Host-`). The second is there for those who have one
 * from before.
 */
const namesOf = ({ https }: { https: boolean }) =>
  https ? ['__Host-pixel-prompt-visitor', 'pixel-prompt-visitor'] : ['pixel-prompt-visitor']
// 400 days: the longest that browsers keep a cookie.
const maxAgeSeconds = 34_560_000

// A key of its own, so that no other value signed with the server's secret can be shown as a token.
const keyOf = (secret: string) => createHmac('sha256', secret).update('pixel-prompt visitor token').digest()

const sign = (visitor: string, secret: string) =>
  `${visitor}.${createHmac('sha256', keyOf(secret)).update(visitor).digest('base64url')}`

const isSame = (a: string, b: string) => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))

/** Each is verified under every secret, and a head has room for hundreds. */
const mostOfName = 5

/** Those of the first name before those of the second. */
function cookieValues(header: string, names: readonly string[]): string[] {
  const pairs = header.split(';').map((pair) => pair.trim())
  return names.flatMap((name) =>
    pairs
      .filter((pair) => pair.startsWith(`${name}=`))
      .slice(0, mostOfName)
      .map((pair) => pair.slice(name.length + 1)),
  )
}
