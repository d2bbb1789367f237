import type { Parameters } from '../../contract/parameters.ts'
import { RefusalError } from '../../contract/refusal.ts'
import { impliedWish } from './implied-wish.ts'
import { type Breach, readPolicy } from './read-policy.ts'
import { policy } from './rules/policy.ts'

let read: ((text: string) => Breach | undefined) | undefined

/**
 * What of the policy a text breaks, if anything. Its words are put in order for the first text, which takes as long as much
 * else of a start: a function on AWS starts for requests without one, too.
 */
export const breachOf = (text: string): Breach | undefined => (read ??= readPolicy(policy))(text)

/** Throws RefusalError `prompt_blocked` with the rule's name and the words as they were written. */
export function refuseBlocked({ prompt, parameters }: { prompt: string; parameters?: Parameters }): void {
  const breach = breachOf(prompt)
  if (breach) throw refusal(breach, 'prompt', wordsOf(breach, prompt))
  // Words that are to be kept out of a picture do no harm, whatever they are; what remains without them may.
  const wish = impliedWish(parameters?.negativePrompt ?? '')
  const implied = wish && breachOf(`${prompt}\n${wish.meaning}`)
  if (implied) throw refusal(implied, 'parameters.negativePrompt', [...wordsOf(implied, prompt), wish.words])
}

/** The same for what came back from the enhancer, which nobody here has written. */
export function refuseBlockedRewrite(texts: readonly string[]): void {
  for (const text of texts) {
    const breach = breachOf(text)
    if (breach) throw refusal(breach, 'prompt', wordsOf(breach, text), 'What the prompt was rewritten to')
  }
}

const mostNamed = 8

function wordsOf({ places }: Breach, text: string): string[] {
  const words = places.filter(({ start }) => start < text.length).map(({ start, end }) => text.slice(start, end))
  return [...new Set(words)].slice(0, mostNamed)
}

function refusal({ rule }: Breach, path: string, matches: string[], subject = 'This'): RefusalError {
  const { id, asksFor, advice } = rule
  const message = [
    `${subject} asks for ${asksFor}, which this server’s own rules do not allow (rule “${id}”).`,
    'Please change or leave out the words named.',
    ...(advice === undefined ? [] : [advice]),
    'Nothing was sent to a provider, and nothing was charged.',
  ].join(' ')
  return new RefusalError('prompt_blocked', message, {
    rule: id,
    matches,
    fields: [{ path, message: `Please change ${matches.map((word) => `“${word}”`).join(', ')}` }],
  })
}
