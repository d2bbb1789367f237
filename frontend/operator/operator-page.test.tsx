import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { fakeModel } from '../fake-job.ts'
import { fakeDay, fakeSpend, fakeSwitches, quiet, someSpend } from '../fake-operator.ts'
import { type Answers, fakeServer, refusal } from '../fake-server.ts'
import { Toasts } from '../ui/toasts.tsx'
import { OperatorPage } from './operator-page.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

const models = [fakeModel('Ink'), fakeModel('Oil')]
const none = new Set<string>()

function show(answers: Answers = {}) {
  const server = fakeServer({
    'GET /api/spend': () => ({ body: fakeSpend(models) }),
    'GET /api/switches': () => ({ body: fakeSwitches(models, none) }),
    'GET /api/activity': () => ({ body: quiet }),
    'GET /api/tokens': () => ({ body: { tokens: [] } }),
    ...answers,
  })
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  render(
    <QueryClientProvider client={queries}>
      <OperatorPage />
      <Toasts />
    </QueryClientProvider>,
  )
  return { ...server, queries }
}

const panel = async (name: string) => within(await screen.findByRole('region', { name }))
const wordsOf = async (name: string) =>
  (await screen.findByRole('region', { name })).textContent.replaceAll('\u00a0', ' ')

test('tells what was spent today and this month against the budgets, and where the month will end', async () => {
  show({ 'GET /api/spend': () => ({ body: someSpend(models) }) })
  const today = await wordsOf('Today')
  expect(today).toContain('$0.38of $1.00')
  expect(today).toContain('$0.62 left')
  expect(today).toContain('$0.08 of it is promised to runs that have not ended')
  expect((await panel('Today')).getByRole('progressbar').getAttribute('value')).toBe('380000')
  const month = await wordsOf('March 2026')
  expect(month).toContain('$1.58of $20.00')
  expect(month).toContain('$0.04 of it may not have been charged')
  expect(month).toContain('At this pace $24.49 by the end of March 2026, $4.49 over the budget.')
})

test.each([
  [1_000_000, 'Used up: nothing more that costs money is started.'],
  [1_250_000, '$0.25 over: nothing more is started.'],
])('a day on which %d of a million is spent says that it is over', async (settledMicroUsd, words) => {
  const today = { ...fakeDay('2026-03-02', settledMicroUsd), budgetMicroUsd: 1_000_000 }
  show({ 'GET /api/spend': () => ({ body: fakeSpend(models, { today }) }) })
  expect(await wordsOf('Today')).toContain(words)
})

test('a budget of nothing is told as that', async () => {
  const today = { ...fakeDay('2026-03-02', 0), budgetMicroUsd: 0 }
  show({ 'GET /api/spend': () => ({ body: fakeSpend(models, { today }) }) })
  expect(await wordsOf('Today')).toContain('Nothing that costs money is started.')
})

test('the chart says in words what it shows, and has the same figures as a table', async () => {
  show({ 'GET /api/spend': () => ({ body: someSpend(models) }) })
  const days = await panel('By day')
  expect(days.getByRole('img').textContent).toContain('Spending by day: $1.58 in 2 days, most of it on 1 Mar: $1.20.')
  await userEvent.click(days.getByText('The days as a table'))
  const rows = days.getAllByRole('row').map((row) => [...row.children].map(({ textContent }) => textContent))
  expect(rows).toEqual([
    ['Day', 'Settled', 'Perhaps not charged', 'Promised'],
    ['2 Mar', '$0.30', '$0.00', '$0.08'],
    ['1 Mar', '$1.20', '$0.04', '$0.00'],
  ])
})

test('a bar is as high as its day, in pieces, under the line of the budget as far as that is near', async () => {
  const { today } = someSpend(models)
  const spend = (budgetMicroUsd: number) => ({ ...someSpend(models), today: { ...today, budgetMicroUsd } })
  show({ 'GET /api/spend': () => ({ body: spend(3_000_000) }) })
  const chart = await (await panel('By day')).findByRole('img')
  const pieces = [...chart.querySelectorAll('rect[rx]')].map((one) => [
    one.getAttribute('y'),
    one.getAttribute('height'),
  ])
  expect(pieces).toEqual([
    ['61.333%', '38.667%'],
    ['60.000%', '1.333%'],
    ['90.000%', '10.000%'],
    ['87.333%', '2.667%'],
  ])
  expect(chart.querySelector('line.stroke-rose')?.getAttribute('y1')).toBe('0.000%')
  cleanup()
  show({ 'GET /api/spend': () => ({ body: spend(20_000_000) }) })
  expect((await (await panel('By day')).findByRole('img')).querySelector('line.stroke-rose')).toBeNull()
})

test('a day on which nothing was spent is not in the table', async () => {
  const days = [fakeDay('2026-03-01', 40_000), fakeDay('2026-03-02', 0)]
  show({ 'GET /api/spend': () => ({ body: fakeSpend(models, { days }) }) })
  const rows = (await panel('By day')).getAllByRole('row', { hidden: true })
  expect(rows.map(({ textContent }) => textContent).slice(1)).toEqual(['1 Mar$0.04$0.00$0.00'])
})

test('what waits is told although nothing paints', async () => {
  show({ 'GET /api/activity': () => ({ body: { ...quiet, pending: 2 } }) })
  expect(await wordsOf('Queue')).toMatch(/painting0.*waiting2/u)
})

test('where everything is free, it says so instead of an empty chart', async () => {
  show()
  expect(await wordsOf('By day')).toContain('Nothing has been spent this month')
  expect(screen.queryByRole('img')).toBeNull()
  const today = await wordsOf('Today')
  expect(today).toContain('$0.00no budget is set')
  expect(today).toContain('DAILY_BUDGET_USD sets one')
  expect(await wordsOf('Queue')).toContain('Nothing paints and nothing waits.')
  expect(await wordsOf('Faults of the last hour')).toContain('None.')
})

test('what waits, paints and failed is told in words', async () => {
  vi.useFakeTimers({ now: Date.parse('2026-03-02T10:01:05.000Z'), toFake: ['Date'] })
  const faults = [
    { model: 'ink', name: 'Ink', code: 'auth', count: 3 },
    { model: 'oil', name: 'Oil', code: 'interrupted', count: 1 },
  ] as const
  const activity = { pending: 4, running: 20, waitingSince: '2026-03-02T10:00:00.000Z', faults: [...faults] }
  show({ 'GET /api/activity': () => ({ body: activity }) })
  expect(await wordsOf('Queue')).toMatch(/painting20.*waiting4.*the longest waits1 min 5 s/u)
  const told = await wordsOf('Faults of the last hour')
  expect(told).toContain('3× times:Ink did not accept the key.')
  expect(told).toContain('Oil was cut off')
})

test('every model has its spending, its own budget and its switch; one that is no longer there has none', async () => {
  const gone = fakeModel('Gone')
  show({ 'GET /api/spend': () => ({ body: someSpend([...models, gone]) }) })
  const table = await panel('Models')
  expect(table.getByRole('row', { name: /^Ink/u }).textContent).toBe('Ink$0.38of $0.38, used up$1.58 this month$1.58')
  expect(table.getAllByRole('switch').map((one) => one.getAttribute('aria-label'))).toEqual(['Ink', 'Oil'])
  expect(table.getByRole('row', { name: /^Gone/u }).textContent).toContain('not in use')
})

test('a switch moves when the server has answered, and not before', async () => {
  const answered = Promise.withResolvers<void>()
  const { asked } = show({
    async 'POST /api/switches'() {
      await answered.promise
      return { body: fakeSwitches(models, new Set(['oil'])) }
    },
  })
  const oil = await screen.findByRole('switch', { name: 'Oil' })
  await userEvent.click(oil)
  await userEvent.click(oil)
  expect(oil.getAttribute('aria-checked')).toBe('true')
  expect(oil.getAttribute('aria-busy')).toBe('true')
  answered.resolve()
  await waitFor(() => expect(oil.getAttribute('aria-checked')).toBe('false'))
  expect(await screen.findByText('Oil is switched off')).toBeTruthy()
  expect(screen.getByText(/^off since/u)).toBeTruthy()
  const sent = asked.filter(({ method }) => method === 'POST').map(({ body }) => body)
  expect(sent).toEqual([{ model: 'oil', on: false }])
})

test('an answer that was under way when a switch was moved does not move it back', async () => {
  const late = Promise.withResolvers<void>()
  let asked = 0
  const { queries } = show({
    async 'GET /api/switches'() {
      asked += 1
      if (asked === 2) await late.promise
      return { body: fakeSwitches(models, none) }
    },
    'POST /api/switches': () => ({ body: fakeSwitches(models, new Set(['oil'])) }),
  })
  const oil = await screen.findByRole('switch', { name: 'Oil' })
  act(() => void dispatchEvent(new Event('visibilitychange')))
  await waitFor(() => expect(asked).toBe(2))
  await userEvent.click(oil)
  await waitFor(() => expect(oil.getAttribute('aria-checked')).toBe('false'))
  late.resolve()
  expect(await screen.findByText('Oil is switched off')).toBeTruthy()
  await waitFor(() => expect(queries.isFetching()).toBe(0))
  expect(oil.getAttribute('aria-checked')).toBe('false')
})

test('a switch that could not be moved stays where it was, and says why', async () => {
  show({ 'POST /api/switches': () => refusal('unavailable', 'The disk is full.') })
  const ink = await screen.findByRole('switch', { name: 'Ink' })
  await userEvent.click(ink)
  expect(await screen.findByText('Ink was not switched off: The disk is full.')).toBeTruthy()
  expect(ink.getAttribute('aria-checked')).toBe('true')
})

test('when spending cannot be read, the switches still work, and there is a way to ask again', async () => {
  let broken = true
  show({
    'GET /api/spend': () =>
      broken ? refusal('unavailable', 'The ledger does not answer.') : { body: someSpend(models) },
  })
  expect(await screen.findByText('The ledger does not answer.')).toBeTruthy()
  expect(await screen.findAllByRole('switch')).toHaveLength(2)
  broken = false
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await wordsOf('Today')).toContain('$0.38')
})

test('the other parts can fail alone too', async () => {
  show({
    'GET /api/switches': () => refusal('internal', 'Switches are broken.'),
    'GET /api/activity': () => refusal('internal', 'The queue is broken.'),
  })
  expect(await screen.findByText('Switches are broken.')).toBeTruthy()
  expect(await screen.findByText('The queue is broken.')).toBeTruthy()
  expect(screen.queryByRole('switch')).toBeNull()
  expect((await panel('Models')).getByRole('row', { name: /^Ink/u })).toBeTruthy()
})

test('renews itself every ten seconds, and says when that fails', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true })
  let answer = fakeSpend(models)
  let broken = false
  show({ 'GET /api/spend': () => (broken ? refusal('internal', 'Not now.') : { body: answer }) })
  expect(await wordsOf('Today')).toContain('$0.00')
  answer = someSpend(models)
  await vi.advanceTimersByTimeAsync(10_000)
  expect(await wordsOf('Today')).toContain('$0.38')
  broken = true
  await vi.advanceTimersByTimeAsync(10_000)
  expect(await screen.findByText('These figures could not be renewed: spending. Not now.')).toBeTruthy()
  expect(await wordsOf('Today')).toContain('$0.38')
})

test('asks for the operator’s password where there is one', async () => {
  const forbidden = () => refusal('forbidden', 'Please log in as one.', { login: true })
  show({
    'GET /api/spend': forbidden,
    'GET /api/switches': forbidden,
    'GET /api/activity': forbidden,
    'GET /api/tokens': forbidden,
  })
  expect(await screen.findByLabelText('The operator’s password')).toBeTruthy()
  expect(screen.getByText('Please log in as one.')).toBeTruthy()
})

test.each(['forbidden', 'unauthorized'] as const)('tells a visitor who is %s whose page it is', async (code) => {
  const forbidden = () => refusal(code, 'This is for the operator alone.')
  show({
    'GET /api/spend': forbidden,
    'GET /api/switches': forbidden,
    'GET /api/activity': forbidden,
    'GET /api/tokens': forbidden,
  })
  expect(await screen.findByRole('heading', { name: 'This page is not yours to see' })).toBeTruthy()
  expect(screen.getByText('This is for the operator alone.')).toBeTruthy()
  expect(screen.queryByRole('region')?.getAttribute('aria-label')).toBe('Notices')
})
