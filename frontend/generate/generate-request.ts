import { GenerateRequest, maxModelsPerJob } from '../../contract/generate.ts'
import type { Model } from '../../contract/model.ts'
import type { Draft } from './draft.ts'
import { runPrice } from './price.ts'
import { capFault, readCap } from './spending-cap.ts'
import { usableParameters } from './support.ts'

/** What is wrong, by the path that the server would name, such as `prompt` or `parameters.negativePrompt`. */
export type FormFaults = Record<string, string>

/** The request for exactly the chosen models, or what keeps it from being sent. */
export function generateRequest(
  { prompt, parameters, cap: written = '' }: Draft,
  chosen: readonly Model[],
): { request: GenerateRequest } | { faults: FormFaults } {
  if (chosen.length === 0) return { faults: { models: 'Choose at least one model' } }
  if (chosen.length > maxModelsPerJob) return { faults: { models: `Choose at most ${maxModelsPerJob} models` } }
  const usable = usableParameters(parameters, chosen)
  const cap = readCap(written)
  const overCap = capFault(runPrice(chosen, usable.imagesPerModel), cap)
  const parsed = GenerateRequest.safeParse({
    prompt,
    models: chosen.map(({ id }) => id),
    ...(Object.keys(usable).length > 0 && { parameters: usable }),
    ...(typeof cap === 'number' && { maxMicroUsd: cap }),
  })
  if (parsed.success && overCap === undefined) return { request: parsed.data }
  const issues = parsed.error?.issues ?? []
  return {
    faults: {
      ...Object.fromEntries(issues.map(({ path, message }) => [path.join('.'), message])),
      ...(overCap !== undefined && { maxMicroUsd: overCap }),
    },
  }
}
