import * as z from 'zod/mini'
import { RefusalError, type RefusalDetails } from '../../contract/refusal.ts'

type Fields = NonNullable<RefusalDetails['fields']>

/** What a request brought, as the schema has it. Throws RefusalError `invalid_request`, naming each field in plain words. */
export function parseInput<T>(schema: z.ZodMiniType<T>, value: unknown): T {
  const parsed = z.safeParse(schema, value, { error: plainWords, reportInput: true })
  if (parsed.success) return parsed.data
  throw invalid(parsed.error.issues.flatMap(toFields))
}

export const invalid = (fields: Fields): RefusalError => {
  const shown = fields.slice(0, maxFields).map(({ path, message }) => ({ path: path.slice(0, maxPathLength), message }))
  const faults = shown.map(({ path, message }) => `${path || 'the request'}: ${message}`)
  return new RefusalError('invalid_request', `Please correct ${faults.join('; ')}.`, { fields: shown })
}

// An answer stays small, however many faults were sent.
const maxFields = 20
const maxPathLength = 100

function toFields(issue: z.core.$ZodIssue): Fields {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: [...issue.path, key].join('.'), message: 'Is not a known field' }))
  }
  const missing = issue.code === 'invalid_type' && issue.input === undefined
  return [{ path: issue.path.join('.'), message: missing ? 'Is missing' : issue.message }]
}

/** For faults to which the contract gives no words of its own. */
function plainWords(issue: z.core.$ZodRawIssue): string {
  if (issue.code === 'invalid_type') return typeWords[issue.expected] ?? 'Has the wrong type'
  if (issue.code === 'invalid_value') return `Must be one of ${issue.values.map(String).join(', ')}`
  const unit = issue.code === 'too_big' && issue.origin === 'string' ? ' characters' : ''
  if (issue.code === 'too_big') return `Must be at most ${issue.maximum}${unit}`
  return issue.code === 'too_small' ? `Must be at least ${issue.minimum}` : 'Is not valid'
}

const typeWords: Partial<Record<string, string>> = {
  string: 'Must be a text',
  number: 'Must be a number',
  int: 'Must be a whole number',
  boolean: 'Must be true or false',
  array: 'Must be a list',
  object: 'Must be an object',
}
