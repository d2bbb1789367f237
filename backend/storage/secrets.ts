import { randomBytes } from 'node:crypto'

// What both storages keep of secrets: 256 random bits in base64url.

export const newSecret = (): string => randomBytes(32).toString('base64url')
export const isSecret = (text: string): boolean => /^[\w-]{43}$/u.test(text)

/** `since`: from then on it signs. */
export type DatedSecret = { since: number; secret: string }

const dayMs = 86_400_000
/** For as long a secret signs visitors' cookies. */
export const renewedAfterMs = 90 * dayMs
/** As long as browsers keep a cookie. */
const heldAfterMs = 400 * dayMs

/** The secrets of visitors' cookies, newest first, with a new one and without those whose cookies have all run out by then. */
export const withNewSecret = (old: readonly DatedSecret[], added: DatedSecret): [DatedSecret, ...DatedSecret[]] => [
  added,
  ...old.filter((_, place) => added.since - (old[place - 1] ?? added).since < heldAfterMs),
]
