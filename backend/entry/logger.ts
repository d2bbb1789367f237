import { pino, type Logger } from 'pino'
import pretty from 'pino-pretty'
import { loggerOptions } from './logger-options.ts'

/** One JSON object a line; coloured lines for people when written to a terminal. */
export function createLogger(level: string): Logger {
  const options = loggerOptions(level)
  return process.stdout.isTTY
    ? pino(options, pretty({ sync: true, colorize: true, translateTime: 'SYS:HH:MM:ss' }))
    : pino(options)
}
