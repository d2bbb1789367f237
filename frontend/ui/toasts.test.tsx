import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Announcer } from './announcer.tsx'
import { toast, Toasts } from './toasts.tsx'

beforeEach(() => vi.useFakeTimers())
afterEach(() => {
  pass(60_000)
  cleanup()
  vi.useRealTimers()
})

const pass = (ms: number) => act(() => void vi.advanceTimersByTime(ms))

function show() {
  render(
    <>
      <Toasts />
      <Announcer />
    </>,
  )
}

test('a note is told by the announcer, whose place was there before its words', () => {
  show()
  act(() => toast('Prompt copied'))
  pass(200)
  expect(screen.getByRole('status').textContent).toBe('Prompt copied')
})

test('a fault is an alert', () => {
  show()
  act(() => toast('Not deleted', 'fault'))
  expect(screen.getByRole('alert').textContent).toBe('Not deleted')
})

test('a notice stays as long as the focus is in it', () => {
  show()
  act(() => toast('Hidden'))
  const dismiss = screen.getByRole('button', { name: 'Dismiss' })
  fireEvent.focus(dismiss)
  pass(60_000)
  expect(screen.getByRole('button', { name: 'Dismiss' })).toBe(dismiss)
  fireEvent.blur(dismiss)
  pass(60_000)
  expect(screen.queryByRole('button')).toBeNull()
})
