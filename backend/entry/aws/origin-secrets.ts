import { timingSafeEqual } from 'node:crypto'
import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager'

const lookedAgainAfterMs = 30_000

/**
 * Says whether a value is one of the secrets that CloudFront shows. They are read at once; when a value is none of them they
 * may have been renewed since, so that they are read again, at most every 30 seconds.
 */
export async function originSecrets(
  secrets: SecretsManagerClient,
  { arns, now }: { arns: readonly string[]; now: () => number },
): Promise<(value: string) => Promise<boolean>> {
  const read = () =>
    Promise.all(
      arns.map(async (SecretId) => (await secrets.send(new GetSecretValueCommand({ SecretId }))).SecretString ?? ''),
    )
  let known = await read()
  let readAt = now()
  const isKnown = (value: string) => known.some((secret) => secret !== '' && isSame(secret, value))
  return async (value) => {
    if (isKnown(value)) return true
    if (now() - readAt < lookedAgainAfterMs) return false
    readAt = now()
    known = await read().catch(() => known)
    return isKnown(value)
  }
}

function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.byteLength === right.byteLength && timingSafeEqual(left, right)
}
