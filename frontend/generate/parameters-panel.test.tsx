import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { draft } from './draft.ts'
import { fakeModel } from '../fake-job.ts'
import { ParametersFold } from './parameters-fold.tsx'

const plain = fakeModel('Plain')
const guided = fakeModel('Guided', { abilities: { ...plain.abilities, guidance: true, negativePrompt: true } })
const set = () => draft.get().parameters

const wordsAbout = (control: HTMLElement) =>
  (control.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.querySelector(`[id="${id}"]`)?.textContent ?? '')
    .join('')

beforeEach(() => draft.set({ prompt: '', off: [], parameters: {} }))
afterEach(cleanup)

async function open(chosen = [plain, guided]) {
  render(<ParametersFold models={[plain, guided]} chosen={chosen} faults={{}} />)
  await userEvent.click(screen.getByRole('button', { name: /Parameters/ }))
  await screen.findByRole('slider', { name: 'Steps' })
}

test('sliders start at 28 and 5, but nothing is set before they are touched', async () => {
  await open()
  expect(screen.getByRole('slider', { name: 'Steps' })).toMatchObject({ value: '28', min: '3', max: '50' })
  expect(screen.getByRole('slider', { name: 'Guidance' })).toMatchObject({ value: '5', step: '0.1' })
  expect(screen.getAllByText('Default', { selector: 'output' })).toHaveLength(2)
  expect(set()).toEqual({})
})

test('a slider that was moved is sent, and there is a way back', async () => {
  await open()
  fireEvent.change(screen.getByRole('slider', { name: 'Guidance' }), { target: { value: '7.3' } })
  expect(set()).toEqual({ guidance: 7.3 })
  await userEvent.click(screen.getByRole('button', { name: 'Default guidance' }))
  expect(set()).toEqual({})
})

test('presets set steps and guidance together and keep the rest', async () => {
  await open()
  await userEvent.click(screen.getByRole('radio', { name: '16:9' }))
  await userEvent.click(screen.getByRole('radio', { name: 'Quality' }))
  expect(set()).toEqual({ aspectRatio: '16:9', steps: 45, guidance: 7 })
  expect(screen.getByRole('button', { name: /Parameters/ }).textContent).toContain('16:9 · 45 steps · guidance 7')
})

test('a control that no chosen model takes cannot be used, and says who would take it', async () => {
  await open([plain])
  const guidance = screen.getByRole('slider', { name: 'Guidance' })
  expect(guidance.matches(':disabled')).toBe(true)
  expect(wordsAbout(guidance)).toBe('No chosen model takes guidance; Guided would.')
  const negative = screen.getByRole('textbox', { name: 'Negative prompt' })
  expect(negative.matches(':disabled')).toBe(true)
  expect(wordsAbout(negative)).toBe('No chosen model takes a negative prompt; Guided would.')
  expect(screen.getByRole('slider', { name: 'Steps' }).matches(':disabled')).toBe(false)
})

test('a control that some of them take says which', async () => {
  await open()
  expect(wordsAbout(screen.getByRole('slider', { name: 'Guidance' }))).toBe('Only Guided takes guidance.')
  expect(wordsAbout(screen.getByRole('slider', { name: 'Steps' }))).toBe('')
})

test('what is set on a control that nobody takes any more is kept, and not said to be sent', async () => {
  draft.set({ prompt: '', off: [], parameters: { guidance: 7, steps: 20 } })
  await open([plain])
  const guidance = screen.getByRole('slider', { name: 'Guidance' })
  expect(wordsAbout(guidance)).toMatch(/What you set is kept, but not sent\.$/u)
  expect(screen.getByRole('button', { name: /^Parameters ?20 steps$/u })).toBeTruthy()
  expect(set()).toEqual({ guidance: 7, steps: 20 })
})

test('shapes that no chosen model offers cannot be chosen; one that was can be left', async () => {
  draft.set({ prompt: '', off: [], parameters: { aspectRatio: '9:16' } })
  await open()
  const able = screen.getAllByRole('radio', { name: /:|Default/u }).filter((radio) => !radio.matches(':disabled'))
  expect(able.map((radio) => radio.parentElement?.textContent)).toEqual(['Default', '1:1', '16:9', '9:16'])
  expect(wordsAbout(screen.getByRole('group', { name: 'Shape' }))).toBe(
    'No chosen model takes 9:16. What you set is kept, but not sent.',
  )
  expect(screen.getByRole('button', { name: /^Parameters ?Default$/u })).toBeTruthy()
})

test('a seed is digits up to the largest, drawn by the dice, or left to chance', async () => {
  await open()
  const seed = screen.getByRole('textbox', { name: 'Seed' })
  await userEvent.type(seed, '12a3')
  expect(set()).toEqual({ seed: 123 })
  await userEvent.type(seed, '999999999')
  expect(set()).toEqual({ seed: 2_147_483_647 })
  await userEvent.click(screen.getByRole('button', { name: 'Random' }))
  expect(set()).toEqual({})
  await userEvent.click(screen.getByRole('button', { name: 'Draw a seed' }))
  expect(set().seed).toBeTypeOf('number')
})

test('one picture per model is the rule, and not worth sending', async () => {
  await open()
  await userEvent.click(screen.getByRole('radio', { name: '3' }))
  expect(set()).toEqual({ imagesPerModel: 3 })
  await userEvent.click(screen.getByRole('radio', { name: '1' }))
  expect(set()).toEqual({})
})

test('a fault in one of the controls unfolds them and stands beside it', async () => {
  render(<ParametersFold models={[plain]} chosen={[plain]} faults={{ 'parameters.steps': 'Too many steps' }} />)
  expect(await screen.findByText('Too many steps')).toBeTruthy()
})
