import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import { refusalCodes } from '../contract/refusal.ts'
import { keptId, keptJob } from './fake-gallery.ts'
import { completed, failed, fakeModel } from './fake-job.ts'
import { type FakeProduct, fakeProduct } from './fake-product.ts'
import { refusal } from './fake-server.ts'
import { forgetVisits, generate, prompt, visit } from './fake-visit.tsx'

const models = [fakeModel('Ink'), fakeModel('Oil')]

afterEach(forgetVisits)

async function paint(words: string) {
  await generate()
  await userEvent.type(prompt(), words)
  await userEvent.click(await generate())
}

const keysOf = ({ asked }: FakeProduct) =>
  asked.filter(({ path }) => path === '/api/generate').map(({ headers }) => headers.get('Idempotency-Key'))

const codeIsSeen = () => refusalCodes.filter((code) => document.body.textContent.includes(code))
const words = 'These words come from the server'

test.each(refusalCodes)('a run that is refused (%s) is explained in words, and the prompt stays', async (code) => {
  const product = fakeProduct(models)
  product.answer('POST /api/generate', refusal(code, words))
  await visit()
  await paint('A fox')
  expect((await screen.findAllByText(words)).length).toBeGreaterThan(0)
  expect(codeIsSeen()).toEqual([])
  expect(prompt().value).toBe('A fox')

  product.answer('POST /api/generate', undefined)
  await userEvent.click(await generate())
  expect(await screen.findByRole('region', { name: 'A fox' })).toBeTruthy()
  expect(screen.queryByText(words)).toBeNull()
  expect(new Set(keysOf(product)).size).toBe(2)
})

test.each(refusalCodes)('every other request that is refused (%s) is explained in words too', async (code) => {
  const product = fakeProduct(models)
  product.keep(keptJob(1, [completed('Ink'), failed('Oil')]))
  for (const route of ['POST /api/enhance', 'POST /api/jobs/{jobId}/retry', 'GET /api/gallery/list'])
    product.answer(route, refusal(code, words))
  await visit()
  await generate()
  await userEvent.type(prompt(), 'A fox')
  await userEvent.click(screen.getByRole('button', { name: 'Enhance' }))
  const enhancing = await screen.findByRole('dialog')
  expect((await within(enhancing).findByRole('alert')).textContent).toContain(words)

  await visit(`/gallery/${keptId(1)}`)
  await userEvent.click(await screen.findByRole('button', { name: /^Retry Oil/u }))
  expect(await screen.findByText(`Oil was not tried again: ${words}`)).toBeTruthy()

  await visit('/gallery')
  expect((await screen.findByRole('alert')).textContent).toContain(words)
  product.answer('GET /api/models', refusal(code, words))
  await visit()
  expect(await screen.findByText(`The models could not be listed: ${words}`)).toBeTruthy()
  expect(codeIsSeen()).toEqual([])
})

test('what a refusal says of single fields stands at those fields', async () => {
  const product = fakeProduct(models)
  const fields = [{ path: 'models', message: 'Knows no such model' }]
  product.answer('POST /api/generate', refusal('invalid_request', 'Not right', { fields }))
  await visit()
  await paint('A fox')
  expect(await within(screen.getByRole('group', { name: 'Models' })).findByText('Knows no such model')).toBeTruthy()

  product.answer(
    'POST /api/generate',
    refusal('prompt_blocked', 'Asks for gore', { rule: 'gore', matches: ['severed'] }),
  )
  await userEvent.click(await generate())
  expect(await screen.findByText('Because of: “severed”')).toBeTruthy()
  expect(prompt().getAttribute('aria-invalid')).toBe('true')

  product.answer('POST /api/generate', refusal('rate_limited', 'Fifty a day', { retryAfterSeconds: 90 }))
  await userEvent.click(await generate())
  expect((await screen.findByText(/Again possible in/u)).textContent).toContain('1\u00A0min 30\u00A0s')
})

test('a Generate that met no server is sent again with the same key, and starts one job', async () => {
  const product = fakeProduct(models)
  await visit()
  await generate()
  product.unplug()
  await paint('A fox')
  expect((await screen.findByText(/trying again is safe/u)).textContent).toContain('starts once at most')
  expect(screen.getByText(/Your pictures are safe/u)).toBeTruthy()
  product.plug()
  await userEvent.click(await screen.findByRole('button', { name: /^Try again/u }))
  await screen.findByRole('region', { name: 'A fox' })
  const [first, second] = keysOf(product)
  expect(first).toMatch(/^[0-9a-f]{32}$/u)
  expect(second).toBe(first)
  expect(product.jobs()).toHaveLength(1)
})

test('a server that goes away in mid-run is told in words; when it is back, the run goes on', async () => {
  const product = fakeProduct(models)
  await visit()
  await paint('A fox')
  await screen.findByRole('region', { name: 'A fox' })
  product.unplug()
  product.result(completed('Ink'))
  // The held request was answered; the next finds nobody.
  expect(await screen.findByText(/The server does not answer/u)).toBeTruthy()
  product.plug()
  product.result(completed('Oil'))
  await waitFor(() => expect(screen.queryByText(/does not answer/u)).toBeNull(), { timeout: 5000 })
  expect(await screen.findByText(/^2 of 2 painted/u)).toBeTruthy()
})

test('after a reload in mid-run the run, the prompt and the models are still there, and live', async () => {
  const product = fakeProduct(models)
  await visit()
  await paint('A fox')
  await screen.findByRole('region', { name: 'A fox' })
  product.result(completed('Ink'))
  await screen.findByRole('img', { name: 'Ink: A fox' })

  await visit()
  expect(await screen.findByRole('img', { name: 'Ink: A fox' })).toBeTruthy()
  expect(prompt().value).toBe('A fox')
  product.result(completed('Oil'))
  expect(await screen.findByRole('img', { name: 'Oil: A fox' })).toBeTruthy()
  expect(product.jobs()).toHaveLength(1)
})

test('a run is shown where its address is opened, and one that was deleted meanwhile is put away', async () => {
  const product = fakeProduct(models)
  product.keep(keptJob(1, [completed('Ink'), completed('Oil')]))
  await visit(`/?run=${keptId(1)}&run=${keptId(2)}`)
  expect(await screen.findByRole('region', { name: 'Prompt 1' })).toBeTruthy()
  await waitFor(() => expect(sessionStorage.getItem('runs')).toBe(JSON.stringify([keptId(1)])))
})
