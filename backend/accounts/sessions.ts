import { createHmac, randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import type { SessionRole } from '../../contract/session.ts'

/** Those that the server's settings name; without `access` everybody is let in, without `operator` nobody logs in as one. */
export type Passwords = { access?: string | undefined; operator?: string | undefined }

export type Sessions = {
  /** Whether a visitor must log in. */
  required: boolean
  /** Whether one can log in as the operator. */
  hasOperator: boolean
  /** As whom a password logs in. It takes some 50 ms of another thread, whatever the password. */
  check(password: string): Promise<SessionRole | undefined>
  /** The value of a session's cookie. */
  open(role: SessionRole, at: number): string
  /** Whose session a value is; undefined when it was not made here, is too old, or was made under another password. */
  read(value: string, at: number): SessionRole | undefined
}

/** Times in milliseconds since 1970. */
export const sessionMs = 30 * 86_400_000

/**
 * Sessions are kept nowhere: a signed value says as whom and until when. Each role's signature comes from its password
 * and the server's secret, so that a changed password ends the sessions that it opened, and the secret alone opens none.
 */
export async function openSessions({ access, operator }: Passwords, secret: string): Promise<Sessions> {
  const salt = createHmac('sha256', secret).update('pixel-prompt password').digest()
  const keyOf = (password: string) => hash(password.normalize('NFKC'), salt, 32, cost)
  const roles = await Promise.all(
    [{ role: 'visitor', password: access } as const, { role: 'operator', password: operator } as const].flatMap(
      ({ role, password }) => (password === undefined ? [] : [keyOf(password).then((key) => ({ role, key }))]),
    ),
  )
  const keys = new Map(roles.map(({ role, key }) => [role, key]))
  const sign = (key: Buffer, role: SessionRole, text: string) =>
    createHmac('sha256', key).update(secret).update(` pixel-prompt session ${role} ${text}`).digest()

  return {
    required: access !== undefined,
    hasOperator: operator !== undefined,
    async check(password) {
      const key = await keyOf(password)
      // All are compared, so that the time tells nothing.
      return roles.filter((known) => timingSafeEqual(known.key, key)).at(-1)?.role
    },
    open(role, at) {
      const key = keys.get(role)
      if (key === undefined) throw new Error(`Nobody can log in as ${role}`)
      const text = `${at + sessionMs}.${randomBytes(9).toString('base64url')}`
      return `${role}.${text}.${sign(key, role, text).toString('base64url')}`
    },
    read(value, at) {
      const found = /^(?<role>visitor|operator)\.(?<text>(?<until>\d{1,16})\.[\w-]{12})\.(?<mac>[\w-]{43})$/u.exec(
        value,
      )
      if (!found?.groups) return undefined
      const { role, text = '', until, mac = '' } = found.groups
      const known = roles.find((one) => one.role === role)
      if (known === undefined || Number(until) <= at) return undefined
      const given = Buffer.from(mac)
      const right = Buffer.from(sign(known.key, known.role, text).toString('base64url'))
      return given.length === right.length && timingSafeEqual(given, right) ? known.role : undefined
    },
  }
}

const hash = promisify<string, Buffer, number, { N: number; r: number; p: number }, Buffer>(scrypt)
// 16 MB and some 50 ms for each guess: OWASP's least for scrypt is 2^17, which would be 128 MB for each of those who ask at
// once. What guards a short password here is that guesses are counted.
const cost = { N: 16_384, r: 8, p: 1 }
