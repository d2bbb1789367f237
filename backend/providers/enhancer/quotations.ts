/** Longer ones are a prompt that somebody put in quotation marks, not words to appear in the picture. */
const longestQuotation = 200

const pairs = ['""', '“”', '„“', '«»', '「」', '『』', '‹›']
const between = pairs.map(([open = '', close = '']) => `${open}[^${open}${close}\\n]{1,${longestQuotation}}${close}`)
// An apostrophe inside a word opens nothing and closes nothing.
const single = `(?<![\\p{L}\\p{N}])['‘](?! )[^'‘’\\n]{1,${longestQuotation}}['’](?![\\p{L}\\p{N}])`
const quotation = new RegExp([...between, single].join('|'), 'gu')

export const quotationsIn = (text: string): { start: number; end: number }[] =>
  Array.from(text.matchAll(quotation), (match) => ({ start: match.index, end: match.index + match[0].length }))

export const withoutQuotations = (text: string): string => text.replaceAll(quotation, ' ')
