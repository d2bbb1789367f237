import { QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { cancelled, failed, fakeModel } from '../fake-job.ts'
import type { Model } from '../../contract/model.ts'
import { KnownModelsContext } from './known-models.ts'
import { noActions, type PageActions, PageActionsContext } from './page-actions.ts'
import { queries } from './queries.ts'
import { RetryButton } from './retry-button.tsx'
import { Toasts } from './toasts.tsx'

const now = Date.parse('2026-03-01T10:00:05.000Z')
beforeEach(() => vi.useFakeTimers({ now, toFake: ['Date'] }))
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

type Result = Parameters<typeof RetryButton>[0]['result']

function show(result: Result, retry: PageActions['retry'], model?: Model) {
  render(
    <QueryClientProvider client={queries}>
      <PageActionsContext value={{ ...noActions, retry }}>
        <KnownModelsContext value={model ? [model] : []}>
          <RetryButton job={{ jobId: 'one' }} result={result} />
          <Toasts />
        </KnownModelsContext>
      </PageActionsContext>
    </QueryClientProvider>,
  )
}

test('asks for this one model; a refusal is told in words', async () => {
  const asked: string[][] = []
  show(failed('Ink'), async (...what) => {
    asked.push(what)
    throw new Error('Nothing left today')
  })
  fireEvent.click(screen.getByRole('button', { name: 'Retry Ink' }))
  expect((await screen.findByRole('alert')).textContent).toContain('Ink was not tried again: Nothing left today')
  expect(asked).toEqual([['one', 'ink']])
})

test('waits as long as the provider asked for', () => {
  const retry = vi.fn<PageActions['retry']>()
  show(failed('Ink', { error: { code: 'rate_limited', message: 'Too many.', retryAfterSeconds: 30 } }), retry)
  const button = screen.getByRole('button', { name: /Retry/ })
  expect(button.textContent).toBe('Retry in 25\u00A0s')
  fireEvent.click(button)
  expect(retry).not.toHaveBeenCalled()
})

test('a second that has begun counts, so that it never says to wait for nothing', () => {
  vi.setSystemTime(now + 24_400)
  show(failed('Ink', { error: { code: 'rate_limited', message: 'Too many.', retryAfterSeconds: 30 } }), async () => {})
  expect(screen.getByRole('button', { name: /Retry/ }).textContent).toBe('Retry in 1\u00A0s')
})

test('counts down to the moment, and then no further', () => {
  vi.useFakeTimers({ now, toFake: ['Date', 'setInterval', 'clearInterval'] })
  show(failed('Ink', { error: { code: 'rate_limited', message: 'Too many.', retryAfterSeconds: 30 } }), async () => {})
  act(() => void vi.advanceTimersByTime(24_000))
  expect(screen.getByRole('button', { name: /Retry/ }).textContent).toBe('Retry in 1\u00A0s')
  act(() => void vi.advanceTimersByTime(1000))
  expect(screen.getByRole('button', { name: 'Retry Ink' }).getAttribute('aria-disabled')).toBe('false')
  expect(vi.getTimerCount()).toBe(0)
})

test('a browser whose clock is behind keeps nobody waiting longer than was asked for', () => {
  vi.setSystemTime(now - 3_600_000)
  show(failed('Ink'), async () => {})
  expect(screen.getByRole('button', { name: 'Retry Ink' }).getAttribute('aria-disabled')).toBe('false')
  cleanup()
  show(failed('Ink', { error: { code: 'rate_limited', message: 'Too many.', retryAfterSeconds: 30 } }), async () => {})
  expect(screen.getByRole('button', { name: /Retry/ }).textContent).toBe('Retry in 30\u00A0s')
})

test('is there for what was stopped, not for a model that is retired', () => {
  show(cancelled('Ink'), async () => {})
  expect(screen.getByRole('button', { name: 'Retry Ink' })).toBeTruthy()
  cleanup()
  show(failed('Ink', { error: { code: 'retired_model', message: 'Gone.' } }), async () => {})
  expect(screen.queryByRole('button', { name: /Retry/ })).toBeNull()
})

test.each([
  ['Retry Ink · $0.08', 40_000],
  ['Retry Ink', 0],
  ['Retry Ink · price unknown', null],
])('bears the price of the pictures that it would paint: %s', (name, priceMicroUsd) => {
  show(failed('Ink', { requested: 2 }), async () => {}, fakeModel('Ink', { priceMicroUsd }))
  expect(screen.getByRole('button', { name })).toBeTruthy()
})

test('a model that the operator has switched off cannot be tried again for now', () => {
  show(failed('Ink'), async () => {}, fakeModel('Ink', { enabled: false, switchedOff: true }))
  expect(screen.queryByRole('button', { name: /Retry/ })).toBeNull()
  expect(screen.getByText(/Switched off by the operator/)).toBeTruthy()
})
