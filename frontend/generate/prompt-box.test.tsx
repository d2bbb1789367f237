import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fakeServer, refusal } from '../fake-server.ts'
import { draft } from './draft.ts'
import { PromptBox } from './prompt-box.tsx'

beforeEach(() => draft.set({ prompt: '', off: [], parameters: {} }))
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const show = () => render(<PromptBox fault={undefined} />)
const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Prompt' })

test.each([
  ['🦊'.repeat(12), '12 / 1,000'],
  ['x'.repeat(1000), '1,000 / 1,000'],
  ['x'.repeat(1012), '12 too many'],
])('counts characters as people do', (text, words) => {
  draft.set({ ...draft.get(), prompt: text })
  show()
  expect(screen.getByText(words)).toBeTruthy()
})

test('clearing can be undone, by key or button', async () => {
  show()
  await userEvent.type(field(), 'A fox{Escape}')
  expect(field().value).toBe('')
  await userEvent.click(screen.getByRole('button', { name: /Undo/ }))
  expect(field().value).toBe('A fox')
  await userEvent.click(screen.getByRole('button', { name: 'Clear the prompt' }))
  expect(field().value).toBe('')
})

test('Alt+R writes a random prompt, another one each time', async () => {
  show()
  const seen = new Set<string>()
  for (let round = 0; round < 3; round += 1) {
    const before = field().value
    fireEvent.keyDown(window, { code: 'KeyR', altKey: true })
    // oxlint-disable-next-line no-await-in-loop -- each press follows the last
    await vi.waitUntil(() => field().value !== before)
    seen.add(field().value)
  }
  expect(seen.size).toBeGreaterThan(1)
})

test('enhance shows three versions side by side; one is used and the change undone', async () => {
  fakeServer({
    'POST /api/enhance': () => ({
      body: { original: 'A fox', short: 'A red fox', long: 'A red fox at dusk, soft light', source: 'built-in' },
    }),
  })
  show()
  await userEvent.type(field(), 'A fox')
  fireEvent.keyDown(window, { code: 'KeyE', ctrlKey: true })
  expect(await screen.findByText('A red fox at dusk, soft light')).toBeTruthy()
  expect(screen.getByText(/without a language model/)).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Use long' }))
  expect(field().value).toBe('A red fox at dusk, soft light')
  await userEvent.click(screen.getByRole('button', { name: /Undo/ }))
  expect(field().value).toBe('A fox')
})

test('an enhancement that fails leaves the prompt alone and says why', async () => {
  fakeServer({ 'POST /api/enhance': () => refusal('unavailable', 'The language model rests') })
  show()
  await userEvent.type(field(), 'A fox')
  await userEvent.click(screen.getByRole('button', { name: 'Enhance' }))
  expect((await screen.findByText(/The language model rests/)).textContent).toContain('Your prompt is as it was')
  expect(field().value).toBe('A fox')
})

test('Escape that ends the composing of a word leaves the prompt alone', () => {
  draft.set({ ...draft.get(), prompt: '狐' })
  show()
  fireEvent.keyDown(field(), { key: 'Escape', isComposing: true })
  expect(field().value).toBe('狐')
  fireEvent.keyDown(field(), { key: 'Escape' })
  expect(field().value).toBe('')
})
