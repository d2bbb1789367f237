import { StorageUnavailable } from '../storage.ts'

/**
 * A failure of AWS's services becomes a StorageUnavailable that says what to do; any other error is handed back as it is.
 * Visitors read the message, so that it names no account, table or bucket: those are in the cause.
 */
export function translateFailure(error: unknown): unknown {
  const advice = isObject(error) ? adviceFor(error) : undefined
  return advice === undefined ? error : new StorageUnavailable(advice, { cause: error })
}

export const throttled = 'The storage takes no more requests at the moment. Try again in a minute.'
const refused =
  'The storage refuses this server. Compare its rights with the template: npm run doctor tells which is missing.'
const gone = 'A table, bucket or queue of this server is missing. Deploy again: npm run doctor tells which.'
const failing = 'The storage does not answer. Try again in a minute.'

const byName = new Map<unknown, string>([
  ['ProvisionedThroughputExceededException', throttled],
  ['RequestLimitExceeded', throttled],
  ['ThrottlingException', throttled],
  ['RequestThrottled', throttled],
  ['SlowDown', throttled],
  ['AccessDenied', refused],
  ['AccessDeniedException', refused],
  ['UnrecognizedClientException', refused],
  ['InvalidSignatureException', refused],
  ['ExpiredTokenException', refused],
  ['ExpiredToken', refused],
  ['CredentialsProviderError', refused],
  ['KMSAccessDeniedException', refused],
  ['ResourceNotFoundException', gone],
  ['NoSuchBucket', gone],
  ['QueueDoesNotExist', gone],
  ['AWS.SimpleQueueService.NonExistentQueue', gone],
  ['InternalServerError', failing],
  ['InternalError', failing],
  ['ServiceUnavailable', failing],
  ['TimeoutError', failing],
  // S3's word for bytes that come too slowly.
  ['RequestTimeout', failing],
  // Nothing but a bound on time aborts a request.
  ['AbortError', failing],
])

const bySystem = new Set<unknown>(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', 'EPIPE', 'ETIMEDOUT'])

function adviceFor(error: object): string | undefined {
  if ('name' in error && byName.has(error.name)) return byName.get(error.name)
  if ('code' in error && bySystem.has(error.code)) return failing
  if (statusOf(error) === 403) return refused
  return isServersFault(error) ? failing : undefined
}

const statusOf = (error: object) =>
  '$metadata' in error && isObject(error.$metadata) && 'httpStatusCode' in error.$metadata
    ? error.$metadata.httpStatusCode
    : undefined

const isServersFault = (error: object) => '$fault' in error && error.$fault === 'server'

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null
