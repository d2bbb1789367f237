/** A word without the repeats of its letters, where it has more of them than any word has. */
export function unstretched(word: string): string | undefined {
  return isStretched(word) ? withoutRepeats(word) : undefined
}

export const withoutRepeats = (word: string): string => word.replaceAll(/(.)\1+/gu, '$1')

/** One letter that stands three times, or three that stand twice, are no slip of the pen. */
function isStretched(word: string): boolean {
  if (word.length < 4) return false
  let [doubles, triples] = [0, 0]
  for (let index = 1; index < word.length; index += 1) {
    if (word[index] !== word[index - 1]) continue
    if (word[index] === word[index - 2]) triples += 1
    else doubles += 1
  }
  return triples > 0 || doubles > 2
}
