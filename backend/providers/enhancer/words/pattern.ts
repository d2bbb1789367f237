/** Finds any of the listed words as a whole word, singular or plural, whatever the case. */
export const pattern = (list: string): RegExp => {
  const longestFirst = list.split(', ').toSorted((one, other) => other.length - one.length)
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst.join('|')})(?:s|es)?(?![\\p{L}\\p{N}])`, 'giu')
}

/** One pattern for each entry of a word list. */
export const patterns = <Name extends string>(lists: Readonly<Record<Name, string>>): [Name, RegExp][] =>
  entriesOf(lists).map(([name, list]) => [name, pattern(list)])

export const has = (text: string, words: RegExp): boolean => text.search(words) >= 0

function entriesOf<Name extends string, Value>(record: Readonly<Record<Name, Value>>): [Name, Value][] {
  const entries: [Name, Value][] = []
  for (const name in record) entries.push([name, record[name]])
  return entries
}
