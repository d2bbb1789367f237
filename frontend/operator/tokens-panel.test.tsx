import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { cleanup, render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import type { ApiToken } from '../../contract/token.ts'
import { fakeToken } from '../fake-operator.ts'
import { type Answers, fakeServer, refusal } from '../fake-server.ts'
import { Toasts } from '../ui/toasts.tsx'
import { tokensQuery } from './requests.ts'
import { TokensPanel } from './tokens-panel.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

const Tokens = () => <TokensPanel tokens={useQuery(tokensQuery)} />

function show(kept: ApiToken[] = [], answers: Answers = {}) {
  const server = fakeServer({
    'GET /api/tokens': () => ({ body: { tokens: kept } }),
    'POST /api/tokens'({ body }) {
      const token = fakeToken((body as { name: string }).name)
      kept.unshift(token)
      return { body: { secret: 'ppt_secret', token } }
    },
    'DELETE /api/tokens/{tokenId}'({ ids }) {
      kept.splice(
        kept.findIndex(({ id }) => id === ids['tokenId']),
        1,
      )
      return {}
    },
    ...answers,
  })
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <Tokens />
      <Toasts />
    </QueryClientProvider>,
  )
  return { ...server, sent: (method: string) => server.asked.filter((one) => one.method === method) }
}

const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }))

test('tells of each token what it may, when it was used and until when it is valid', async () => {
  vi.useFakeTimers({ now: Date.parse('2026-03-02T10:00:00.000Z'), toFake: ['Date'] })
  show([
    fakeToken('report', { scopes: ['generate', 'write'], lastUsedAt: '2026-03-02T09:55:00.000Z' }),
    fakeToken('wall', { scopes: [], expiresAt: '2026-05-30T12:00:00.000Z' }),
    fakeToken('old', { expiresAt: '2026-03-01T12:00:00.000Z' }),
  ])
  const rows = (await screen.findAllByRole('listitem')).map(({ textContent }) => textContent)
  expect(rows).toEqual([
    'reportreads, generates, changes · used 5 minutes ago · until it is revokedRevoke report',
    'wallreads · never used · until 30 May 2026Revoke wall',
    'oldreads, generates · never used · expired on 1 Mar 2026Revoke old',
  ])
})

test('a new token is asked for as the form says, shown once, and then listed', async () => {
  const { sent } = show()
  await press('New token')
  await userEvent.type(screen.getByRole('textbox', { name: 'Name' }), ' nightly report ')
  await userEvent.click(screen.getByRole('checkbox', { name: /^Change/u }))
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Valid for' }), '30 days')
  await press('Make the token')
  const field = await screen.findByRole('textbox', { name: 'nightly report' })
  expect((field as HTMLInputElement).value).toBe('ppt_secret')
  expect(sent('POST').map(({ body }) => body)).toEqual([
    { name: 'nightly report', scopes: ['generate', 'write'], expiresInDays: 30 },
  ])
  await press('Done')
  expect(screen.queryByDisplayValue('ppt_secret')).toBeNull()
  expect((await screen.findByRole('listitem')).textContent).toContain('nightly report')
})

test('one that does not expire and only reads can be made', async () => {
  const { sent } = show()
  await press('New token')
  await userEvent.type(screen.getByRole('textbox', { name: 'Name' }), 'wall')
  await userEvent.click(screen.getByRole('checkbox', { name: /^Generate/u }))
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Valid for' }), 'until it is revoked')
  await press('Make the token')
  await screen.findByText(/^Copy it now/u)
  expect(sent('POST').map(({ body }) => body)).toEqual([{ name: 'wall', scopes: [] }])
})

test('without a name nothing is sent, and a refusal is told in the form', async () => {
  const { sent } = show([], { 'POST /api/tokens': () => refusal('conflict', 'There are 100 tokens.') })
  await press('New token')
  await press('Make the token')
  expect(screen.getByRole('alert').textContent).toBe('Give it a name.')
  expect(sent('POST')).toEqual([])
  await userEvent.type(screen.getByRole('textbox', { name: 'Name' }), 'wall')
  await press('Make the token')
  expect(await screen.findByText('There are 100 tokens.')).toBeTruthy()
})

test('revoking is asked about, then told', async () => {
  const { sent } = show([fakeToken('report')])
  await press('Revoke report')
  const dialog = within(screen.getByRole('dialog'))
  expect(dialog.getByText(/is refused from now on/u)).toBeTruthy()
  await userEvent.click(dialog.getByRole('button', { name: 'Revoke' }))
  expect(await screen.findByText('report is revoked')).toBeTruthy()
  expect(screen.queryByRole('listitem')).toBeNull()
  expect(sent('DELETE')).toHaveLength(1)
})

test('one that could not be revoked stays, and says why', async () => {
  show([fakeToken('report')], { 'DELETE /api/tokens/{tokenId}': () => refusal('unavailable', 'The disk is full.') })
  await press('Revoke report')
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Revoke' }))
  expect(await screen.findByText('report was not revoked: The disk is full.')).toBeTruthy()
  expect(screen.getAllByRole('listitem')).toHaveLength(1)
})

test('a list that cannot be read can be asked for again', async () => {
  show([], { 'GET /api/tokens': () => refusal('unavailable', 'Not now.') })
  expect(await screen.findByText('Not now.')).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy()
})
