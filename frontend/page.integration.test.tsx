import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { completed, failed, fakeImage, fakeModel, painting } from './fake-job.ts'
import { fakeProduct } from './fake-product.ts'
import { modelsReply } from './fake-server.ts'
import { forgetVisits, generate, prompt, visit } from './fake-visit.tsx'

const models = [fakeModel('Ink'), fakeModel('Oil', { priceMicroUsd: 10_000 })]

afterEach(forgetVisits)

const run = (name: string) => screen.findByRole('region', { name })
const card = (name: string) =>
  within(screen.getByRole('main'))
    .getAllByRole('article')
    .find((article) => within(article).queryByRole('heading', { name }))

async function paint(words: string) {
  await generate()
  await userEvent.type(prompt(), words)
  await userEvent.click(await generate())
}

test('everything that a first visit needs is on the page', async () => {
  fakeProduct(models)
  await visit()
  expect((await generate()).textContent).toContain('Generate')
  expect(screen.getByRole('link', { name: 'Pixel Prompt, home' })).toBeTruthy()
  const pages = within(screen.getByRole('navigation', { name: 'Pages' }))
  expect(pages.getByRole('link', { name: 'Create' }).getAttribute('aria-current')).toBe('page')
  expect(pages.getByRole('link', { name: 'Gallery' }).getAttribute('href')).toBe('/gallery')
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('What shall they paint?')
  expect(screen.getByText('0 / 1,000')).toBeTruthy()
  const buttons = [
    /^Turn sounds off/u,
    / theme$/u,
    /^Help/u,
    /^Enhance/u,
    /^Random prompt/u,
    /^Clear all/u,
    /^Parameters/u,
  ]
  for (const name of buttons) expect(screen.getByRole('button', { name })).toBeTruthy()
  const chips = within(screen.getByRole('group', { name: 'Models' })).getAllByRole('checkbox')
  expect(chips.map((chip) => (chip as HTMLInputElement).checked)).toEqual([true, true])
  expect(screen.getAllByRole('button', { name: /A night market on the moon/u }).length).toBeGreaterThan(0)
  expect(screen.getByRole('region', { name: 'Notices' })).toBeTruthy()
  expect(screen.getByRole('link', { name: 'API documentation' }).getAttribute('href')).toBe('/api/docs')
})

test('what is sent before it is known who can paint is sent as soon as that is', async () => {
  const product = fakeProduct(models)
  const known = Promise.withResolvers<void>()
  product.answer(
    'GET /api/models',
    known.promise.then(() => ({ body: modelsReply(models) })),
  )
  await visit()
  await userEvent.type(prompt(), 'a lighthouse')
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  expect(product.jobs()).toEqual([])
  known.resolve()
  expect(await run('a lighthouse')).toBeTruthy()
  expect(product.jobs()).toHaveLength(1)
})

test('one prompt becomes a card per model, live, until the last picture is there', async () => {
  const product = fakeProduct(models)
  await visit()
  const [starter] = await screen.findAllByRole('button', { name: /A night market on the moon/u })
  await userEvent.click(starter!)
  expect((await generate()).textContent).toContain('2 pictures · $0.05')
  await userEvent.click(await generate())
  const words = 'A night market on the moon, lanterns, steam, long shadows'
  const shown = within(await run(words))
  expect(shown.getAllByText('Waiting for its turn')).toHaveLength(2)
  expect(shown.getByRole('progressbar').getAttribute('max')).toBe('2')
  const { jobId } = product.jobs()[0]!
  const held = await vi.waitUntil(() => product.asked.find(({ path }) => path.startsWith('/api/status?')))
  expect(held.path).toBe(`/api/status?jobs=${jobId}:1`)

  product.result(painting('Ink', { startedAt: new Date().toISOString() }))
  expect(await shown.findByText(/^Painting/u)).toBeTruthy()
  product.result(completed('Oil'))
  const picture = await shown.findByRole('img', { name: `Oil: ${words}` })
  expect(picture.getAttribute('src')).toBe('/images/kept/oil-thumb.webp')
  await waitFor(() => expect(document.title).toMatch(/^\(1\/2\) /u))
  product.result(completed('Ink'))
  expect(await shown.findByText(/^2 of 2 painted/u)).toBeTruthy()
  expect(await screen.findByText(/Ink finished, 2 of 2/u)).toBeTruthy()
  expect(shown.queryByRole('progressbar')).toBeNull()
  await waitFor(() => expect(document.title).toMatch(/^Pixel Prompt/u))

  await userEvent.click(shown.getByRole('button', { name: `Ink: ${words}` }))
  expect((await screen.findByRole('dialog')).textContent).toContain('1 of 2')
})

test('the parameters that were set are sent, and are told in the details of the picture', async () => {
  const product = fakeProduct(models)
  await visit()
  await generate()
  await userEvent.click(screen.getByRole('checkbox', { name: /Oil/u }))
  await userEvent.click(screen.getByRole('button', { name: /^Parameters/u }))
  await userEvent.click(await screen.findByRole('radio', { name: '16:9' }))
  await userEvent.type(screen.getByRole('textbox', { name: 'Seed' }), '4711')
  await userEvent.click(screen.getByRole('radio', { name: '2' }))
  await paint('A fox')
  await run('A fox')
  const parameters = { aspectRatio: '16:9', seed: 4711, imagesPerModel: 2 }
  expect(product.asked.find(({ path }) => path === '/api/generate')?.body).toEqual({
    prompt: 'A fox',
    models: ['ink'],
    parameters,
  })
  product.result(completed('Ink', { requested: 2, images: [fakeImage('a'), fakeImage('b', { seed: 4712 })] }))
  await userEvent.click(await screen.findByRole('button', { name: 'Ink, picture 2 of 2: A fox' }))
  await userEvent.click(await screen.findByRole('button', { name: 'Details' }))
  const rows = within(screen.getByRole('complementary', { name: 'Details' })).getAllByRole('row')
  expect(rows.map((row) => [...row.children].map(({ textContent }) => textContent))).toContainEqual([
    'Seed',
    '4711',
    '4712',
  ])
})

test('a prompt is enhanced, a version used, and the change undone', async () => {
  fakeProduct(models)
  await visit()
  await generate()
  await userEvent.type(prompt(), 'A fox')
  await userEvent.click(screen.getByRole('button', { name: 'Enhance' }))
  const versions = within(await screen.findByRole('dialog', { name: 'Enhance the prompt' }))
  expect(await versions.findByText('A fox, in oil')).toBeTruthy()
  await userEvent.click(versions.getByRole('button', { name: 'Use short' }))
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(prompt().value).toBe('A fox, soft light')
  await userEvent.click(screen.getByRole('button', { name: /^Undo/u }))
  expect(prompt().value).toBe('A fox')
})

test('one that failed says why, and is tried again alone', async () => {
  const product = fakeProduct(models)
  await visit()
  await paint('A fox')
  await run('A fox')
  product.result(completed('Oil'))
  product.result(failed('Ink', { error: { code: 'content_policy', message: 'The provider declined.' } }))
  await userEvent.click(await screen.findByRole('button', { name: /^Retry Ink/u }))
  await waitFor(() => expect(card('Ink')?.textContent).toContain('Waiting for its turn'))
  expect(card('Oil')?.querySelector('img')).toBeTruthy()
  product.result(completed('Ink', { attempt: 2 }))
  expect(await screen.findByRole('img', { name: 'Ink: A fox' })).toBeTruthy()
  expect(product.asked.find(({ path }) => path.endsWith('/retry'))?.body).toEqual({ model: 'ink' })
})

test('Stop ends what has not finished and keeps what has', async () => {
  const product = fakeProduct(models)
  await visit()
  await paint('A fox')
  await run('A fox')
  product.result(completed('Oil'))
  await screen.findByRole('img', { name: 'Oil: A fox' })
  await userEvent.click(screen.getByRole('button', { name: 'Stop' }))
  await waitFor(() => expect(card('Ink')?.textContent).toContain('Stopped before it had started'))
  expect(await screen.findByText(/^1 of 2 painted · 1 stopped/u)).toBeTruthy()
  expect(screen.getByRole('img', { name: 'Oil: A fox' })).toBeTruthy()
})

test('two runs go on side by side in one held request', async () => {
  const product = fakeProduct(models)
  await visit()
  await paint('A fox')
  await run('A fox')
  await userEvent.clear(prompt())
  await paint('A whale')
  await run('A whale')
  const [whale, fox] = product.jobs()
  await vi.waitUntil(() => product.asked.at(-1)?.path === `/api/status?jobs=${whale!.jobId}:1,${fox!.jobId}:1`)
  product.result(completed('Ink'), fox!.jobId)
  expect(await screen.findByRole('img', { name: 'Ink: A fox' })).toBeTruthy()
})
