import type { Attempts } from './attempts.ts'

/** The arguments of a call, for a reader of the schedule. */
export const argumentsInWords = (attempts: Attempts, args: readonly unknown[]): string =>
  args.map((argument) => inWords(attempts, argument)).join(' ')

function inWords(attempts: Attempts, argument: unknown): string {
  if (typeof argument === 'string') return attempts.nameOf(argument)
  if (typeof argument !== 'object' || argument === null) return JSON.stringify(argument) ?? 'nothing'
  return Object.entries(argument)
    .flatMap(([name, value]: [string, unknown]) => {
      const text = typeof value === 'string' ? value : JSON.stringify(value)
      if (name === 'jobId') return [attempts.nameOf(text)]
      if (name === 'attempt') return [`#${text}`]
      if (name === 'model' || name === 'outcome') return [text]
      return typeof value === 'object' ? [] : [`${name} ${text}`]
    })
    .join(' ')
}

export function answerInWords(answer: unknown): string {
  if (Array.isArray(answer)) return `${answer.length} found`
  if (typeof answer !== 'object' || answer === null) return JSON.stringify(answer) ?? 'nothing'
  return Object.entries(answer)
    .flatMap(([name, value]: [string, unknown]) =>
      typeof value === 'object' ? [] : [`${name} ${JSON.stringify(value)}`],
    )
    .slice(0, 3)
    .join(', ')
}
