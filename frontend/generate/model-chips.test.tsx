import { cleanup, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fakeModel } from '../fake-job.ts'
import { helpShown } from '../ui/help.ts'
import { draft } from './draft.ts'
import { ModelChips } from './model-chips.tsx'

const sketches = ['Ink', 'Poly'].map((name) => fakeModel(name, { provider: 'sketch', priceMicroUsd: 0 }))
const real = fakeModel('Oil')

beforeEach(() => draft.set({ prompt: '', off: [], parameters: {} }))
afterEach(cleanup)

test('sketch painters alone are said to be no AI, without prices, with a way to real models', async () => {
  render(<ModelChips models={sketches} fault={undefined} />)
  expect(screen.getByText(/^These are built-in sketch painters: .* They are not AI\./u)).toBeTruthy()
  expect(screen.getByRole('checkbox', { name: 'Ink' })).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Add real models' }))
  expect(helpShown.get()).toBe('models')
})

test('beside real models the sketches are told apart, and switched off and on together', async () => {
  render(<ModelChips models={[real, ...sketches]} fault={undefined} />)
  expect(screen.getByText(/^2 of these are built-in sketch painters/u)).toBeTruthy()
  expect(screen.getByRole('checkbox', { name: /Oil.*\$0\.04/u })).toBeTruthy()
  expect(screen.getByRole('checkbox', { name: /Poly.*sketch/u })).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Sketches off' }))
  expect(draft.get().off).toEqual(['ink', 'poly'])
  await userEvent.click(screen.getByRole('button', { name: 'Sketches on' }))
  expect(draft.get().off).toEqual([])
})

test('the models of a job that is used again are on, until somebody chooses otherwise', async () => {
  draft.set({ prompt: '', off: ['oil'], only: ['oil', 'gone'], parameters: {} })
  render(<ModelChips models={[real, ...sketches]} fault={undefined} />)
  expect(screen.getByText('1 of 3 selected')).toBeTruthy()
  await userEvent.click(screen.getByRole('checkbox', { name: /Ink/u }))
  expect(screen.getByText('2 of 3 selected')).toBeTruthy()
  expect(draft.get()).toMatchObject({ off: ['poly'], only: undefined })
})

test('without a sketch painter nothing is said of them', () => {
  render(<ModelChips models={[real]} fault={undefined} />)
  expect(screen.queryByText(/sketch/u)).toBeNull()
})
