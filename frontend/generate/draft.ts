import * as z from 'zod/mini'
import type { Job } from '../../contract/job.ts'
import { AspectRatio, type Parameters } from '../../contract/parameters.ts'
import { storedIn } from '../ui/stored.ts'

/**
 * What the form holds. `before`: the prompt that Undo brings back. `off`: models that were switched off. `only`: the models
 * of a job that is used again, or that a budget still pays for, which count instead as long as there is one of them. `cap`:
 * the most that one run may cost, in dollars, as it was written.
 */
export type Draft = {
  prompt: string
  before?: string | undefined
  off: string[]
  only?: string[] | undefined
  parameters: Parameters
  cap?: string | undefined
}

// oxlint-disable-next-line promise/valid-params -- not of a promise: what no form can hold counts as not set
const orUnset = <T>(value: z.ZodMiniType<T>) => z.catch(z.optional(value), undefined)

// A form keeps what was typed, good or bad: what is wrong with it is said when it is sent.
const Draft = z.object({
  prompt: z.string(),
  before: z.optional(z.string()),
  off: z.array(z.string()),
  only: z.optional(z.array(z.string())),
  parameters: z.object({
    steps: orUnset(z.number()),
    guidance: orUnset(z.number()),
    aspectRatio: orUnset(AspectRatio),
    seed: orUnset(z.number()),
    negativePrompt: orUnset(z.string()),
    imagesPerModel: orUnset(z.number()),
  }),
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
  replacePrompt(prompt)
  changeDraft({ parameters: without(parameters, 'seed'), only: results.map(({ model }) => model) })
}

function without(parameters: Parameters, name: keyof Parameters): Parameters {
  const others = { ...parameters }
  delete others[name]
  return others
}
