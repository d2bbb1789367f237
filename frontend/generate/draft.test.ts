import { expect, test } from 'vitest'
import { draft, replacePrompt, reuseJob, typePrompt, undoPrompt } from './draft.ts'
import { completed, fakeJob } from '../fake-job.ts'

test('a job used again brings its prompt, models and parameters, but not its seed', () => {
  draft.set({ prompt: 'A cat', off: [], parameters: { guidance: 3 } })
  reuseJob(fakeJob([completed('Ink')], { parameters: { seed: 7, steps: 12 } }))
  expect(draft.get()).toMatchObject({ prompt: 'A fox in the snow', before: 'A cat', parameters: { steps: 12 } })
  expect(draft.get().parameters).not.toHaveProperty('guidance')
  expect(draft.get().only).toEqual(['ink'])
})

test.each([
  ['nothing', ''],
  ['the same', 'A fox in the snow'],
])('a job used again in place of %s leaves no Undo that would bring nothing back', (_, prompt) => {
  draft.set({ prompt, off: [], parameters: {} })
  reuseJob(fakeJob([completed('Ink')]))
  expect(draft.get().before).toBeUndefined()
})

test('a job used again in an emptied form does not bring back what stood there long ago', () => {
  draft.set({ prompt: '', before: 'A cat', off: [], parameters: {} })
  reuseJob(fakeJob([completed('Ink')]))
  expect(draft.get().before).toBeUndefined()
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
