import { type LoggerOptions, pino, stdSerializers } from 'pino'
import { ProviderError } from '../providers/provider.ts'

/** One JSON object a line. */
export const loggerOptions = (level: string): LoggerOptions => ({
  level,
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  serializers: { err: loggedError },
})

/** Of a provider's failure what this server says of it: the provider's own words may repeat the prompt. */
export function loggedError(error: unknown): unknown {
  if (!(error instanceof ProviderError)) return error instanceof Error ? stdSerializers.err(error) : error
  const { code, message, words, didNoWork, retryAfterSeconds, cause } = error
  return {
    type: error.name,
    code,
    message: message.slice(0, message.length - words.length),
    didNoWork,
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
    ...(cause instanceof Error && { cause: cause.message }),
  }
}
