import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { App } from './app.tsx'
import { fakeServer, modelsReply } from './fake-server.ts'
import { draft } from './generate/draft.ts'
import { fakeModel } from './fake-job.ts'
import { runIds } from './generate/runs.ts'
import { queries } from './ui/queries.ts'

const models = [
  fakeModel('Ink'),
  fakeModel('Oil', { priceMicroUsd: 10_000 }),
  fakeModel('Old', { enabled: false, lifecycle: { state: 'retired' }, successor: 'Ink' }),
]
const always = {
  'GET /api/models': () => ({ body: modelsReply(models) }),
  'GET /api/gallery/list': () => ({ body: { galleries: [] } }),
  'GET /api/health': () => 'unreachable' as const,
}

beforeEach(() => {
  draft.set({ prompt: '', off: [], parameters: {} })
  runIds.set([])
  queries.clear()
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const generate = () => screen.findByRole('button', { name: /^(Generate|Try again)/ })
const prompt = () => screen.getByRole('textbox', { name: 'Prompt' })

test('a retired model is shown with its successor and cannot be chosen; others switch off and change the price', async () => {
  fakeServer(always)
  render(<App />)
  expect(await screen.findByRole('button', { name: 'Old retired, successor is Ink' })).toBeTruthy()
  expect(screen.queryByRole('checkbox', { name: /Old/ })).toBeNull()
  await userEvent.click(screen.getByRole('checkbox', { name: /Oil/ }))
  await userEvent.type(prompt(), 'A fox')
  expect((await generate()).textContent).toContain('1 picture · $0.04')
  expect(JSON.parse(localStorage.getItem('draft') ?? '')).toMatchObject({ off: ['oil'] })
  await userEvent.click(screen.getByRole('button', { name: 'Select all' }))
  await userEvent.click(screen.getByRole('button', { name: 'Clear all' }))
  expect((await generate()).textContent).toContain('no model chosen')
})

test('Ctrl+Enter without a prompt sends nothing and says why', async () => {
  const { asked } = fakeServer(always)
  render(<App />)
  await generate()
  fireEvent.keyDown(window, { key: 'Enter', ctrlKey: true })
  await waitFor(() => expect(document.querySelector('#prompt-fault')?.textContent).toBe('Write a prompt first'))
  expect(document.activeElement).toBe(prompt())
  expect(asked.some(({ path }) => path === '/api/generate')).toBe(false)
  await userEvent.type(prompt(), 'A fox')
  expect(document.querySelector('#prompt-fault')?.textContent).toBe('')
})

test('the question mark opens the help sheet, but not while typing', async () => {
  fakeServer(always)
  render(<App />)
  await generate()
  await userEvent.type(prompt(), 'why?')
  expect(screen.queryByRole('dialog')).toBeNull()
  fireEvent.keyDown(document.body, { key: '?' })
  expect(await screen.findByRole('dialog', { name: 'Help and shortcuts' })).toBeTruthy()
})

test('an unknown address says so', async () => {
  history.replaceState(null, '', '/nowhere')
  fakeServer(always)
  render(<App />)
  expect(await screen.findByRole('heading', { name: 'There is nothing here' })).toBeTruthy()
  history.replaceState(null, '', '/')
})
