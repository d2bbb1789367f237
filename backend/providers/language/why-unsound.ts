import { codePoints, Prompt } from '../../../contract/prompt.ts'
import { quotationsIn } from '../enhancer/quotations.ts'
import { contentWords } from '../enhancer/words/content-words.ts'
import type { Rewrite } from './ask-language-model.ts'

/** Of the words that carry the prompt's meaning, a version keeps at least so many. */
const leastKept = 0.6
/** Up to so many characters, both versions are to be longer than the prompt. */
const shortPrompt = 200

/** Why what a language model wrote cannot be offered; undefined: it can. */
export function whyUnsound(prompt: string, { short, long }: Rewrite): string | undefined {
  if (short === long || short === prompt || long === prompt) return 'it wrote the same text twice'
  for (const text of [short, long]) {
    if (!Prompt.safeParse(text).success) return 'it wrote something that is no prompt'
    if (/https?:|```|^\s*[-#*{[]/u.test(text)) return 'it wrote something else than a description'
    if (!quotationsIn(prompt).every(({ start, end }) => text.includes(prompt.slice(start, end))))
      return 'it changed a text in quotation marks'
    if (kept(prompt, text) < leastKept) return 'it left out too much of the prompt'
  }
  if (codePoints(long) <= codePoints(short)) return 'its long version is the shorter one'
  if (codePoints(prompt) <= shortPrompt && codePoints(short) <= codePoints(prompt)) return 'it added nothing'
  return undefined
}

function kept(prompt: string, text: string): number {
  const wanted = new Set(contentWords(prompt))
  if (wanted.size === 0) return 1
  const there = new Set(contentWords(text))
  return [...wanted].filter((word) => there.has(word)).length / wanted.size
}
