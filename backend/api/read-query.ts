import type * as z from 'zod/mini'
import { invalid, parseInput } from './parse-input.ts'
import type { ApiContext } from './app-deps.ts'

/** The query as the schema has it. Throws RefusalError `invalid_request`; a parameter that is given twice is refused. */
export function readQuery<T>(c: ApiContext, schema: z.ZodMiniType<T>): T {
  const given = Object.entries(c.req.queries())
  const twice = given.filter(([, values]) => values.length > 1)
  if (twice.length > 0) throw invalid(twice.map(([path]) => ({ path, message: 'Is given twice' })))
  return parseInput(schema, Object.fromEntries(given.map(([name, [value]]) => [name, value])))
}
