import { cleanup, render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fakeModel } from '../fake-job.ts'
import { helpShown } from '../ui/help.ts'
import { draft } from './draft.ts'
import { ModelChips } from './model-chips.tsx'

const sketches = ['Ink', 'Poly'].map((name) => fakeModel(name, { provider: 'sketch', priceMicroUsd: 0 }))
const real = fakeModel('Oil')

const chosen = () => screen.getByText(/^\d+ of \d+$/u).textContent

beforeEach(() => draft.set({ prompt: '', off: [], parameters: {} }))
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

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
  expect(chosen()).toBe('1 of 3 selected')
  await userEvent.click(screen.getByRole('checkbox', { name: /Ink/u }))
  expect(chosen()).toBe('2 of 3 selected')
  expect(draft.get()).toMatchObject({ off: ['poly'], only: undefined })
})

test('without a sketch painter nothing is said of them', () => {
  render(<ModelChips models={[real]} fault={undefined} />)
  expect(screen.queryByText(/sketch/u)).toBeNull()
})

const by = (maker: string, ...names: string[]) => names.map((name) => fakeModel(name, { maker }))

test('models stand under their makers, those of one maker alone without', () => {
  const { rerender } = render(
    <ModelChips models={[...by('A', 'One'), ...by('B', 'Two'), ...by('A', 'Three')]} fault={undefined} />,
  )
  const named = (name: string) => within(screen.getByRole('list', { name })).getAllByRole('checkbox').length
  expect([named('A'), named('B')]).toEqual([2, 1])
  rerender(<ModelChips models={by('A', 'One', 'Three')} fault={undefined} />)
  expect(screen.queryByText('A')).toBeNull()
})

test('of many makers the first are shown until all are wanted; all count', async () => {
  const many = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'].flatMap((maker) => by(maker, `Of ${maker}`))
  render(<ModelChips models={many} fault={undefined} />)
  expect(screen.getAllByRole('checkbox')).toHaveLength(6)
  expect(chosen()).toBe('8 of 8 selected')
  await userEvent.click(screen.getByRole('button', { name: '2 more makers, 2 selected' }))
  expect(screen.getAllByRole('checkbox')).toHaveLength(8)
  await userEvent.click(screen.getByRole('button', { name: 'Fewer makers' }))
  expect(screen.getAllByRole('checkbox')).toHaveLength(6)
})

test('a model that is going to retire says when, and the year only when it is far', () => {
  vi.useFakeTimers({ now: new Date('2026-11-27'), toFake: ['Date'] })
  const retires = (name: string, on: string) => fakeModel(name, { lifecycle: { state: 'retires', on } })
  render(<ModelChips models={[retires('Soon', '2026-12-01'), retires('Far', '2027-01-12')]} fault={undefined} />)
  expect(screen.getByRole('checkbox', { name: /Soon.*retires 1 Dec$/u })).toBeTruthy()
  expect(screen.getByRole('checkbox', { name: /Far.*retires 12 Jan 2027$/u })).toBeTruthy()
})

test('a retired model that is tried all the same can be chosen', () => {
  render(<ModelChips models={[fakeModel('Old', { lifecycle: { state: 'retired' } })]} fault={undefined} />)
  expect(screen.getByRole('checkbox', { name: /Old.*retired$/u })).toHaveProperty('checked', true)
})

test('a model that is not in the catalogue says so beside others that are', () => {
  const own = fakeModel('Own', { lifecycle: { state: 'unknown' } })
  const { rerender } = render(<ModelChips models={[own, real]} fault={undefined} />)
  expect(screen.getByRole('checkbox', { name: /Own.*not in the catalogue/u })).toBeTruthy()
  rerender(<ModelChips models={[own]} fault={undefined} />)
  expect(screen.queryByText('not in the catalogue')).toBeNull()
})
