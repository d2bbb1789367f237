import * as z from 'zod/mini'
import type { Job } from '../../contract/job.ts'
import { Parameters } from '../../contract/parameters.ts'
import { storedIn } from '../ui/stored.ts'

/**
 * What the form holds. `before`: the prompt that Undo brings back. `off`: models that were switched off. `cap`: the most
 * that one run may cost, in dollars, as it was written.
 */
export type Draft = {
  prompt: string
  before?: string | undefined
  off: string[]
  parameters: Parameters
  cap?: string | undefined
}

const Draft = z.object({
  prompt: z.string(),
  before: z.optional(z.string()),
  off: z.array(z.string()),
  parameters: Parameters,
  cap: z.optional(z.string()),
})

export const draft = storedIn<Draft>(() => localStorage, 'draft', Draft, { prompt: '', off: [], parameters: {} })

export const changeDraft = (change: Partial<Draft>): void => draft.set({ ...draft.get(), ...change })

/** Typing leaves nothing to undo; the text field has its own way back. */
export const typePrompt = (prompt: string): void => changeDraft({ prompt, before: undefined })

export function replacePrompt(prompt: string): void {
  const old = draft.get().prompt
  if (prompt !== old) changeDraft({ prompt, before: old === '' ? undefined : old })
}

export function undoPrompt(): void {
  const { prompt, before } = draft.get()
  if (before !== undefined) changeDraft({ prompt: before, before: prompt === '' ? undefined : prompt })
}

export function setParameter<N extends keyof Parameters>(name: N, value: Parameters[N]): void {
  const { parameters } = draft.get()
  changeDraft({ parameters: value === undefined ? without(parameters, name) : { ...parameters, [name]: value } })
}

/** Everything but the seed, which would only paint the same pictures again. */
export function reuseJob({ prompt, parameters, results }: Job): void {
  const before = draft.get().prompt
  changeDraft({ prompt, parameters: without(parameters, 'seed'), ...(before && { before }) })
  reused = new Set(results.map(({ model }) => model))
  switchToReused()
}

/** Told by the form when it has learnt which models there are. */
export function rememberModels(ids: readonly string[]): void {
  known = ids
  switchToReused()
}

let known: readonly string[] = []
let reused: ReadonlySet<string> | undefined

// A job can be used again, from the gallery, before the form has asked for the models.
function switchToReused(): void {
  if (!reused || known.length === 0) return
  const wanted = reused
  reused = undefined
  changeDraft({ off: known.filter((id) => !wanted.has(id)) })
}

function without(parameters: Parameters, name: keyof Parameters): Parameters {
  const others = { ...parameters }
  delete others[name]
  return others
}
