// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { routes } from '../../contract/routes.ts'
import { docsPage } from './docs-page.ts'
import { docsStyle } from './docs-style.ts'
import { openApi } from './openapi.ts'

const page = new DOMParser().parseFromString(
  String(await docsPage(openApi('1.2.3'), 'http://localhost:3000')),
  'text/html',
)

test('the page has a section, the answers and a command for every route', () => {
  const headings = [...page.querySelectorAll('h2')].map(({ textContent }) =>
    textContent.replaceAll(/\s+/gu, ' ').trim(),
  )
  for (const { method, path } of routes) expect(headings).toContain(`${method.toUpperCase()} ${path}`)
  const commands = [...page.querySelectorAll('section > pre')].map(({ textContent }) => textContent)
  expect(commands).toHaveLength(routes.length + 1)
  for (const command of commands) expect(command).toMatch(/curl -s .*http:\/\/localhost:3000\/(?:api|images|s)\//u)
})

test('the page has one title, headings in order, named tables, and links that lead somewhere', () => {
  expect(page.documentElement.lang).toBe('en')
  const levels = [...page.querySelectorAll('h1, h2, h3, h4')].map(({ tagName }) => Number(tagName[1]))
  expect(levels.filter((level) => level === 1)).toHaveLength(1)
  for (const [index, level] of levels.entries()) expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1)
  for (const table of page.querySelectorAll('table')) expect(table.caption?.textContent).toBeTruthy()
  const ids = [...page.querySelectorAll('[id]')].map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const link of page.querySelectorAll('a[href^="#"]')) expect(ids).toContain(link.getAttribute('href')?.slice(1))
})

test('the page keeps to the content security policy', () => {
  expect(page.querySelectorAll('script, style, [style], [onclick], [onload]')).toHaveLength(0)
  expect(docsStyle).not.toMatch(/url\(|@import/u)
})
