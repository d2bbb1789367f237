const counts = new Map([
  ['a', 1],
  ['an', 1],
  ['one', 1],
  ['single', 1],
  ['lone', 1],
  ['two', 2],
  ['couple', 2],
  ['pair', 2],
  ['twin', 2],
  ['both', 2],
  ['three', 3],
  ['trio', 3],
  ['four', 4],
  ['several', 4],
  ['five', 5],
  ['few', 3],
  ['six', 6],
  ['seven', 7],
  ['many', 8],
  ['eight', 8],
  ['nine', 9],
  ['ten', 10],
  ['eleven', 11],
  ['twelve', 12],
  ['dozen', 12],
  ['hundred', 12],
  ['thousand', 12],
])

const mostOfAKind = 12

export function countIn(word: string): number | undefined {
  if (/^\d{1,4}$/.test(word)) return Math.min(mostOfAKind, Math.max(1, Number(word)))
  return counts.get(word)
}
