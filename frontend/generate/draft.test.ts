import { expect, test, vi } from 'vitest'
import { type Draft, draft, replacePrompt, reuseJob, setParameter, typePrompt, undoPrompt } from './draft.ts'
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

/** The form as a page that is opened anew finds it. */
async function reopened(): Promise<Draft> {
  vi.resetModules()
  return (await import('./draft.ts')).draft.get()
}

test('a form that is opened again holds all that was typed, also what would be refused', async () => {
  const long = `${' x'.repeat(1001)} `
  draft.set({ prompt: 'y'.repeat(1200), off: ['ink'], parameters: { steps: 12, seed: 7 } })
  setParameter('negativePrompt', long)
  setParameter('guidance', 99)
  expect(await reopened()).toEqual({
    prompt: 'y'.repeat(1200),
    off: ['ink'],
    parameters: { steps: 12, seed: 7, guidance: 99, negativePrompt: long },
  })
})

test('a stored value that no form can hold is left out alone', async () => {
  const parameters = { aspectRatio: '5:1', steps: 'many', guidance: 3, colour: 'red' }
  localStorage.setItem('draft', JSON.stringify({ prompt: 'A cat', off: [], parameters }))
  expect(await reopened()).toEqual({ prompt: 'A cat', off: [], parameters: { guidance: 3 } })
})
