import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import type { RefusalDetails } from '../contract/refusal.ts'
import { keptId, keptJob } from './fake-gallery.ts'
import { cancelled, completed, failed, fakeModel, pending } from './fake-job.ts'
import { fakeProduct } from './fake-product.ts'
import { refusal } from './fake-server.ts'
import { forgetVisits, generate, prompt, visit } from './fake-visit.tsx'

const models = [fakeModel('Ink'), fakeModel('Oil', { priceMicroUsd: 10_000 })]

afterEach(forgetVisits)

async function paint(words: string) {
  await generate()
  await userEvent.type(prompt(), words)
  await userEvent.click(await generate())
}

const sentTo = ({ asked }: ReturnType<typeof fakeProduct>, path: string) => asked.filter((one) => one.path === path)
const pageText = () => document.body.textContent.replaceAll('\u00a0', ' ')

test.each([
  ['day', 'More than is left for today', 18_720, 'Renewed in 5 h 12 min, at '],
  ['month', 'More than is left for this month', 518_400, 'Renewed in 6 days, on '],
  ['model', 'More than is left for one of the models today', 30, 'Renewed in 30 s'],
])(
  'over the budget of the %s: what is too much, the way out, and when it opens again',
  async (scope, title, wait, words) => {
    const product = fakeProduct(models)
    const details: RefusalDetails = { scope, priceMicroUsd: 50_000, leftMicroUsd: 20_000, retryAfterSeconds: wait }
    product.answer(
      'POST /api/generate',
      refusal('budget_exhausted', 'This may cost $0.05, but only $0.02 is left.', details),
    )
    await visit()
    await paint('A fox')
    expect(await screen.findByText(title)).toBeTruthy()
    expect(pageText()).toContain('This may cost $0.05, but only $0.02 is left.')
    expect(pageText()).toContain(words)
    expect(prompt().value).toBe('A fox')
  },
)

test.each([
  ['that is renewed in a minute', { retryAfterSeconds: 60 }],
  ['for which waiting is vain', {}],
])('over a budget %s, one press keeps the cheapest models that fit, and the run can be generated', async (_, wait) => {
  const product = fakeProduct(models)
  const details = { scope: 'day', priceMicroUsd: 50_000, leftMicroUsd: 20_000, ...wait }
  product.answer('POST /api/generate', refusal('budget_exhausted', 'Too much.', details))
  await visit()
  await paint('A fox')
  await userEvent.click(await screen.findByRole('button', { name: 'Keep the cheapest · $0.01' }))
  expect(screen.getByText(/within the \$0\.02 left: you can generate it now/u)).toBeTruthy()
  product.answer('POST /api/generate', undefined)
  await userEvent.click(await generate())
  await screen.findByRole('region', { name: 'A fox' })
  expect(sentTo(product, '/api/generate').at(-1)?.body).toMatchObject({ models: ['oil'] })
})

test('over budget, a run that is used again keeps the cheapest of its own models, switched off in the form or not', async () => {
  const product = fakeProduct([...models, fakeModel('Wash', { priceMicroUsd: 5000 })])
  const details = { scope: 'day', priceMicroUsd: 50_000, leftMicroUsd: 20_000, retryAfterSeconds: 60 }
  product.answer('POST /api/generate', refusal('budget_exhausted', 'Too much.', details))
  const used = { prompt: 'A fox', off: ['oil'], only: ['ink', 'oil'], parameters: {} }
  localStorage.setItem('draft', JSON.stringify(used))
  await visit()
  await userEvent.click(await generate())
  await userEvent.click(await screen.findByRole('button', { name: 'Keep the cheapest · $0.01' }))
  expect((await generate()).textContent).toContain('1 picture · $0.01')
  product.answer('POST /api/generate', undefined)
  await userEvent.click(await generate())
  await screen.findByRole('region', { name: 'A fox' })
  expect(sentTo(product, '/api/generate').map(({ body }) => body)).toMatchObject([
    { models: ['ink', 'oil'] },
    { models: ['oil'] },
  ])
})

test('a limit for one run is remembered, kept to before anything is sent, and sent along', async () => {
  const product = fakeProduct(models)
  await visit()
  await generate()
  await userEvent.click(screen.getByRole('button', { name: /^Parameters/u }))
  await userEvent.type(await screen.findByRole('textbox', { name: 'Never spend more than' }), '0.02')
  await paint('A fox')
  expect((await generate()).textContent).toContain('$0.05, over your limit of $0.02')
  expect(await screen.findByText(/may cost \$0\.05, and you allow \$0\.02/u)).toBeTruthy()
  expect(sentTo(product, '/api/generate')).toEqual([])

  await visit()
  expect((await screen.findByRole('button', { name: /^Parameters/u })).textContent).toContain('at most $0.02')
  await userEvent.click(screen.getByRole('checkbox', { name: /Ink/u }))
  await userEvent.click(await generate())
  await screen.findByRole('region', { name: 'A fox' })
  expect(sentTo(product, '/api/generate')[0]?.body).toEqual({ prompt: 'A fox', models: ['oil'], maxMicroUsd: 20_000 })
})

test('a refusal of the limit stands at its field, unfolded', async () => {
  const product = fakeProduct(models)
  const fields = [{ path: 'maxMicroUsd', message: 'The price has risen to $0.09, more than you allow' }]
  product.answer('POST /api/generate', refusal('invalid_request', 'Please correct maxMicroUsd.', { fields }))
  await visit()
  await paint('A fox')
  const field = await screen.findByRole('textbox', { name: 'Never spend more than' })
  expect(field.getAttribute('aria-invalid')).toBe('true')
  expect(pageText()).toContain('The price has risen to $0.09, more than you allow')
  expect(pageText()).toContain('please change what is marked above')
})

test('that spending cannot be checked is told, and that nothing was charged', async () => {
  const product = fakeProduct(models)
  product.answer(
    'POST /api/generate',
    refusal('unavailable', 'Spending cannot be read and noted now.', { retryAfterSeconds: 5 }),
  )
  await visit()
  await paint('A fox')
  expect(await screen.findByText('Spending cannot be read and noted now.')).toBeTruthy()
  expect(pageText()).toContain('nothing was charged')
  expect(pageText()).toContain('Again possible in 5 s')
})

test('while a run goes on its cost is told; when it has ended, the summary unfolds the receipt', async () => {
  const product = fakeProduct(models)
  await visit()
  await paint('A fox')
  const run = within(await screen.findByRole('region', { name: 'A fox' }))
  expect(run.getByText(/^0 of 2 done · /u)).toBeTruthy()
  product.result(completed('Ink'))
  product.result(failed('Oil', { costMicroUsd: 10_000, costCertain: false }))
  await userEvent.click(await run.findByRole('button', { name: /painted · 1 failed · up to .*receipt$/u }))
  expect(run.getByText('of it perhaps charged')).toBeTruthy()
  await userEvent.click(run.getByRole('button', { name: /receipt$/u }))
  expect(run.queryByText('of it perhaps charged')).toBeNull()
})

test('Stop is told with its outcomes, at the run and when it has come through', async () => {
  const product = fakeProduct(models)
  await visit()
  await paint('A fox')
  const run = within(await screen.findByRole('region', { name: 'A fox' }))
  product.answer('POST /api/jobs/{jobId}/cancel', { body: product.jobs()[0] })
  await userEvent.click(run.getByRole('button', { name: 'Stop' }))
  product.result(cancelled('Oil'))
  product.result(cancelled('Ink', { outcome: 'stopped', costMicroUsd: 40_000, costCertain: false }))
  const outcome =
    'Stopped: 1 had not started (not charged), 1 had been sent already (may have been charged, counted as $0.04).'
  expect(await within(await screen.findByRole('region', { name: 'Notices' })).findByText(outcome)).toBeTruthy()
  expect(await run.findByText(outcome)).toBeTruthy()
})

test('a Stop that came too late says that everything is kept', async () => {
  const product = fakeProduct(models)
  await visit()
  await paint('A fox')
  const run = within(await screen.findByRole('region', { name: 'A fox' }))
  product.answer('POST /api/jobs/{jobId}/cancel', { body: product.jobs()[0] })
  await userEvent.click(run.getByRole('button', { name: 'Stop' }))
  product.result(completed('Oil'))
  product.result(completed('Ink'))
  expect(await screen.findByText('Everything had finished first, and is kept.')).toBeTruthy()
})

test('one that was cut off says that it may have been charged, and is tried again at its price', async () => {
  const product = fakeProduct(models)
  const error = { code: 'interrupted', message: 'The server was restarted.' } as const
  product.keep(keptJob(1, [completed('Oil'), failed('Ink', { error, costMicroUsd: 40_000, costCertain: false })]))
  await visit(`/gallery/${keptId(1)}`)
  const card = within(await screen.findByRole('article', { name: 'Ink' }))
  expect(card.getByText('may have been charged, counted as $0.04')).toBeTruthy()
  expect(screen.getByText('of it perhaps charged')).toBeTruthy()
  await userEvent.click(await card.findByRole('button', { name: 'Retry Ink · $0.04' }))
  await waitFor(() => expect(product.jobs()[0]?.results[1]).toMatchObject({ status: 'pending', attempt: 2 }))
})

test('a model that was switched off while the page was open is named at the models, and greyed', async () => {
  const product = fakeProduct(models)
  await visit()
  await generate()
  const off = models.map((model) => (model.name === 'Oil' ? { ...model, enabled: false, switchedOff: true } : model))
  product.answer(
    'POST /api/generate',
    refusal('invalid_request', 'No', { fields: [{ path: 'models.1', message: 'Is switched off' }] }),
  )
  product.offer(off as typeof models)
  await paint('A fox')
  expect(await screen.findByText(/Oil: Is switched off/u)).toBeTruthy()
  expect(await screen.findByRole('checkbox', { name: /Oil.*switched off by the operator/u })).toHaveProperty(
    'disabled',
    true,
  )
})

test('the operator switches a model off, and the form knows it; the page is linked from the foot', async () => {
  const product = fakeProduct(models)
  await visit()
  await generate()
  await userEvent.click(screen.getByRole('link', { name: 'Spending and switches' }))
  await userEvent.click(await screen.findByRole('switch', { name: 'Ink' }))
  expect(await screen.findByText('Ink is switched off')).toBeTruthy()
  await userEvent.click(screen.getByRole('link', { name: 'Create' }))
  expect(await screen.findByRole('checkbox', { name: /Ink.*switched off by the operator/u })).toHaveProperty(
    'disabled',
    true,
  )
  expect(sentTo(product, '/api/switches').at(-1)?.body).toEqual({ model: 'ink', on: false })
})

test('what waits behind others is told with its place', async () => {
  const product = fakeProduct(models)
  await visit()
  await paint('A fox')
  await screen.findByRole('region', { name: 'A fox' })
  product.result(pending('Ink', { ahead: 3 }))
  expect(await screen.findByText('Waiting, 3 before it')).toBeTruthy()
})
