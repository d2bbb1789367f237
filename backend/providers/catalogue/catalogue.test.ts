import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isProviderId } from '../provider-list.ts'
import { catalogue, findInCatalogue, letters, lifecycleOf, retiresSoon } from './catalogue.ts'
import { asLines, asPage } from './table.ts'
import { faultsOf } from './validate.ts'

const day = 24 * 60 * 60 * 1000
const iso = (time: number) => new Date(time).toISOString().slice(0, 10)

test('the catalogue is sound', () => {
  expect(faultsOf(catalogue)).toEqual([])
})

describe('faults of the catalogue are found', () => {
  const entry = catalogue[0]!
  test.each([
    ['the same name twice', [entry, entry], /twice/u],
    ['a successor that nobody is', [{ ...entry, successor: 'Nobody' }], /successor/u],
    ['a successor that is retired itself', [{ ...entry, successor: 'DALL-E 3' }, ...catalogue.slice(1)], /retired/u],
    [
      'an end that is no day',
      [{ ...entry, retires: { on: '2026-13-01', source: { page: 'https://a.example', asOf: '2026-11-22' } } }],
      /no day/u,
    ],
    [
      'a price of nothing',
      [{ ...entry, price: { images: [], source: { page: 'https://a.example', asOf: '2026-11-22' } } }],
      /price/u,
    ],
    [
      'a source that is no address',
      [{ ...entry, price: { images: [{ microUsd: 1 }], source: { page: 'a book', asOf: '2026-11-22' } } }],
      /source/u,
    ],
    [
      'a standard model that retires',
      [{ ...catalogue.find(({ id }) => id === 'dall-e-3')!, standard: true as const }],
      /standard/u,
    ],
  ])('%s', (_, entries, pattern) => {
    expect(faultsOf(entries)).toContainEqual(expect.stringMatching(pattern))
  })
})

describe.each(catalogue.filter(({ retires }) => retires !== undefined))('$name', (entry) => {
  const on = Date.parse(entry.retires!.on)
  test('retires on its day, and is warned of 45 days before', () => {
    const at = (time: number) => lifecycleOf(entry, iso(time))
    expect(at(on - day)).toEqual({ state: 'retires', on: entry.retires!.on })
    expect(at(on)).toEqual({ state: 'retired', on: entry.retires!.on })
    expect(at(on + 400 * day)).toMatchObject({ state: 'retired' })
    expect(retiresSoon(at(on - 46 * day), on - 46 * day)).toBe(false)
    expect(retiresSoon(at(on - 45 * day), on - 45 * day)).toBe(true)
  })

  test('has a successor that lives longer', () => {
    const successor = findInCatalogue(entry.successor!)
    expect(successor?.name).toBe(entry.successor)
    expect(lifecycleOf(successor!, iso(on)).state).toBe('live')
  })
})

test.each([
  ['DALL-E 3', 'dall-e-3'],
  ['Imagen 3.0', 'imagen-3.0-generate-002'],
  ['Gemini 2.0', 'gemini-2.0-flash-preview-image-generation'],
  ['AWS Nova Canvas', 'amazon.nova-canvas-v1:0'],
  ['Stable Diffusion 3.5 Turbo', 'sd3.5-large-turbo'],
  ['Stable Diffusion 3.5 Large', 'sd3.5-large'],
  ['Black Forest Pro', 'flux-pro-1.1'],
  ['Black Forest Dev', 'flux-dev'],
  ['Recraft v3', 'recraftv3'],
])('the name %s from the history of the product is %s', (name, id) => {
  expect(findInCatalogue(name)?.id).toBe(id)
})

test('every id, name and alias is found, however it is spaced and capitalised, as one of its provider', () => {
  const known = catalogue.flatMap((entry) =>
    [entry.id, entry.name, ...(entry.aliases ?? [])].map((name) => ({ entry, name })),
  )
  fc.assert(
    fc.property(
      fc.constantFrom(...known),
      fc.boolean(),
      fc.constantFrom('', ' ', '-', '_'),
      ({ entry, name }, upper, gap) => {
        const spelt = Array.from(upper ? name.toUpperCase() : name.toLowerCase()).join(gap)
        expect(findInCatalogue(spelt, entry.provider)).toBe(entry)
        expect(isProviderId(entry.provider)).toBe(true)
        expect(letters(spelt)).toBe(letters(name))
      },
    ),
    { numRuns: 500 },
  )
})

test('docs/models.md says what the catalogue says', () => {
  expect(readFileSync('docs/models.md', 'utf8')).toBe(asPage(catalogue))
})

test('the printed table marks what is shut down soon, and what was', () => {
  const lines = asLines(catalogue, Date.parse('2026-11-27'))
  const line = (name: string) => lines.find((each) => each.startsWith(name))
  expect(line('GPT Image 1.5')).toContain('SOON: until 2026-12-01, then GPT Image 2.6 Flare')
  expect(line('DALL-E 3')).toContain('RETIRED since 2026-05-12')
  expect(line('Recraft V4.1 ')).toContain('$0.04')
})
