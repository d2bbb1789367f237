import type { EnhanceReply } from '../../../contract/enhance.ts'
import { ProviderError } from '../provider.ts'
import type { AskLanguageModel, Rewrite } from './ask-language-model.ts'
import { byRules, type Enhanced, type Enhancer } from './enhancer.ts'
import { whyUnsound } from './why-unsound.ts'

type Deps = {
  ask: AskLanguageModel
  name: string
  priceMicroUsd: number
  /** Whether what was written may be offered. */
  isAllowed: (text: string) => boolean
  /** Milliseconds. */
  timeoutMs?: number
  log: { warn(fields: object, message: string): void }
}

const mostKept = 500

/** A language model, with rules behind it. The same prompt is asked for once, however many ask. */
export function languageEnhancer({ ask, name, priceMicroUsd, isAllowed, timeoutMs = 20_000, log }: Deps): Enhancer {
  const kept = new Map<string, EnhanceReply>()
  const asking = new Map<string, Promise<Enhanced>>()

  const keep = (prompt: string, reply: EnhanceReply) => {
    kept.set(prompt, reply)
    const [oldest] = kept.keys()
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
  }

  const written = async (prompt: string, { short, long }: Rewrite): Promise<Enhanced> => {
    const versions = { short: short.trim(), long: long.trim() }
    const why = [versions.short, versions.long].every(isAllowed)
      ? whyUnsound(prompt, versions)
      : 'what it wrote breaks the rules of this server'
    const cost = { costMicroUsd: priceMicroUsd, costCertain: true }
    if (why !== undefined) return { reply: await byRules(prompt, `${name} was asked, but ${why}.`), ...cost }
    const reply = { original: prompt, ...versions, source: name }
    keep(prompt, reply)
    return { reply, ...cost }
  }

  const failed = async (prompt: string, error: unknown): Promise<Enhanced> => {
    log.warn({ err: error }, 'the language model failed, rules rewrote')
    const nothingDone = error instanceof ProviderError && error.didNoWork
    const why = error instanceof ProviderError ? error.message : `${name} could not be asked.`
    return {
      reply: await byRules(prompt, why),
      costMicroUsd: nothingDone ? 0 : priceMicroUsd,
      costCertain: nothingDone || priceMicroUsd === 0,
    }
  }

  return {
    source: name,
    priceMicroUsd,
    byRules,
    known(prompt) {
      const reply = kept.get(prompt)
      // It was asked for again: it is the last to go.
      if (reply) kept.delete(prompt)
      if (reply) kept.set(prompt, reply)
      return reply
    },
    enhance(prompt) {
      const running = asking.get(prompt)
      // Who joins pays nothing for it.
      if (running) return running.then(({ reply }) => ({ reply, costMicroUsd: 0, costCertain: true }))
      const work = ask(prompt, AbortSignal.timeout(timeoutMs))
        .then((rewrite) => written(prompt, rewrite))
        .catch((error: unknown) => failed(prompt, error))
        .finally(() => asking.delete(prompt))
      asking.set(prompt, work)
      return work
    },
  }
}
