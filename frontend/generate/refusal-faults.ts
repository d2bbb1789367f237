import type { Model } from '../../contract/model.ts'
import type { RefusalError } from '../../contract/refusal.ts'
import type { FormFaults } from './generate-request.ts'

type Refused = { refusal: RefusalError; models: readonly string[] }

/** What the server said about single fields, by path; what it said of single models, all at the models. */
export function faultsOf(
  { refusal: { code, message, details }, models: sent }: Refused,
  models: readonly Model[],
): FormFaults {
  const faults: FormFaults = code === 'prompt_blocked' && !details.fields ? { prompt: message } : {}
  for (const field of details.fields ?? []) {
    const id = /^models\.\d/u.test(field.path) ? sent[Number(field.path.slice(7))] : undefined
    const name = models.find((model) => model.id === id)?.name ?? id
    if (name === undefined) faults[field.path] = field.message
    else faults['models'] = `${faults['models'] ?? ''}${name}: ${field.message}. `
  }
  return faults
}
