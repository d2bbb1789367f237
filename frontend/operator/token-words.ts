import type { TokenScope } from '../../contract/token.ts'

export const scopes: { scope: TokenScope; name: string; help: string }[] = [
  { scope: 'generate', name: 'Generate', help: 'starts runs, tries again and rewrites prompts: what can cost money' },
  { scope: 'write', name: 'Change', help: 'stops, deletes and shares runs of its own' },
]

/** `reads, generates, changes`. */
export const scopeWords = (held: readonly TokenScope[]): string =>
  ['reads', ...scopes.filter(({ scope }) => held.includes(scope)).map(({ name }) => `${name.toLowerCase()}s`)].join(
    ', ',
  )
