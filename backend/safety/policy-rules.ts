/**
 * Words under a name: entries are parted by commas or lines, with words in any script and form. `word*` is also what begins
 * so, `*word` what holds it; `@name` within an entry of several words is any single word of that list.
 */
export type WordLists = Readonly<Record<string, string>>

export type Rule = {
  id: string
  /** Completes “This asks for …”. */
  asksFor: string
  /** What could be done, beside leaving it out; a sentence. */
  advice?: string
  /** `always`: no context makes it harmless. The first rule that is broken is the one that is told. */
  severity: 'always' | 'unless harmless'
  /** Broken when any of these is there. */
  when: readonly Clause[]
}

/** One entry of every list, anywhere in the text or within so many words; not where one of `unless` is in the text. */
type Clause = { all: readonly [string, ...string[]]; within?: number; unless?: readonly string[] }

/** Words of one list mean no harm with one of another at most so many words away and none of a third in between. */
type Harmless = { words: string; beside: string; within: number; notAcross: string }

export type PolicyRules = {
  lists: WordLists
  /** Entries that mean no harm, whatever words they are made of. */
  allowed: string
  harmless: readonly Harmless[]
  /** Lists whose words are also found glued together, or cut in two. */
  disguised: readonly string[]
  rules: readonly Rule[]
}
