import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import { keptId, keptJob } from './fake-gallery.ts'
import { completed, failed, fakeModel } from './fake-job.ts'
import { fakeProduct } from './fake-product.ts'
import { forgetVisits, generate, prompt, visit } from './fake-visit.tsx'

const models = [fakeModel('Ink'), fakeModel('Oil')]

afterEach(forgetVisits)

function filledProduct() {
  const product = fakeProduct(models)
  product.keep(keptJob(1, [completed('Ink'), completed('Oil')], { prompt: 'A red fox' }))
  product.keep(keptJob(2, [completed('Ink'), failed('Oil')], { prompt: 'A whale' }))
  return product
}

const cards = () => screen.queryAllByRole('article').map((card) => card.getAttribute('aria-label'))

test('the gallery lists what is kept, newest first, and finds by words', async () => {
  filledProduct()
  await visit('/gallery')
  await waitFor(() => expect(cards()).toEqual(['A whale', 'A red fox']))
  expect(screen.getByText('2 models, some missing')).toBeTruthy()
  await userEvent.type(screen.getByRole('searchbox', { name: 'Search prompts' }), 'fox')
  await waitFor(() => expect(cards()).toEqual(['A red fox']))
})

test('a kept job shows its pictures, is used again, and can be gone back from', async () => {
  filledProduct()
  await visit('/gallery')
  await userEvent.click(await screen.findByRole('link', { name: 'A red fox' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'A red fox' })).toBeTruthy()
  expect(location.pathname).toBe(`/gallery/${keptId(1)}`)
  await userEvent.click(screen.getByRole('button', { name: 'Oil: A red fox' }))
  const lightbox = await screen.findByRole('dialog')
  expect(lightbox.textContent).toContain('2 of 2')
  await userEvent.click(within(lightbox).getByRole('button', { name: 'Close' }))
  await userEvent.click(screen.getByRole('button', { name: 'Edit this prompt' }))
  await generate()
  expect(prompt().value).toBe('A red fox')
})

test('a failed one is tried again from its job page, and its first attempt is kept', async () => {
  const product = filledProduct()
  await visit(`/gallery/${keptId(2)}`)
  const oil = await screen.findByRole('article', { name: 'Oil' })
  expect(screen.queryByRole('button', { name: /^Retry Ink/u })).toBeNull()
  await userEvent.click(within(oil).getByRole('button', { name: /^Retry Oil/u }))
  await waitFor(() => expect(oil.textContent).toContain('waiting for its turn'))
  expect(screen.getByText('1 earlier attempt')).toBeTruthy()
  product.result(completed('Oil', { attempt: 2 }), keptId(2))
  expect(await within(oil).findByRole('img', { name: 'Oil: A whale' }, { timeout: 5000 })).toBeTruthy()
  expect(product.asked.find(({ path }) => path.endsWith('/retry'))?.body).toEqual({ model: 'oil' })
})

test('a job is deleted after a question, and is gone from the list', async () => {
  const product = filledProduct()
  await visit('/gallery')
  await userEvent.click(await screen.findByRole('button', { name: 'Delete “A whale”' }))
  const question = within(await screen.findByRole('dialog', { name: /^Delete (this|these)/u }))
  await question.findByRole('heading', { name: 'Delete this picture?' })
  expect(product.jobs()).toHaveLength(2)
  await userEvent.click(question.getByRole('button', { name: 'Delete' }))
  await screen.findByText('Deleted for good')
  expect(product.jobs().map(({ jobId }) => jobId)).toEqual([keptId(1)])
  expect(cards()).toEqual(['A red fox'])
})

test('a run that ended since is in the gallery without a reload, for one request however many pages are held', async () => {
  const product = fakeProduct(models)
  for (let number = 1; number <= 30; number += 1) product.keep(keptJob(number, [completed('Ink')]))
  await visit('/gallery')
  await userEvent.click(await screen.findByRole('button', { name: 'Load more' }))
  await waitFor(() => expect(cards()).toHaveLength(30))
  await userEvent.click(screen.getByRole('link', { name: 'Create' }))
  await generate()
  await userEvent.type(prompt(), 'A fox')
  await userEvent.click(await generate())
  await screen.findByRole('region', { name: 'A fox' })
  product.result(completed('Ink'))
  product.result(completed('Oil'))
  await screen.findByText(/^2 of 2 painted/u)
  const before = product.asked.length
  await userEvent.click(screen.getByRole('link', { name: 'Gallery' }))
  await waitFor(() => expect(cards()).toHaveLength(31))
  expect([cards()[0], cards()[30]]).toEqual(['A fox', 'Prompt 1'])
  const listed = product.asked.slice(before).filter(({ path }) => path.startsWith('/api/gallery/list'))
  expect(listed.map(({ path }) => path)).toEqual(['/api/gallery/list?limit=24'])
})
