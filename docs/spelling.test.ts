import { lint } from 'cspell'
import { expect, test } from 'vitest'

// What is checked and how is in cspell.json; words of the project go into docs/words.txt.
test('documents and sources are spelt right', { timeout: 60_000 }, async () => {
  const found: string[] = []
  const { errors, files } = await lint(
    [],
    { dot: true, progress: false, summary: false },
    { issue: ({ uri = '', row, text }) => found.push(`${uri.replace(/^.*\/(?=[^/]+\/[^/]+$)/u, '')}:${row} ${text}`) },
  )
  expect(found).toEqual([])
  expect(errors).toBe(0)
  expect(files).toBeGreaterThan(100)
})
