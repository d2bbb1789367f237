import { ProviderError } from './provider.ts'
import { type ProviderWords, providerWords } from './provider-words.ts'
import { beginningOf, redact } from './redact.ts'
import { retryAfterSeconds } from './retry-after.ts'
import { type Verdict, type VerdictName, verdicts } from './verdicts.ts'

/** What is known of a call that failed. `status` is missing when no answer came. */
export type Failure = {
  status?: number
  /** Lower-case names. */
  headers?: Record<string, string>
  body?: string
  /** What was thrown. */
  error: unknown
}

/** What a provider's own file makes of an answer; undefined: what its status and words usually mean. */
export type Classify = (answer: {
  status: number
  words: ProviderWords
  headers: Record<string, string>
}) => VerdictName | undefined

/** `who` is named in the message; `secrets` never appear in it. `now` in milliseconds since 1970. */
type Context = { who: string; secrets: readonly string[]; now: number; classify?: Classify | undefined }

/** Names a failure. An answer of 2xx that led here is one that could not be understood. */
export function classifyError(failure: Failure, context: Context): ProviderError {
  const chain = causes(failure.error)
  const named = chain.find((error) => error instanceof ProviderError)
  if (named !== undefined) return named

  const { who, secrets } = context
  const { status, headers = {}, body = '' } = failure
  const words = providerWords(body)
  const broken = brokenConnection(chain, who)
  const {
    code,
    message,
    didNoWork,
    retryAfterSeconds: seconds,
  } = broken ?? (status === undefined ? unknownFault(who) : answered({ status, headers, words }, context))
  const says = broken ? '' : whatItSays(words, secrets)
  const id = requestId(headers, secrets)
  const thrown = redact(beginningOf(chain.map(String).join(' <- ')), secrets)
  // Without its words, which may repeat the prompt.
  const cause = new Error(`${status ?? 'no answer'}: ${thrown} ${redact(words.code, secrets)}`.replaceAll(/\s+/gu, ' '))
  return new ProviderError(code, id === undefined ? message : `${message} Its id of the request is ${id}.`, {
    words: says,
    didNoWork,
    ...(seconds !== undefined && { retryAfterSeconds: seconds }),
    cause,
  })
}

type Answer = Parameters<Classify>[0]

function answered(answer: Answer, { who, now, classify }: Context): Verdict {
  const { status, headers, words } = answer
  const wait = retryAfterSeconds(headers, words, now)
  const name = classify?.(answer) ?? byWords(status, words) ?? byStatus(status, wait)
  if (name === undefined) return garbled(who, words)
  const verdict: Verdict = verdicts[name](who, status)
  if (verdict.code !== 'rate_limited') return verdict
  const when = wait === undefined ? 'Try again in a while.' : `Try again in ${wait} s.`
  return { ...verdict, message: `${verdict.message} ${when}`, retryAfterSeconds: wait }
}

/** Undefined: a success that could not be read. */
function byStatus(status: number, wait: number | undefined): VerdictName | undefined {
  if (status < 300) return undefined
  if (status === 503 && wait !== undefined) return 'overloaded'
  return statuses[status] ?? (status < 500 ? 'badRequest' : 'failed')
}

const statuses: Record<number, VerdictName> = {
  401: 'badKey',
  402: 'noCredit',
  403: 'notAllowed',
  404: 'nothingThere',
  408: 'tooSlow',
  429: 'busy',
  504: 'tooSlow',
}

/** Providers disagree about statuses; their own words and codes say more. */
function byWords(status: number, { code, message, refusedOutput }: ProviderWords): VerdictName | undefined {
  const said = `${code} ${message}`
  const clientFault = status < 500 && status !== 401
  if (clientFault && /moderation|content[_ ]?(?:policy|filter)|safety (?:system|filter)|nsfw/iu.test(said))
    return refusedOutput || status < 400 ? 'refusedPicture' : 'refused'
  if (
    clientFault &&
    /insufficient_quota|billing_hard_limit|exceeded your current quota|insufficient (?:credit|balance)/iu.test(said)
  )
    return 'noCredit'
  if (status === 400 && /api key not valid|invalid[_ ]api[_ ]key/iu.test(said)) return 'badKey'
  if (
    (status === 400 || status === 404 || status === 410) &&
    /model_not_found|model\b.*\b(?:not (?:exist|found)|decommissioned|deprecated|shut ?down|removed|retired|end of its life)/iu.test(
      said,
    )
  )
    return 'retired'
  return undefined
}

function garbled(who: string, { isHtml, message }: ProviderWords): Verdict {
  if (isHtml)
    return {
      code: 'unavailable',
      message: `${who} answered with a web page instead of an image. Check the base URL in the server's settings.`,
      didNoWork: false,
    }
  return { ...verdicts.noImage(who), ...(message !== '' && { code: 'unavailable' }) }
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
  if (some(tooSlow)) return verdicts.tooSlow(who)
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

/** The provider's own words, short enough for a card. */
function whatItSays({ message }: ProviderWords, secrets: readonly string[]): string {
  // Redacted first, so that no half of a key is left at the cut.
  const text = redact(message, secrets)
    .replaceAll(/[\s\p{C}]+/gu, ' ')
    .trim()
  return text === '' ? '' : ` It says: “${text.length > 200 ? `${text.slice(0, 199)}…` : text}”`
}

/** By which the provider can be asked about the request. */
function requestId(headers: Record<string, string>, secrets: readonly string[]): string | undefined {
  const ids = requestIds.map((name) => headers[name])
  const id = ids.find((value) => value !== undefined && /^[\w:.-]{1,100}$/u.test(value))
  return id === undefined ? undefined : redact(id, secrets)
}

const requestIds = ['x-request-id', 'request-id', 'x-amzn-requestid', 'x-fal-request-id', 'x-goog-request-id']
