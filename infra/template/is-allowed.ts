import type { Statement } from './policies.ts'

export type Attempt = {
  action: string
  resource: string
  /** What conditions ask for, by the key's name in lower case: `{ 's3:prefix': 'images/' }`. */
  context?: Partial<Record<string, string>>
}

/**
 * What IAM would say of statements without references in them: no denial fits, and some permission does. Whose they are is
 * not asked.
 */
export function isAllowed(statements: readonly Statement[], attempt: Attempt): boolean {
  const fitting = statements.filter((statement) => fits(statement, attempt))
  return fitting.some(({ Effect }) => Effect === 'Allow') && !fitting.some(({ Effect }) => Effect === 'Deny')
}

const fits = ({ Action, Resource, Condition = {} }: Statement, { action, resource, context = {} }: Attempt) =>
  [Action].flat().some((pattern) => isLike(action.toLowerCase(), pattern.toLowerCase())) &&
  [Resource].flat().some((pattern) => isLike(resource, String(pattern))) &&
  Object.entries(Condition).every(([operator, keys]) =>
    Object.entries(keys).every(([key, wanted]) => holds(operator, context[key.toLowerCase()], wanted)),
  )

function holds(operator: string, actual: string | undefined, wanted: unknown): boolean {
  const values = [wanted].flat().map(String)
  if (actual === undefined) return false
  if (operator === 'StringEquals' || operator === 'Bool') return values.includes(actual)
  if (operator === 'StringLike') return values.some((pattern) => isLike(actual, pattern))
  throw new Error(`Nobody has told how ${operator} is decided`)
}

function isLike(text: string, pattern: string): boolean {
  const literal = pattern.replaceAll(/[.+^${}()|[\]\\]/gu, String.raw`\$&`)
  return new RegExp(`^${literal.replaceAll('*', '.*').replaceAll('?', '.')}$`, 'su').test(text)
}
