import { cleanup, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { type Answer, fakeServer, refusal } from '../fake-server.ts'
import { logIn } from '../api.ts'
import { LoginForm } from './login-form.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

function show(answer: Answer | (() => Promise<Answer>)) {
  const onDone = vi.fn<() => void>()
  const { asked } = fakeServer({ 'POST /api/session': () => (typeof answer === 'function' ? answer() : answer) })
  render(<LoginForm label="Password" logIn={logIn} onDone={onDone} />)
  return { onDone, asked }
}

const field = () => screen.getByLabelText<HTMLInputElement>('Password')
const button = () => screen.getByRole('button', { name: /^(Log in|Logging in|Again)/u })

test('the password is sent, and what comes after it is begun', async () => {
  const { onDone, asked } = show({ body: { role: 'visitor' } })
  await userEvent.type(field(), 'let us all in{Enter}')
  expect(asked.map(({ body }) => body)).toEqual([{ password: 'let us all in' }])
  await vi.waitFor(() => expect(onDone).toHaveBeenCalledOnce())
})

test('a wrong one is told at the field, which is ready for another', async () => {
  const { onDone } = show(refusal('unauthorized', 'That is not the password.'))
  await userEvent.type(field(), 'let us all out')
  await userEvent.click(button())
  expect((await screen.findByRole('alert')).textContent).toBe('That is not the password.')
  expect(field().getAttribute('aria-invalid')).toBe('true')
  expect([field().selectionStart, field().selectionEnd]).toEqual([0, 14])
  expect(onDone).not.toHaveBeenCalled()
})

test('too many attempts are counted down, and meanwhile nothing is sent', async () => {
  const { asked } = show(refusal('rate_limited', 'That many were made.', { scope: 'address', retryAfterSeconds: 50 }))
  await userEvent.type(field(), 'a guess{Enter}')
  expect((await screen.findByText(/^Again possible in/u)).textContent).toMatch(/(50|49)\u00A0s$/u)
  await userEvent.type(field(), 'another{Enter}')
  await userEvent.click(button())
  expect(asked).toHaveLength(1)
})

test('while one is looked at, a second is not sent', async () => {
  const { asked } = show(() => new Promise<Answer>(() => {}))
  await userEvent.type(field(), 'let us all in{Enter}{Enter}')
  await userEvent.click(button())
  expect(button().textContent).toBe('Logging in…')
  expect(asked).toHaveLength(1)
})

test('what is typed can be seen', async () => {
  show({ body: { role: 'visitor' } })
  const toggle = screen.getByRole('button', { name: 'Show what is typed' })
  expect(field().type).toBe('password')
  await userEvent.click(toggle)
  expect([field().type, toggle.getAttribute('aria-pressed')]).toEqual(['text', 'true'])
})
