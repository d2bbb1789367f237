const english = wordsOf(
  'a an the of in on at with and or to for from by is are as into over under while who that his her its their this my your near through what how',
)
const others = wordsOf(
  'el la los las un una unos unas del y en con para por sobre al le les des du et dans avec sur une est aux der das ein eine einen einem einer und mit im auf von zu dem den bei het een van op met bij il lo gli della di nel nella che os um uma dos das em com na pelo på och med ett og av er til w z się jest nad pod na přes ve bir ile için de',
)

/** Not English, as far as its small words and letters tell. */
export function isForeign(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? []
  const latin = letters.filter((letter) => /\p{Script=Latin}/u.test(letter)).length
  if (latin < letters.length * 0.7) return true
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  const count = (list: ReadonlySet<string>) => words.filter((word) => list.has(word)).length
  return count(others) > count(english)
}

function wordsOf(list: string): ReadonlySet<string> {
  return new Set(list.split(' '))
}
