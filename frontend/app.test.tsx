import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { Job } from '../contract/job.ts'
import { App } from './app.tsx'
import { fakeBrowser } from './fake-browser.ts'
import { fakeServer, modelsReply, refusal } from './fake-server.ts'
import { draft } from './generate/draft.ts'
import { completed, fakeJob, fakeModel, painting, pending } from './generate/fake-job.ts'
import { runIds } from './generate/runs.ts'
import { queries } from './ui/queries.ts'

const models = [
  fakeModel('Ink'),
  fakeModel('Oil', { priceMicroUsd: 10_000 }),
  fakeModel('Old', { lifecycle: { state: 'retired' }, successor: 'Ink' }),
]
const { jobId } = fakeJob([])
const always = {
  'GET /api/models': () => ({ body: modelsReply(models) }),
  'GET /api/gallery/list': () => ({ body: { galleries: [] } }),
  'GET /api/health': () => 'unreachable' as const,
}

beforeAll(fakeBrowser)
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

test('from the first visit to the last picture', async () => {
  const painted: Job = fakeJob([completed('Ink'), completed('Oil')], { version: 3 })
  let finish: (job: Job) => void = () => {}
  const moved = new Promise<Job>((resolve) => {
    finish = resolve
  })
  let answers = 0
  const { asked } = fakeServer({
    ...always,
    'POST /api/generate': () => ({ status: 202, body: fakeJob([painting('Ink'), pending('Oil')]) }),
    'GET /api/status': async () => ({ body: { jobs: answers++ === 0 ? [await moved] : [], missing: [] } }),
  })
  render(<App />)
  await userEvent.click(await screen.findByRole('button', { name: /A night market on the moon/ }))
  expect((await generate()).textContent).toContain('2 pictures · $0.05')
  await userEvent.click(await generate())

  const progress = await screen.findByRole('progressbar', { name: 'Models that have finished' })
  expect(progress.getAttribute('max')).toBe('2')
  expect(screen.getByRole('heading', { name: 'Ink' })).toBeTruthy()
  expect(screen.getByText('Waiting for its turn')).toBeTruthy()
  await waitFor(() => expect(document.title).toMatch(/^\(0\/2\) /))
  const { path } = await vi.waitUntil(() => asked.find((one) => one.path.startsWith('/api/status?')))
  expect(path).toBe(`/api/status?jobs=${jobId}:1`)

  finish(painted)
  expect(await screen.findByRole('button', { name: 'Ink: A fox in the snow' })).toBeTruthy()
  expect(await screen.findByText('Ink finished, 1 of 2. Oil finished, 2 of 2')).toBeTruthy()
  expect(screen.queryByRole('progressbar')).toBeNull()
  await waitFor(() => expect(document.title).toMatch(/^Pixel Prompt/))
  expect(asked.find((one) => one.path === '/api/generate')?.body).toMatchObject({ models: ['ink', 'oil'] })
})

test('a click that met no server is sent again with the same key, and the prompt stays', async () => {
  const answers = ['unreachable' as const, { status: 202, body: fakeJob([pending('Ink')]) }]
  const { asked } = fakeServer({ ...always, 'POST /api/generate': () => answers.shift() ?? 'unreachable' })
  render(<App />)
  await generate()
  await userEvent.type(prompt(), 'A fox')
  await userEvent.click(await generate())
  expect((await screen.findByText(/trying again is safe/)).textContent).toContain('starts once at most')
  expect(screen.getByText(/Your pictures are safe/)).toBeTruthy()
  expect(prompt()).toHaveProperty('value', 'A fox')

  await userEvent.click(await generate())
  await screen.findByText('Waiting for its turn')
  const keys = asked.filter(({ path }) => path === '/api/generate').map(({ headers }) => headers.get('Idempotency-Key'))
  expect(keys[0]).toMatch(/^[0-9a-f]{32}$/)
  expect(keys[1]).toBe(keys[0])
})

test('a refusal stands where it belongs, in the words of the server', async () => {
  const answers = [
    refusal('prompt_blocked', 'This asks for gore', { rule: 'gore', matches: ['severed'] }),
    refusal('invalid_request', 'Not right', { fields: [{ path: 'models', message: 'Knows no such model' }] }),
    refusal('rate_limited', 'Fifty a day are enough', { retryAfterSeconds: 90 }),
  ]
  const { asked } = fakeServer({ ...always, 'POST /api/generate': () => ({ status: 400, body: answers.shift() }) })
  render(<App />)
  await generate()
  await userEvent.type(prompt(), 'A fox')
  await userEvent.click(await generate())
  expect(await screen.findByText('Because of: “severed”')).toBeTruthy()
  expect(prompt().getAttribute('aria-invalid')).toBe('true')

  await userEvent.click(await generate())
  expect(await within(screen.getByRole('group', { name: 'Models' })).findByText('Knows no such model')).toBeTruthy()

  await userEvent.click(await generate())
  expect((await screen.findByText(/Again possible in/)).textContent).toContain('1\u00A0min 30\u00A0s')
  const keys = new Set(
    asked.filter(({ path }) => path === '/api/generate').map(({ headers }) => headers.get('Idempotency-Key')),
  )
  expect(keys.size).toBe(3)
})

test('a retired model is shown with its successor and cannot be chosen; others switch off and change the price', async () => {
  fakeServer(always)
  render(<App />)
  expect(await screen.findByRole('checkbox', { name: /Old.*retired, use Ink/ })).toHaveProperty('disabled', true)
  await userEvent.click(screen.getByRole('checkbox', { name: /Oil/ }))
  expect((await generate()).textContent).toContain('1 picture · $0.04')
  expect(JSON.parse(localStorage.getItem('draft') ?? '')).toMatchObject({ off: ['oil'] })
  await userEvent.click(screen.getByRole('button', { name: 'All' }))
  await userEvent.click(screen.getByRole('button', { name: 'None' }))
  expect((await generate()).textContent).toContain('no model chosen')
})

test('Ctrl+Enter without a prompt sends nothing and says why', async () => {
  const { asked } = fakeServer(always)
  render(<App />)
  await generate()
  fireEvent.keyDown(window, { key: 'Enter', ctrlKey: true })
  expect(await screen.findByText('Write a prompt first')).toBeTruthy()
  expect(document.activeElement).toBe(prompt())
  expect(asked.some(({ path }) => path === '/api/generate')).toBe(false)
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
