import * as z from 'zod/mini'

export const maxPromptLength = 1000

/** Length as the product counts it: Unicode code points, the same in browser and server. */
export const codePoints = (text: string): number => Array.from(text).length

// Control characters (newline and tab excepted) and bidirectional overrides can hide what a prompt says.
// eslint-disable-next-line no-control-regex -- refusing them is the point
const unprintable = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/u
// White space, and characters that show nothing or have no meaning of their own: a text of these alone is blank.
const invisible = /[\p{White_Space}\p{Default_Ignorable_Code_Point}\p{C}\u2800]/gu

/** Text without what can hide in it: trimmed, at most `max` code points. */
export const plainText = (max: number) =>
  z.string('Must be a text').check(
    z.overwrite((value: string) => value.replaceAll(/\r\n?/gu, '\n').trim()),
    z.refine((value: string) => value.isWellFormed(), 'Contains half of a character (a lone surrogate)'),
    z.refine((value: string) => !unprintable.test(value), 'Contains control characters, which are not allowed'),
    z.refine((value: string) => codePoints(value) <= max, {
      // Made when it is needed: the first use of a locale costs a phone 30 ms, and pages load this file at their start.
      error: () => `Must be at most ${max.toLocaleString('en')} characters`,
    }),
  )

export const isBlank = (value: string): boolean => value.replaceAll(invisible, '') === ''

export const Prompt = plainText(maxPromptLength).check(
  z.refine((value: string) => !isBlank(value), 'Write a prompt first'),
)

export const NegativePrompt = plainText(maxPromptLength)
