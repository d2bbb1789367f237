import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { pageRule } from '../contract/route.ts'
import { routes } from '../contract/routes.ts'

test('SECURITY.md shows the table of routes as it is', () => {
  const [, shown] = /<!-- routes: [^>]*-->\n([^]*?)<!-- routes end -->/u.exec(readFileSync('SECURITY.md', 'utf8')) ?? []
  const rows = [
    ...routes.map(({ method, path, ...rule }) => ({ name: `${method.toUpperCase()} ${path}`, ...rule })),
    { name: 'GET every other address: the page', ...pageRule },
  ].map(({ name, role, limiter, cost }) => `| \`${name}\` | ${role} | ${limiter} | ${cost} |`)
  expect(shown).toBe(`\n${['| route | role | limiter | cost |', '| --- | --- | --- | --- |', ...rows].join('\n')}\n\n`)
})
