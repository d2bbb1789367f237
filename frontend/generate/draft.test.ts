import { expect, test } from 'vitest'
import { draft, rememberModels, replacePrompt, reuseJob, typePrompt, undoPrompt } from './draft.ts'
import { completed, fakeJob } from '../fake-job.ts'

test('a job used again brings its prompt, models and parameters, but not its seed', () => {
  draft.set({ prompt: 'A cat', off: [], parameters: { guidance: 3 } })
  reuseJob(fakeJob([completed('Ink')], { parameters: { seed: 7, steps: 12 } }))
  expect(draft.get()).toMatchObject({ prompt: 'A fox in the snow', before: 'A cat', parameters: { steps: 12 } })
  expect(draft.get().parameters).not.toHaveProperty('guidance')

  rememberModels(['ink', 'oil', 'chalk'])
  expect(draft.get().off).toEqual(['oil', 'chalk'])
})

test('a prompt that was replaced can be brought back, and again undone; typing ends that', () => {
  draft.set({ prompt: 'A cat', off: [], parameters: {} })
  replacePrompt('A dog')
  undoPrompt()
  expect(draft.get().prompt).toBe('A cat')
  undoPrompt()
  expect(draft.get().prompt).toBe('A dog')
  typePrompt('A dog!')
  undoPrompt()
  expect(draft.get().prompt).toBe('A dog!')
})
