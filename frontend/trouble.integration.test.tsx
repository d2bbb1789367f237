import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
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
  await userEvent.type(prompt(), '!')
  expect(screen.getByText(/Again possible in/u)).toBeTruthy()
})

const blocked = (path: string, word: string) =>
  refusal('prompt_blocked', 'This asks for gore, which this server’s own rules do not allow.', {
    rule: 'gore',
    matches: [word],
    fields: [{ path, message: `Please change “${word}”` }],
  })

test('a prompt that the rules forbid is told at the prompt, with its words, as our refusal and no provider’s', async () => {
  const product = fakeProduct(models)
  product.answer('POST /api/generate', blocked('prompt', 'severed'))
  await visit()
  await paint('A severed head')
  const [said] = await screen.findAllByText('Please change “severed”')
  expect(prompt().getAttribute('aria-describedby')?.split(' ')).toContain(said?.id)
  expect(await screen.findByText(/this server’s own rules/u)).toBeTruthy()
  expect(screen.queryByText(/The provider refused/u)).toBeNull()
})

test('what the rules forbid in the negative prompt is told there, unfolded', async () => {
  const product = fakeProduct(models)
  product.answer('POST /api/generate', blocked('parameters.negativePrompt', 'clothes'))
  await visit()
  await paint('A fox')
  expect(await screen.findByText('Because of: “clothes”')).toBeTruthy()
  expect(prompt().getAttribute('aria-invalid')).toBe('false')
  expect(screen.getByRole('button', { name: /^Parameters/u }).getAttribute('aria-expanded')).toBe('true')
})

test('a prompt that is not enhanced because of its words names them', async () => {
  const product = fakeProduct(models)
  product.answer('POST /api/enhance', blocked('prompt', 'severed'))
  await visit()
  await generate()
  await userEvent.type(prompt(), 'A severed head')
  await userEvent.click(screen.getByRole('button', { name: 'Enhance' }))
  const said = await within(await screen.findByRole('dialog')).findByRole('alert')
  expect(said.textContent).toContain('do not allow. Your prompt is as it was.')
  expect(said.textContent).toContain('Because of: “severed”')
})

test('a refusal of what stood in the form goes when something else stands there', async () => {
  const product = fakeProduct(models)
  product.answer('POST /api/generate', refusal('prompt_blocked', 'Asks for gore', { matches: ['severed'] }))
  await visit()
  await paint('A severed head')
  expect(await screen.findByText('Because of: “severed”')).toBeTruthy()
  await userEvent.type(prompt(), '!')
  expect(screen.queryByText('Because of: “severed”')).toBeNull()
  expect(prompt().getAttribute('aria-invalid')).toBe('false')
})

test('models that could not be listed are asked for again by hand', async () => {
  const product = fakeProduct(models)
  product.answer('GET /api/models', refusal('internal', words))
  await visit()
  const again = await screen.findByRole('button', { name: 'Try again' })
  await userEvent.click(again)
  expect(screen.getByText(`The models could not be listed: ${words}`)).toBeTruthy()
  product.answer('GET /api/models', undefined)
  await userEvent.click(again)
  expect(await screen.findByRole('button', { name: /^Generate/u })).toBeTruthy()
  expect(screen.queryByText(/could not be listed/u)).toBeNull()
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

test('the key outlives a look at the gallery', async () => {
  const product = fakeProduct(models)
  await visit()
  await generate()
  product.unplug()
  await paint('A fox')
  await screen.findByText(/trying again is safe/u)
  product.plug()
  await userEvent.click(screen.getByRole('link', { name: 'Gallery' }))
  await screen.findByRole('heading', { level: 1, name: 'Gallery' })
  await userEvent.click(screen.getByRole('link', { name: 'Create' }))
  await userEvent.click(await screen.findByRole('button', { name: /^Try again/u }))
  await screen.findByRole('region', { name: 'A fox' })
  const [first, second] = keysOf(product)
  expect(second).toBe(first)
})

test('a run that a proxy answered for is sent again with the same key', async () => {
  const product = fakeProduct(models)
  await visit()
  await generate()
  product.answer('POST /api/generate', { status: 504, body: '<html>Gateway timeout</html>' })
  await paint('A fox')
  await screen.findByText(/trying again is safe/u)
  product.answer('POST /api/generate', undefined)
  await userEvent.click(await screen.findByRole('button', { name: /^Try again/u }))
  await screen.findByRole('region', { name: 'A fox' })
  const [first, second] = keysOf(product)
  expect(second).toBe(first)
})

describe('when the code that shows runs does not come', () => {
  let missing = true
  beforeEach(() => {
    missing = true
    vi.doMock('./generate/receive-job.ts', (original) => {
      if (missing) throw new TypeError('Failed to fetch dynamically imported module')
      return original()
    })
  })
  afterEach(() => vi.doUnmock('./generate/receive-job.ts'))

  async function comes() {
    expect(await screen.findByText(/The server does not answer/u)).toBeTruthy()
    missing = false
    fireEvent(window, new Event('online'))
  }

  test('a run that has begun is not said to be unknown, and is shown when the code has come', async () => {
    const product = fakeProduct(models)
    await visit()
    await paint('A fox')
    await comes()
    expect(await screen.findByRole('region', { name: 'A fox' })).toBeTruthy()
    expect(screen.queryByText(/trying again is safe/u)).toBeNull()
    expect(keysOf(product)).toHaveLength(1)
  })

  test('a retry that was taken is not said to have failed', async () => {
    const product = fakeProduct(models)
    product.keep(keptJob(1, [completed('Ink'), failed('Oil')]))
    await visit(`/gallery/${keptId(1)}`)
    await userEvent.click(await screen.findByRole('button', { name: /^Retry Oil/u }))
    await comes()
    const oil = screen.getByRole('article', { name: 'Oil' })
    await waitFor(() => expect(oil.textContent).toContain('waiting for its turn'))
    expect(screen.queryByText(/was not tried again/u)).toBeNull()
  })
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
