import type { EnhanceReply } from '../../../contract/enhance.ts'

/** What a rewrite came to, and what it cost. */
export type Enhanced = { reply: EnhanceReply; costMicroUsd: number; costCertain: boolean }

export type Enhancer = {
  /** Who rewrites: `built-in` for rules, else the language model's name. */
  source: string
  /** Of one rewrite, in micro-dollars. */
  priceMicroUsd: number
  /** What was written for the same prompt before, which costs nothing. */
  known(prompt: string): EnhanceReply | undefined
  /** Never rejects: where the language model fails, rules rewrite, and the reply says why. */
  enhance(prompt: string): Promise<Enhanced>
  /** By rules alone, because of what the sentence says. */
  byRules(prompt: string, why?: string): Promise<EnhanceReply>
}

/** The rules and their phrases are loaded when they are first asked: most starts have no need of them. */
export async function byRules(prompt: string, why?: string): Promise<EnhanceReply> {
  const { enhancePrompt } = await import('../enhancer/enhance-prompt.ts')
  return {
    original: prompt,
    ...enhancePrompt(prompt),
    source: 'built-in',
    ...(why !== undefined && { fellBack: why }),
  }
}

export const ruleEnhancer: Enhancer = {
  source: 'built-in',
  priceMicroUsd: 0,
  known: () => undefined,
  byRules,
  enhance: async (prompt) => ({ reply: await byRules(prompt), costMicroUsd: 0, costCertain: true }),
}
