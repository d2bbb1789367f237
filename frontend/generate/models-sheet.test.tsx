import { cleanup, render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Model } from '../../contract/model.ts'
import { fakeModel } from '../fake-job.ts'
import { draft } from './draft.ts'
import { ModelChips } from './model-chips.tsx'

const { abilities } = fakeModel('Any')
const models = [
  fakeModel('Ink', { maker: 'A', abilities: { ...abilities, negativePrompt: true, imagesPerCall: 4 } }),
  fakeModel('Oil', { maker: 'A', priceMicroUsd: null, lifecycle: { state: 'unknown' } }),
  fakeModel('Chalk', { maker: 'B', abilities: { ...abilities, aspectRatios: [], seed: false, steps: false } }),
  fakeModel('Old', {
    maker: 'B',
    enabled: false,
    lifecycle: { state: 'retired', on: '2026-05-02' },
    successor: 'Chalk',
    successorSetting: 'MODEL_4_NAME=Chalk',
  }),
]

beforeEach(() => draft.set({ prompt: '', off: [], parameters: {} }))
afterEach(cleanup)

async function open(button = 'Abilities', shown: Model[] = models) {
  render(<ModelChips models={shown} fault={undefined} />)
  await userEvent.click(screen.getByRole('button', { name: button }))
  return within(await screen.findByRole('dialog', { name: 'What the models can do' }))
}

test('tells of each model what it takes, what it costs and whether that will last', async () => {
  const sheet = await open()
  const row = (name: string) => sheet.getByRole('checkbox', { name }).closest('li')?.textContent
  expect(row('Ink')).toBe('Ink$0.041:1, 16:9seednegative promptsteps4 pictures at once')
  expect(row('Oil')).toMatch(/^Oilprice unknown.*Not in the catalogue/u)
  expect(row('Chalk')).toBe('Chalk$0.04nothing but the prompt')
})

test('chooses one model, or all of a maker', async () => {
  const sheet = await open()
  await userEvent.click(sheet.getByRole('checkbox', { name: 'Chalk' }))
  await userEvent.click(sheet.getByRole('button', { name: 'Clear all of A' }))
  expect(draft.get().off).toEqual(['chalk', 'ink', 'oil'])
  await userEvent.click(sheet.getByRole('button', { name: 'Select all of A' }))
  expect(draft.get().off).toEqual(['chalk'])
})

test('a retired model leads to its successor, and to the setting that takes it', async () => {
  const user = userEvent.setup()
  const sheet = await open('Old retired, successor is Chalk')
  const box = sheet.getByRole('checkbox', { name: 'Old' })
  expect(box).toHaveProperty('disabled', true)
  expect(document.activeElement).toBe(box.closest('li'))
  expect(sheet.getByText('Retired on 2 May 2026, successor is Chalk.')).toBeTruthy()
  await user.click(sheet.getByRole('button', { name: 'Copy the setting MODEL_4_NAME=Chalk' }))
  expect(await navigator.clipboard.readText()).toBe('MODEL_4_NAME=Chalk')
})

test('a retired model of which no more is known says just that', async () => {
  const gone = fakeModel('Gone', { enabled: false, lifecycle: { state: 'retired' } })
  const sheet = await open('Gone retired', [...models, gone])
  expect(sheet.getByText('Retired.')).toBeTruthy()
})
