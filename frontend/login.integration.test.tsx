import { screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { fakeProduct } from './fake-product.ts'
import { fakeModel } from './fake-job.ts'
import { modelsReply, refusal } from './fake-server.ts'
import { forgetVisits, generate, prompt, visit } from './fake-visit.tsx'

const logIn = refusal('unauthorized', 'Please log in: this server has a password.', { login: true })
const models = [fakeModel('Oil')]

afterEach(forgetVisits)

test('where a password is asked for, it is asked for first, at every address', async () => {
  const product = fakeProduct(models)
  product.answer('GET /api/models', logIn)
  product.answer('GET /api/gallery/list', logIn)
  await visit('/gallery')
  expect(await screen.findByRole('heading', { name: 'Log in' })).toBe(document.activeElement)
  expect(location.pathname).toBe('/gallery')
})

test('a session that ends while one writes loses nothing', async () => {
  const product = fakeProduct(models)
  await visit()
  await userEvent.type(prompt(), 'A fox')
  product.answer('POST /api/generate', logIn)
  await userEvent.click(await generate())
  expect(await screen.findByRole('heading', { name: 'Log in' })).toBeTruthy()
  product.answer('POST /api/generate', undefined)
  await visit()
  expect(prompt().value).toBe('A fox')
  await generate()
})

test('who has logged in can log out', async () => {
  const product = fakeProduct(models)
  product.answer('GET /api/models', { body: { ...modelsReply(models), session: 'visitor' } })
  product.answer('DELETE /api/session', refusal('unavailable', 'Not now.'))
  await visit()
  await userEvent.click(await screen.findByRole('button', { name: 'Log out' }))
  expect(await screen.findByText('You are still logged in: Not now.')).toBeTruthy()
  await vi.waitFor(() => expect(product.asked.at(-1)).toMatchObject({ method: 'DELETE', path: '/api/session' }))
})

test('who has not cannot', async () => {
  fakeProduct(models)
  await visit()
  await generate()
  expect(screen.queryByRole('button', { name: 'Log out' })).toBeNull()
})
