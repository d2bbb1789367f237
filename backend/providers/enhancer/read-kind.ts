import { ideas, type Kind, kinds } from './words/kinds.ts'
import { facts } from './words/facts.ts'
import { has, pattern, patterns } from './words/pattern.ts'

const graphics: ReadonlySet<Kind> = new Set(['logo', 'icon', 'diagram', 'map', 'poster', 'pattern'])
const all = patterns(kinds)
const graphicPatterns = all.filter(([kind]) => graphics.has(kind))
const thingPatterns = all.filter(([kind]) => !graphics.has(kind))
const underwaterPattern = pattern(facts.underwater)
/** A bowl of soup is soup. */
const vessel = /(?<!\p{L})(?:bowl|cup|mug|glass|plate|slice|stack|jar|basket|pot|pile)s? of /giu
const ideaPattern = pattern(ideas)

export const isGraphic = (kind: Kind): boolean => graphics.has(kind)

/** What the picture is of: the form it takes when that is named (a logo, a map), else the thing named first. */
export function readKind(text: string): Kind {
  const head = headOf(text)
  const form = graphicPatterns.find(([, words]) => endsWith(head, words))
  if (form) return form[0]
  const things = text.replaceAll(vessel, ' ')
  const [first] = thingPatterns
    .flatMap(([kind, words]) =>
      matchesOf(things, words)
        .slice(0, 1)
        .map((match) => ({ kind, ...match })),
    )
    .toSorted((one, other) => one.at - other.at || other.length - one.length)
  if (first?.kind === 'landscape' && has(text, underwaterPattern)) return 'underwater'
  if (first) return first.kind
  return has(text, ideaPattern) ? 'abstract' : 'general'
}

/** `Design a minimalist fox logo for a bakery` → `minimalist fox logo`: a form is named at the end of the first phrase. */
function headOf(text: string): string {
  const asked = text
    .trim()
    .replace(
      /^(?:please )?(?:design|create|draw|make|generate|paint|imagine|render|give me|i want|show me)(?: me| us)?\s+/iu,
      '',
    )
    .replace(/^(?:an?|the|some|my|our)\s+/iu, '')
    .replace(/^(?:set|series|collection|sheet|page|pair|row|grid) of\s+/iu, '')
  return asked
    .split(
      /[,.;:!?\n(]|\s(?:of|for|with|in|on|at|an?|the|that|which|who|showing|about|featuring|from|by|to|made|titled|called|saying)(?=\s)/iu,
      1,
    )
    .join('')
}

const endsWith = (head: string, words: RegExp): boolean =>
  matchesOf(head, words).some(({ at, length }) =>
    /^\s*(?:design|set|sheet|style|art|concept|template|mockup|illustration)?\s*$/iu.test(head.slice(at + length)),
  )

const matchesOf = (text: string, words: RegExp): { at: number; length: number }[] =>
  Array.from(text.matchAll(words), (match) => ({ at: match.index, length: match[0].length }))
