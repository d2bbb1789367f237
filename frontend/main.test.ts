import { readFileSync } from 'node:fs'
import { screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fakeModel } from './fake-job.ts'
import { fakeProduct } from './fake-product.ts'

const html = readFileSync('frontend/index.html', 'utf8')

beforeEach(() => {
  vi.resetModules()
  document.body.innerHTML = /<body>(.*)<\/body>/su.exec(html)![1]!
})
afterEach(() => {
  localStorage.clear()
  vi.unstubAllGlobals()
})

const places = () =>
  ['header', 'header nav', 'main', 'h1'].map((selector) => [...document.querySelector(selector)!.classList].toSorted())
const links = () =>
  Array.from(document.querySelectorAll('nav a'), (link) => [link.getAttribute('href'), link.textContent.trim()])

test('what is painted first stands where the page then puts it', async () => {
  fakeProduct([fakeModel('Ink')])
  history.replaceState(null, '', '/')
  await import('./main.ts')
  const heading = screen.getByRole('heading', { level: 1, name: 'What shall they paint?' })
  const painted = { places: places(), links: links() }
  await screen.findByRole('button', { name: /^Generate/u })
  expect(heading.isConnected).toBe(false)
  expect({ places: places(), links: links() }).toEqual(painted)
})

test('a theme that was chosen is there before the first paint', async () => {
  fakeProduct([])
  localStorage.setItem('theme', '"light"')
  history.replaceState(null, '', '/gallery')
  await import('./main.ts')
  expect(document.documentElement.dataset['theme']).toBe('light')
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Pixel Prompt')
  await screen.findByRole('heading', { level: 1, name: 'Gallery' })
})
