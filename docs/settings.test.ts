import { readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import { expect, test } from 'vitest'
import { readConfig } from '../backend/config.ts'
import { connectHere } from '../backend/providers/adapter.ts'
import { readModels } from '../backend/providers/registry.ts'
import { longestHoldMs } from '../contract/status.ts'
import { blocksOf, proseOf } from './documents.ts'

const guides = ['README.md', 'USAGE.md'].map((path) => ({ path, text: readFileSync(path, 'utf8') }))
const example = [...readFileSync('.env.example', 'utf8').matchAll(/^# ([A-Z][A-Z0-9_]*)=/gmu)].map(([, name = '']) =>
  numbered(name),
)
const notSettings = ['GET', 'POST', 'DELETE', 'BASE', 'JOB']

test('every setting that a guide names is in .env.example', () => {
  const named = guides.flatMap(({ text }) =>
    [...proseOf(text).matchAll(/`([A-Z][A-Z0-9_]*(?:_n_[A-Z_]+)?)(?:=[^`]*)?`/gu)].map(([, name = '']) =>
      numbered(name),
    ),
  )
  expect(named.length).toBeGreaterThan(20)
  expect(named.filter((name) => !example.includes(name) && !notSettings.includes(name))).toEqual([])
})

test('every setting of .env.example is explained to the operator', () => {
  const { text = '' } = guides.find(({ path }) => path === 'USAGE.md') ?? {}
  const rows = text.split('\n').filter((line) => line.startsWith('| `'))
  expect(example.filter((name) => !rows.some((row) => row.includes(`\`${name}\``)))).toEqual([])
})

test('what the guides show as .env is taken without a fault', () => {
  const shown = guides.flatMap(({ text }) => blocksOf(text)).filter(({ language }) => language === 'dotenv')
  expect(shown.length).toBeGreaterThan(2)
  for (const { text } of shown) {
    const { models, faults } = readConfig(parseEnv(text))
    const registry = readModels(models, {
      connect: connectHere({ fetch, now: Date.now }),
      paint: async () => new Uint8Array(),
      now: Date.now,
      budgeted: true,
    })
    const notices = registry.notices.filter((notice) => !/is not in the catalogue/u.test(notice))
    expect([...faults, ...registry.faults, ...notices]).toEqual([])
    expect(registry.models.every(({ enabled }) => enabled)).toBe(true)
    expect(registry.models.length).toBeGreaterThan(0)
  }
})

test('the longest hold that a server may be set to is the one that the contract promises', () => {
  const faults = (ms: number) => readConfig({ STATUS_HOLD_MS: String(ms) }).faults
  expect(faults(longestHoldMs)).toEqual([])
  expect(faults(longestHoldMs + 1)).toHaveLength(1)
})

function numbered(name: string): string {
  return name.replace(/^MODEL_\d+_/u, 'MODEL_n_')
}
