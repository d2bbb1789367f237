import { globSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'

const ignored = ['.git', ...readFileSync('.gitignore', 'utf8').split('\n')].map((line) => line.replace(/\/$/u, ''))

/** Every file that belongs to the repository, as paths from its root. Needs no git, so that an archive can be tested too. */
export const repositoryFiles = (): string[] =>
  globSync(['**/*', '.*', '.ci/*'], { withFileTypes: true, exclude: ({ name }) => ignored.includes(name) })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.log'))
    .map(({ parentPath, name }) => posix.join(parentPath, name))

/** Every Markdown document, with its text. */
export const documents = (): { path: string; text: string }[] =>
  repositoryFiles()
    .filter((path) => path.endsWith('.md'))
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }))

export type Block = { language: string; text: string }

/** The fenced blocks of a document, in their order. */
export const blocksOf = (document: string): Block[] =>
  [...document.matchAll(/^```(\S*)\n(.*?)^```$/gmsu)].map(([, language = '', text = '']) => ({ language, text }))

/** A document without its fenced blocks. */
export const proseOf = (document: string): string => document.replaceAll(/^```.*?^```$/gmsu, '')
