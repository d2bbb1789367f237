const letters = (text: string, replace: (letter: string) => string) => text.replaceAll(/\p{L}/gu, replace)
const table = (pairs: string) => {
  const known = new Map(pairs.split(' ').map((pair) => [pair.slice(0, 1), Array.from(pair).slice(1).join('')]))
  return (text: string) => letters(text, (letter) => known.get(letter.toLowerCase()) ?? letter)
}
const shifted = (first: number) => (text: string) =>
  text.replaceAll(/[a-z]/giu, (letter) => String.fromCodePoint(first + letter.toLowerCase().charCodeAt(0) - 97))
const apart = (between: string) => (text: string) =>
  text
    .split(' ')
    .map((word) => Array.from(word).join(between))
    .join('   ')

/** What people do to a word so that it is not found. Each is done to every word of a prompt. */
export const disguises: Record<string, (text: string) => string> = {
  'capitals here and there': (text) => Array.from(text, (each, at) => (at % 2 ? each.toUpperCase() : each)).join(''),
  'digits for letters': table('a4 e3 i1 o0 s5 t7'),
  'signs for letters': table('a@ s$ i! e€'),
  'letters apart': apart(' '),
  'dots between letters': apart('.'),
  'hyphens between letters': apart('-'),
  'nothing to see between letters': apart('\u200B'),
  'soft hyphens': apart('\u00AD'),
  'Cyrillic letters': table('aа eе oо pр cс xх yу iі'),
  'Greek letters': table('aα oο iι vν eε'),
  'full width': shifted(0xff41),
  'mathematical letters': shifted(0x1d41a),
  'fraktur letters': shifted(0x1d586),
  'letters in circles': shifted(0x24d0),
  'letters in black squares': shifted(0x1f170),
  'small capitals': table('aᴀ bʙ cᴄ dᴅ eᴇ gɢ hʜ iɪ kᴋ lʟ mᴍ nɴ oᴏ pᴘ rʀ tᴛ uᴜ vᴠ wᴡ yʏ'),
  accents: (text) => letters(text, (letter) => `${letter}\u0308`),
  'vowels stretched': (text) => text.replaceAll(/[aeiou]/gu, (vowel) => vowel.repeat(4)),
  'underscores for spaces': (text) => text.replaceAll(' ', '_'),
  // Of the longest word alone: more is hard to read for a person too.
  'a vowel behind an asterisk': (text) => {
    const longest = text.split(/[ ,.]/u).reduce((one, other) => (other.length > one.length ? other : one), '')
    return text.replace(longest, longest.replace(/(?<=.)[aeiou](?=.)/u, '*'))
  },
}
