import { afterEach, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { storedIn } from './stored.ts'

const open = () => storedIn(() => localStorage, 'list', z.array(z.string()), [])
afterEach(() => localStorage.clear())

test('a value is there again after a reload', () => {
  open().set(['one'])
  expect(open().get()).toEqual(['one'])
})

test.each(['not json', '{"of":"another shape"}'])('foreign content (%s) counts as nothing stored', (content) => {
  localStorage.setItem('list', content)
  expect(open().get()).toEqual([])
})

test('a forbidden storage is lived without', () => {
  const forbidden = storedIn(
    () => {
      throw new DOMException('forbidden', 'SecurityError')
    },
    'list',
    z.array(z.string()),
    [],
  )
  forbidden.set(['one'])
  expect(forbidden.get()).toEqual(['one'])
})
