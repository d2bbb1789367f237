import { RefusalError } from '../../contract/refusal.ts'

export type Moderation = {
  /** The category that a text falls into; undefined: none. */
  categoryOf: (text: string, signal: AbortSignal) => Promise<string | undefined>
  /** What becomes of a prompt that nobody could look at. */
  whenDown: 'allow' | 'refuse'
  /** Milliseconds until that is so. */
  timeoutMs: number
  log: { warn(fields: object, message: string): void }
}

/**
 * Asks a provider's moderation about texts that this server's own rules let pass. Throws RefusalError: `prompt_blocked` with the
 * category as its rule, `unavailable` when it is down and nothing may pass then. Absent: nobody is asked.
 */
export async function refuseFlagged(moderation: Moderation | undefined, texts: readonly string[]): Promise<void> {
  if (moderation === undefined) return
  const { categoryOf, whenDown, timeoutMs, log } = moderation
  const text = texts.filter((part) => part !== '').join('\n')
  const category = await categoryOf(text, AbortSignal.timeout(timeoutMs)).catch((error: unknown) => {
    log.warn({ err: error, whenDown }, 'the moderation could not be asked')
    if (whenDown === 'allow') return undefined
    throw new RefusalError(
      'unavailable',
      'The moderation that looks at every prompt here does not answer. Nothing was sent or charged; please try again in a moment.',
      {},
      { cause: error },
    )
  })
  if (category === undefined) return
  throw new RefusalError(
    'prompt_blocked',
    `OpenAI’s moderation, which this server asks first, counts this as “${category}”. Please describe it in another way. Nothing was sent to an image model, and nothing was charged.`,
    { rule: `moderation:${category}`, matches: [], fields: [{ path: 'prompt', message: `Counts as “${category}”` }] },
  )
}
