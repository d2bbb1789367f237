import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import type { Share } from '../../contract/share.ts'
import { type Answers, fakeServer, refusal } from '../fake-server.ts'
import { Toasts } from '../ui/toasts.tsx'
import { ShareDialog } from './share-dialog.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const jobId = 'A'.repeat(22)
const link = (letter: string, over: Partial<Share> = {}): Share => ({
  id: letter.repeat(27),
  jobId,
  url: `/s/${letter.repeat(27)}`,
  createdAt: '2026-03-02T10:00:00.000Z',
  expiresAt: '2026-04-01T10:00:00.000Z',
  promptHidden: false,
  ...over,
})

function show(kept: Share[] = [], answers: Answers = {}) {
  const { asked } = fakeServer({
    'GET /api/shares': () => ({ body: { shares: kept } }),
    'POST /api/shares'({ body }) {
      kept.unshift(link('N', { promptHidden: (body as { hidePrompt: boolean }).hidePrompt }))
      return { body: kept[0] }
    },
    'DELETE /api/shares/{shareId}'({ ids }) {
      kept.splice(
        kept.findIndex(({ id }) => id === ids['shareId']),
        1,
      )
      return {}
    },
    ...answers,
  })
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <ShareDialog jobId={jobId} onClose={() => {}} />
      <Toasts />
    </QueryClientProvider>,
  )
  return { sent: () => asked.filter(({ method }) => method === 'POST').map(({ body }) => body) }
}

const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))

test('lists the links that are open, with what they show and until when', async () => {
  show([link('A', { promptHidden: true }), link('B')])
  const rows = (await screen.findAllByRole('listitem')).map(({ textContent }) => textContent)
  expect(rows).toEqual([
    `/s/${'A'.repeat(27)}until 1 Apr 2026, without the promptRevoke`,
    `/s/${'B'.repeat(27)}until 1 Apr 2026Revoke`,
  ])
})

test('a link is made as the form says, then listed and can be copied', async () => {
  const { sent } = show()
  const user = userEvent.setup()
  await user.click(screen.getByRole('checkbox', { name: /^Hide the prompt/u }))
  await user.selectOptions(screen.getByRole('combobox', { name: 'Open for' }), 'a week')
  await user.click(screen.getByRole('button', { name: 'Make a link' }))
  expect((await screen.findByRole('listitem')).textContent).toContain('without the prompt')
  expect(sent()).toEqual([{ jobId, hidePrompt: true, expiresInDays: 7 }])
  await user.click(screen.getByRole('button', { name: 'Copy the link' }))
  expect(await navigator.clipboard.readText()).toBe(`${location.origin}/s/${'N'.repeat(27)}`)
})

test('a refusal is told in the form', async () => {
  show([], { 'POST /api/shares': () => refusal('conflict', 'This run has 20 links.') })
  await press('Make a link')
  expect(await screen.findByText('This run has 20 links.')).toBeTruthy()
})

test('a link that is revoked goes; one that could not be stays, and says why', async () => {
  let broken = true
  const kept = [link('A')]
  show(kept, {
    'DELETE /api/shares/{shareId}'() {
      if (broken) return refusal('unavailable', 'The disk is full.')
      kept.pop()
      return {}
    },
  })
  await press('Revoke')
  expect(await screen.findByText('The link was not revoked: The disk is full.')).toBeTruthy()
  expect(screen.getAllByRole('listitem')).toHaveLength(1)
  broken = false
  await press('Revoke')
  await vi.waitFor(() => expect(screen.queryByRole('listitem')).toBeNull())
})

test('a list that cannot be read can be asked for again', async () => {
  let broken = true
  show([], {
    'GET /api/shares': () => (broken ? refusal('unavailable', 'Not now.') : { body: { shares: [link('A')] } }),
  })
  expect(await screen.findByText('The links could not be listed: Not now.')).toBeTruthy()
  broken = false
  await press('Try again')
  expect(await screen.findAllByRole('listitem')).toHaveLength(1)
})
