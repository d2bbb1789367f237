import { existsSync, readFileSync, statSync } from 'node:fs'
import { posix } from 'node:path'
import { expect, test } from 'vitest'
import { documents, proseOf, repositoryFiles } from './documents.ts'

const all = documents()
const links = all.flatMap(({ path, text }) => linksOf(text).map((target) => ({ path, target })))
const relative = links.filter(({ target }) => !/^[a-z]+:/u.test(target))

test('every relative link of a document leads to a file of the repository', () => {
  const files = new Set(repositoryFiles())
  const missing = relative.filter(({ path, target }) => {
    const file = fileOf(path, target)
    return !files.has(file) && !(existsSync(file) && statSync(file).isDirectory())
  })
  expect(missing).toEqual([])
})

test('every anchor is a heading of the document that it points into', () => {
  const dangling = relative.filter(({ path, target }) => {
    const [, anchor] = target.split('#')
    const file = fileOf(path, target)
    return anchor !== undefined && existsSync(file) && !anchorsOf(readFileSync(file, 'utf8')).includes(anchor)
  })
  expect(dangling).toEqual([])
})

test('every test that a document names is there', () => {
  const files = new Set(repositoryFiles())
  const named = all.flatMap(({ text }) => text.match(/(?<=`)[\w./-]+\/[\w.-]+\.(?:test|spec)\.tsx?(?=`)/gu) ?? [])
  expect(named.length).toBeGreaterThan(10)
  expect(named.filter((path) => !files.has(path))).toEqual([])
})

test('every picture has words for those who do not see it', () => {
  const silent = all.filter(({ text }) => /!\[\]\(|<img(?![^>]*\balt="[^"])/u.test(text))
  expect(silent.map(({ path }) => path)).toEqual([])
})

test('every picture in docs/images is shown somewhere', () => {
  const shown = new Set(relative.map(({ path, target }) => fileOf(path, target)))
  expect(repositoryFiles().filter((path) => path.startsWith('docs/images/') && !shown.has(path))).toEqual([])
})

test('the pictures stay small together', () => {
  const bytes = repositoryFiles()
    .filter((path) => path.startsWith('docs/images/'))
    .reduce((sum, path) => sum + statSync(path).size, 0)
  expect(bytes).toBeLessThan(1_500_000)
})

function linksOf(text: string): string[] {
  const found = proseOf(text).matchAll(/\]\(([^)\s]+)\)|\b(?:src|href)="([^"]+)"/gu)
  return [...found].map(([, inMarkdown, inHtml]) => inMarkdown ?? inHtml ?? '')
}

function fileOf(document: string, target: string): string {
  const [path = ''] = target.split('#')
  return path === '' ? document : posix.join(posix.dirname(document), decodeURI(path)).replace(/\/$/u, '')
}

/** As GitHub makes them from headings. */
function anchorsOf(text: string): string[] {
  const seen = new Map<string, number>()
  return [...proseOf(text).matchAll(/^#{1,6} (.+)$/gmu)].map(([, heading = '']) => {
    const slug = heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-')
    const times = seen.get(slug) ?? 0
    seen.set(slug, times + 1)
    return times === 0 ? slug : `${slug}-${times}`
  })
}
