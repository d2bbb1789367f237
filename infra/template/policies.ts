import { isMap } from './is-map.ts'
import type { Template } from './parse-template.ts'

export type Statement = {
  Effect: 'Allow' | 'Deny'
  Action: string | string[]
  Resource?: unknown
  Principal?: unknown
  Condition?: Record<string, Record<string, unknown>>
}

/** Every statement of every policy below a part of a template, with where it stands. */
export function statementsIn(node: unknown, path: string): { path: string; statement: Statement }[] {
  if (Array.isArray(node)) return node.flatMap((item, index) => statementsIn(item, `${path}[${index}]`))
  if (!isMap(node)) return []
  if ('Statement' in node) {
    const statements = [node['Statement']].flat() as Statement[]
    return statements.map((statement, index) => ({ path: `${path}.Statement[${index}]`, statement }))
  }
  return Object.entries(node).flatMap(([key, value]) => statementsIn(value, `${path}.${key}`))
}

/** What a function may do: the policies of the role that it names. */
export function rightsOf({ Resources }: Template, id: string): Statement[] {
  const role = `${id}Role`
  return statementsIn(Resources[role]?.Properties?.['Policies'], role).map(({ statement }) => statement)
}

export const actionsOfStatements = (statements: readonly Statement[]): string[] => [
  ...new Set(statements.flatMap(({ Action }) => Action)),
]
