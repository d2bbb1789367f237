import type { TaskErrorCode } from '../../contract/task-error.ts'
import { ProviderError } from './provider.ts'
import { type ProviderWords, providerWords } from './provider-words.ts'
import { beginningOf, redact } from './redact.ts'
import { retryAfterSeconds } from './retry-after.ts'

/** What is known of a call that failed. `status` is missing when no answer came. */
export type Failure = {
  status?: number
  /** Lower-case names. */
  headers?: Record<string, string>
  body?: string
  /** What was thrown. */
  error: unknown
}

/** `who` is named in the message; `secrets` never appear in it. `now` in milliseconds since 1970. */
type Context = { who: string; secrets: readonly string[]; now: number }

type Verdict = { code: TaskErrorCode; message: string; didNoWork: boolean; retryAfterSeconds?: number | undefined }

/** Names a failure. An answer of 2xx that led here is one that could not be understood. */
export function classifyError(failure: Failure, { who, secrets, now }: Context): ProviderError {
  const chain = causes(failure.error)
  const named = chain.find((error) => error instanceof ProviderError)
  if (named !== undefined) return named

  const { status, headers = {}, body = '' } = failure
  const words = providerWords(body)
  const wait = retryAfterSeconds(headers, words.message, now)
  const broken = brokenConnection(chain, who)
  const {
    code,
    message,
    didNoWork,
    retryAfterSeconds: seconds,
  } = broken ?? (status === undefined ? unknownFault(who) : byStatus(status, who, words, wait))
  const says = quoted(words.message, secrets)
  const thrown = redact(beginningOf(chain.map(String).join(' <- ')), secrets)
  const answered = redact(beginningOf(body), secrets).slice(0, 500)
  const cause = new Error(`${status ?? 'no answer'}: ${thrown} ${answered}`)
  return new ProviderError(code, says === '' || broken ? message : `${message} It says: ${says}`, {
    didNoWork,
    ...(seconds !== undefined && { retryAfterSeconds: seconds }),
    cause,
  })
}

function byStatus(status: number, who: string, words: ProviderWords, wait: number | undefined): Verdict {
  const refusal = byWords(status, who, words)
  if (refusal !== undefined) return refusal
  if (status < 300) return garbled(who, words)
  if (status === 429 || (status === 503 && wait !== undefined))
    return {
      code: 'rate_limited',
      message:
        `${who} ${status === 429 ? 'is asked too often' : 'is overloaded'}. ` +
        (wait === undefined ? 'Try again in a while.' : `Try again in ${wait} s.`),
      retryAfterSeconds: wait,
      didNoWork: true,
    }
  return (
    statusVerdicts[status]?.(who) ??
    (status < 500
      ? { code: 'bad_parameter', message: `${who} did not accept the request (${status}).`, didNoWork: true }
      : {
          code: 'unavailable',
          message: `${who} failed (${status}). It may have charged for the image; try again later.`,
          didNoWork: false,
        })
  )
}

const noKey = (who: string): Verdict => ({
  code: 'auth',
  message: `${who} did not accept the key. Check it in the server's settings.`,
  didNoWork: true,
})

const statusVerdicts: Record<number, (who: string) => Verdict> = {
  401: noKey,
  402: (who) => ({ code: 'auth', message: `${who} wants payment first: the account has no credit.`, didNoWork: true }),
  403: (who) => ({ code: 'auth', message: `${who} does not let this key use the model.`, didNoWork: true }),
  404: (who) => ({
    code: 'unavailable',
    message: `${who} has nothing at this address. Check the base URL in the server's settings.`,
    didNoWork: true,
  }),
  408: (who) => ({
    code: 'timeout',
    message: `${who} took too long. It may have charged for the image.`,
    didNoWork: false,
  }),
  504: (who) => ({
    code: 'timeout',
    message: `${who} took too long. It may have charged for the image.`,
    didNoWork: false,
  }),
}

/** Providers disagree about statuses; their own words and codes say more. */
function byWords(status: number, who: string, { code, message, refusedOutput }: ProviderWords): Verdict | undefined {
  const said = `${code} ${message}`
  const clientFault = status < 500 && status !== 401
  if (clientFault && /moderation|content[_ ]?(?:policy|filter)|safety (?:system|filter)|nsfw/iu.test(said))
    return {
      code: 'content_policy',
      message: `${who} refused the prompt because of its content rules. Try other words.`,
      didNoWork: !refusedOutput && status >= 400,
    }
  if (
    clientFault &&
    /insufficient_quota|billing_hard_limit|exceeded your current quota|insufficient (?:credit|balance)/iu.test(said)
  )
    return statusVerdicts[402]?.(who)
  if (status === 400 && /api key not valid|invalid[_ ]api[_ ]key/iu.test(said)) return noKey(who)
  if (
    (status === 400 || status === 404 || status === 410) &&
    /model_not_found|model\b.*\b(?:not (?:exist|found)|decommissioned|deprecated|shut ?down|removed|retired)/iu.test(
      said,
    )
  )
    return { code: 'retired_model', message: `${who} does not offer this model, or no longer.`, didNoWork: true }
  return undefined
}

function garbled(who: string, { isHtml, message }: ProviderWords): Verdict {
  if (isHtml)
    return {
      code: 'unavailable',
      message: `${who} answered with a web page instead of an image. Check the base URL in the server's settings.`,
      didNoWork: false,
    }
  return {
    code: message === '' ? 'invalid_image' : 'unavailable',
    message: `${who} answered without an image. It may have charged for it.`,
    didNoWork: false,
  }
}

/** A server that is being started answers soon. */
const refusedWaitSeconds = 2

const neverConnected = /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)$/u
const untrusted = /^(?:CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|EPROTO$)/u
const tooSlow = /^UND_ERR_(?:HEADERS|BODY)_TIMEOUT$/u
const cutOff = /^(?:ECONNRESET|EPIPE|ETIMEDOUT|ECONNABORTED|UND_ERR_.+|HPE_.+)$/u

/** A connection that failed, by Node's codes; also after a status had come, when the rest of the answer did not. */
function brokenConnection(chain: Error[], who: string): Verdict | undefined {
  const codes = chain.flatMap((error) => ('code' in error && typeof error.code === 'string' ? [error.code] : []))
  const some = (pattern: RegExp) => codes.some((code) => pattern.test(code))
  if (
    some(neverConnected) ||
    (some(/^ETIMEDOUT$/u) && chain.some((error) => 'syscall' in error && error.syscall === 'connect'))
  )
    return {
      code: 'unavailable',
      message: `${who} cannot be reached: nothing answers at its address. Try again later.`,
      didNoWork: true,
      retryAfterSeconds: refusedWaitSeconds,
    }
  if (some(untrusted))
    return {
      code: 'unavailable',
      message: `${who} cannot be reached safely: its certificate is not trusted.`,
      didNoWork: true,
    }
  if (some(tooSlow)) return statusVerdicts[408]?.(who)
  if (some(cutOff))
    return {
      code: 'unavailable',
      message: `The connection to ${who} broke off before the image was there. It may have charged for it.`,
      didNoWork: false,
    }
  return undefined
}

const unknownFault = (who: string): Verdict => ({
  code: 'unavailable',
  message: `${who} could not be asked, or its answer could not be read. It may have charged for the image.`,
  didNoWork: false,
})

function causes(error: unknown): Error[] {
  const chain: Error[] = []
  for (let next = error; next instanceof Error && !chain.includes(next); next = next.cause) chain.push(next)
  return chain
}

/** The provider's own words, short enough for a card. Redacted first, so that no half of a key is left at the cut. */
function quoted(message: string, secrets: readonly string[]): string {
  const text = redact(message, secrets)
    .replaceAll(/[\s\p{C}]+/gu, ' ')
    .trim()
  return text === '' ? '' : `“${text.length > 200 ? `${text.slice(0, 199)}…` : text}”`
}
