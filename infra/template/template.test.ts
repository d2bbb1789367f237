import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { findFaults } from './find-faults.ts'
import { mistakes } from './test-mistakes.ts'

const file = 'infra/template.yaml'
const text = readFileSync(file, 'utf8')
const folder = mkdtempSync(join(tmpdir(), 'pixel-prompt-template-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('the template has no fault', async () => {
  const faults: string[] = []
  for await (const fault of findFaults(file)) faults.push(fault)
  expect(faults).toEqual([])
})

test.for(mistakes)('finds $title', async ({ title, find, put, told }) => {
  const wrong = text.replace(find, put)
  expect(wrong).not.toBe(text)
  const path = join(folder, `${title.replaceAll(/\W+/gu, '-')}.yaml`)
  writeFileSync(path, wrong)
  const others: string[] = []
  for await (const fault of findFaults(path)) {
    if (told.test(fault)) return
    others.push(fault)
  }
  expect(others).toContain(`something like ${String(told)}`)
})
