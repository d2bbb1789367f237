import { pino, type Logger } from 'pino'
import pretty from 'pino-pretty'

/** One JSON object a line; coloured lines for people when written to a terminal. */
export function createLogger(level: string): Logger {
  const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime }
  return process.stdout.isTTY
    ? pino(options, pretty({ sync: true, colorize: true, translateTime: 'SYS:HH:MM:ss' }))
    : pino(options)
}
