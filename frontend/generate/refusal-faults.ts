import type { RefusalError } from '../../contract/refusal.ts'
import type { FormFaults } from './generate-request.ts'

/** What the server said about single fields, by path. */
export function faultsOf({ code, message, details }: RefusalError): FormFaults {
  if (code === 'prompt_blocked') return { prompt: details.matches?.length ? 'Please change these words' : message }
  return Object.fromEntries((details.fields ?? []).map((field) => [field.path, field.message]))
}
