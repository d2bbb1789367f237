import { pino, type Logger, stdSerializers } from 'pino'
import pretty from 'pino-pretty'
import { ProviderError } from '../providers/provider.ts'

/** One JSON object a line; coloured lines for people when written to a terminal. */
export function createLogger(level: string): Logger {
  const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: loggedError } }
  return process.stdout.isTTY
    ? pino(options, pretty({ sync: true, colorize: true, translateTime: 'SYS:HH:MM:ss' }))
    : pino(options)
}

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
