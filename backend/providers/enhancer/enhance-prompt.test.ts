import { beforeAll, describe, expect, test } from 'vitest'
import { Prompt } from '../../../contract/prompt.ts'
import { enhancePrompt } from './enhance-prompt.ts'
import { denials, prompts } from './fixtures/prompts.ts'

const all = [...Object.values(prompts).flat(), ...denials.map(([prompt]) => prompt)]
const seeds = [0, 1, 2, 3, 4]
const words = (text: string) => text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
const folded = (text: string) => text.toLowerCase().replaceAll(/\s+/gu, ' ').trim()

/** The person's own words without separators left hanging at the end, and the flags that must stay last. */
function own(prompt: string): { start: string; end: string } {
  const [start = '', end = ''] = prompt.split(/(?= --\p{L}|(?<=\.) Negative prompt:)/u, 2)
  return { start: start.replace(/(?<=\S)[\s,;:-]+$/u, ''), end: end && prompt.slice(prompt.indexOf(end)) }
}

/** What was put between a prompt's own words and its flags. Undefined when those were not kept. */
function added(prompt: string, text: string): string | undefined {
  const { start, end } = own(prompt)
  return text.startsWith(start) && text.endsWith(end) ? text.slice(start.length, text.length - end.length) : undefined
}

const known = new Map<string, { prompt: string; seed: number; short: string; long: string }>()
function answer(prompt: string, seed: number) {
  const key = `${seed} ${prompt}`
  const result = known.get(key) ?? { prompt, seed, ...enhancePrompt(prompt, seed) }
  known.set(key, result)
  return result
}

const answers = (list: readonly string[]) => list.flatMap((prompt) => seeds.map((seed) => answer(prompt, seed)))

/** The first additions, of either version and any seed, that hold what they must not. */
const offences = (list: readonly string[], forbidden: RegExp) =>
  answers(list)
    .flatMap(({ prompt, short, long }) => [short, long].map((text) => ({ prompt, text: added(prompt, text) ?? text })))
    .filter(({ text }) => forbidden.test(text))
    .slice(0, 5)

const camera = /\blens|\d mm\b|camera|photograph|bokeh|shutter|depth of field|\bfilm\b/iu
const paint = /brush|gouache|watercolour|\boils?\b|canvas|pigment|pencil|hatching/iu
const sun = /\bsun|daylight|golden light|midday|afternoon/iu
const moon = /moon|starlight|neon|lantern|street lamp/iu

beforeAll(() => {
  answers(all)
}, 60_000)

describe('for every prompt', () => {
  test('there are hundreds of them', () => {
    expect(new Set(all).size).toBeGreaterThan(300)
  })

  test('keeps the words as they were written, in both versions', () => {
    const lost = answers(all).filter(({ prompt, short, long }) => [short, long].some((text) => !added(prompt, text)))
    expect(lost).toEqual([])
  })

  test('answers with two prompts that the contract accepts as they stand', () => {
    const refused = answers(all)
      .flatMap(({ short, long }) => [short, long])
      .filter((text) => Prompt.safeParse(text).data !== text)
    expect(refused).toEqual([])
  })

  test('the two differ from the prompt and from each other, also without case and spaces', () => {
    const same = answers(all).filter(({ prompt, short, long }) => new Set([prompt, short, long].map(folded)).size < 3)
    expect(same).toEqual([])
  })

  test('adds 15 to 35 words to the short version', () => {
    const wrong = answers(all).filter(({ prompt, short }) => {
      const more = words(short) - words(prompt)
      return more < 15 || more > 35
    })
    expect(wrong).toEqual([])
  })

  test('makes the long version 60 to 110 words when the prompt is short, and longer than any prompt', () => {
    const wrong = answers(all).filter(({ prompt, long }) => {
      const [before, after] = [words(prompt), words(long)]
      return before <= 30 ? after < 60 || after > 110 : after < before + 20
    })
    expect(wrong).toEqual([])
  })

  test('punctuates cleanly, fills every gap and says no word twice in a row', () => {
    expect(offences(all, /[,.;:]\s*[,.;:]|\s{2}|\s[,.;:]|[!?][,.]|\{|\b(\p{L}+) \1\b/iu)).toEqual([])
  })

  test('adds two to four sentences to the long version, each with a capital', () => {
    const wrong = answers(all).filter(({ prompt, long }) => {
      const sentences = (added(prompt, long) ?? '').replace(/^[.\s]+/u, '').match(/[^.]+\./gu) ?? []
      return sentences.length < 2 || sentences.length > 4 || !sentences.every((one) => /^\s?\p{Lu}/u.test(one))
    })
    expect(wrong.filter(({ prompt }) => words(prompt) <= 30)).toEqual([])
  })

  test('says the same for the same seed, and without one', () => {
    const unsteady = all.filter((prompt) => {
      const { short, long } = enhancePrompt(prompt, 3)
      const [one, other] = [enhancePrompt(prompt), enhancePrompt(prompt)]
      return short !== answer(prompt, 3).short || long !== answer(prompt, 3).long || one.long !== other.long
    })
    expect(unsteady).toEqual([])
  })

  test('says something else for another seed', () => {
    const dull = all.filter((prompt) => {
      const many = seeds.map((seed) => answer(prompt, seed))
      return new Set(many.map(({ short }) => short)).size < 4 || new Set(many.map(({ long }) => long)).size < 4
    })
    expect(dull).toEqual([])
  })

  test('does not repeat its own phrases when its answer is enhanced again', () => {
    const again = all
      .filter((_, at) => at % 4 === 0)
      .flatMap((prompt) => [answer(prompt, 1).short, answer(prompt, 1).long])
      .flatMap((text) => Object.values(enhancePrompt(text)))
    const repeating = again.filter((text) => {
      const phrases = folded(text)
        .split(/[,.;] /u)
        .filter((phrase) => words(phrase) > 2)
      return new Set(phrases).size < phrases.length
    })
    expect(repeating).toEqual([])
  })
})

test('does not end many different prompts in the same way', () => {
  const endings = all.flatMap((prompt) =>
    Object.values(enhancePrompt(prompt)).map((text) => text.split(/[,.;] /u).at(-1)),
  )
  const counts = Map.groupBy(endings, (ending) => ending)
  const most = Math.max(...Array.from(counts.values(), (same) => same.length))
  expect(most / endings.length).toBeLessThan(0.05)
})

describe('what is there decides what is added', () => {
  test('no camera with a drawn, painted or made picture', () => {
    expect(
      offences([...prompts.painted, ...prompts.drawn, ...prompts.otherMedia, ...prompts.graphics], camera),
    ).toEqual([])
  })
  test('no brush with a photograph', () => expect(offences(prompts.photographed, paint)).toEqual([]))
  test('no sun at night', () => expect(offences(prompts.night, sun)).toEqual([]))
  test('no moon, lantern or neon by day', () => expect(offences(prompts.dayOrTwilight, moon)).toEqual([]))
  test('no sky or cloud indoors', () => {
    expect(offences(prompts.indoor, /\bsky|horizon|cloud|overcast|dappled|canopy|the land\b|midday/iu)).toEqual([])
  })
  test('no sun, sky, dust or window under water', () => {
    expect(
      offences(prompts.underwater, /\bsun(?!k)|\bsky|\bdust|window|candle|\blamp|horizon|\bwind\b|afternoon/iu),
    ).toEqual([])
  })
  test('no weather and no daylight in space', () => {
    expect(
      offences(prompts.space, /\bsun|daylight|\bcloud|overcast|\brain|afternoon|vegetation|window|\bmist/iu),
    ).toEqual([])
  })
  test('no colour in a picture without any', () => {
    expect(
      offences(
        prompts.monochrome,
        /colou?r(?! would)|\bblue|\brose\b|amber|\bgreen|\bgold|coral|teal|ochre|violet|\bwarm/iu,
      ),
    ).toEqual([])
  })
  test('no lens, sun or window for a logo, icon, map, pattern, poster or diagram', () => {
    expect(offences(prompts.graphics, /lens|\bsun(?!flower)|window|fur\b|skin|daylight|bokeh/iu)).toEqual([])
  })
  test('nobody’s face where none can be seen', () => {
    expect(
      offences(
        ['a detective seen from behind', 'a knight in shining armor', 'cat astronaut'],
        /\bskin|\bface|\beyes|gaze|expression/iu,
      ),
    ).toEqual([])
  })
  test('portraits get the framing of a portrait', () => {
    for (const seed of seeds) {
      expect(enhancePrompt('portrait of an old fisherman', seed).long).toMatch(
        /head and shoulders|crop|pose|off-centre/u,
      )
    }
  })
  test.each([
    ['a gloomy forest', /cheer|buoyant|optimis|playful|whimsical|candy|fun\b|inviting|cosy/iu],
    ['happy family at the beach', /brood|gloom|melancholy|uneasy|bruised|wistful|charcoal/iu],
    ['cute dragon', /brood|gloom|uneasy|bruised|wistful|near-black|stark/iu],
    ['a lonely robot', /cheer|buoyant|optimis|candy|fun\b|electric/iu],
    ['serene zen garden', /restless|electric|brood|gloom|collide|drama/iu],
  ])('%s keeps its mood', (prompt, forbidden) => expect(offences([prompt], forbidden)).toEqual([]))
  test('a prompt that could not be read gets no subject, medium, time or place', () => {
    expect(offences(prompts.foreign, /photo|paint|lens|moon|\bsun|window|fur\b|skin|street|night|horizon/iu)).toEqual(
      [],
    )
  })
  test('a prompt that has said everything is left its medium, light, palette and lens', () => {
    expect(
      offences(prompts.long.slice(1, 3), /lens|photograph|painting|palette|amber|indigo|overcast|light comes/iu),
    ).toEqual([])
  })
  test('a bowl of soup is soup', () => {
    expect(offences(['bowl of ramen', 'cup of coffee'], /signs of use|picked up|table height/iu)).toEqual([])
  })
  test('drink and food are not the same as furniture and animals', () => {
    expect(offences(prompts.food, /fur\b|feathers?\b|armou?r|façade|vegetation|head and shoulders/iu)).toEqual([])
  })
})

test.each(denials)('%s: leaves out what was excluded', (prompt, forbidden) =>
  expect(offences([prompt], forbidden)).toEqual([]),
)

test('denying a thing does not mention it: night without stars stays night, no cars is no picture of cars', () => {
  expect(offences(['a mountain at night, no stars, no moon'], sun)).toEqual([])
  expect(offences(['a quiet library without cars'], /vehicle|brushed metal|stance|reflections describe/iu)).toEqual([])
})

test('quoted words stay exact, and lettering is asked to', () => {
  for (const prompt of prompts.quoted) {
    for (const seed of seeds) {
      const { short, long } = answer(prompt, seed)
      expect([short, long].every((text) => text.startsWith(prompt))).toBe(true)
    }
  }
  expect(enhancePrompt('a neon sign that says "OPEN LATE"').short).toMatch(/lettering|typography/u)
  expect(enhancePrompt('a "haunted" doll').long).not.toMatch(/lettering|typography/u)
})

test('quoted words decide nothing about the picture', () => {
  expect(offences(['a wooden sign that says "MOON, NEON, PIXEL ART" in a field at noon'], /moon|neon|pixel/iu)).toEqual(
    [],
  )
})

describe('a prompt near the limit', () => {
  const limit = 1000
  const longPrompts: Record<string, string> = {
    words: 'a very long walk through the old town '.repeat(40),
    sentences: 'The harbour wakes. Boats knock together. A dog barks at the gulls. '.repeat(30),
    phrases: 'red boats, white gulls, a grey pier, wet ropes, '.repeat(40),
    'one word': 'a'.repeat(limit),
    emoji: '👩‍👩‍👧‍👦'.repeat(300),
    'surrogate pairs': '𝒳'.repeat(limit),
    Chinese: '雪地里的狐狸'.repeat(200),
    lines: '- a boat\n- a gull\n'.repeat(80),
    marks: '!?'.repeat(500),
    accents: `e${'\u0301'.repeat(limit)}`,
    'quotation at the end': `${'a sign over the door of the inn, '.repeat(40).slice(0, 970)} saying "THE GOLDEN LAMB INN"`,
    'quotations only': '"one two" '.repeat(120),
    'quoted as a whole': `"${'a cat on a mat '.repeat(80).slice(0, 998)}"`,
    flags: `${'a boat on the water, '.repeat(60).slice(0, 985)} --ar 16:9`,
    'flags alone': `a${' --flag value'.repeat(90)}`,
  }
  const lengths = [600, 880, 900, 925, 930, 960, 985, 999, 1000]

  test.each(Object.entries(longPrompts))('%s: both versions stay within it, whole and different', (_, text) => {
    for (const length of lengths) {
      const prompt = Prompt.parse(Array.from(text).slice(0, length).join(''))
      for (const seed of seeds) {
        const { short, long } = answer(prompt, seed)
        expect(Prompt.parse(short)).toBe(short)
        expect(Prompt.parse(long)).toBe(long)
        expect(new Set([prompt, short, long].map(folded)).size).toBe(3)
      }
    }
  })

  test('nothing is cut while there is room for a phrase', () => {
    const prompt = Prompt.parse((longPrompts['words'] ?? '').slice(0, 895))
    for (const text of Object.values(enhancePrompt(prompt))) expect(text.startsWith(prompt)).toBe(true)
  })

  test('a cut falls between sentences, and around a quotation', () => {
    const sentences = Prompt.parse((longPrompts['sentences'] ?? '').slice(0, 1000))
    const { long } = enhancePrompt(sentences)
    expect(long).toMatch(/^(?:The harbour wakes\. Boats knock together\. A dog barks at the gulls\. )+/u)
    const sign = enhancePrompt(longPrompts['quotation at the end'] ?? '')
    for (const text of Object.values(sign)) expect(text).toContain('"THE GOLDEN LAMB INN"')
  })

  test('any text of any length comes out lawful', () => {
    const material = Array.from(all.join(' '))
    for (let at = 0; at < material.length - 1000; at += 97) {
      const prompt = Prompt.safeParse(material.slice(at, at + 1 + ((at * 7919) % 1000)).join(''))
      if (!prompt.success) continue
      const { short, long } = enhancePrompt(prompt.data, at)
      expect(Prompt.safeParse(short).data).toBe(short)
      expect(Prompt.safeParse(long).data).toBe(long)
      expect(new Set([prompt.data, short, long].map(folded)).size).toBe(3)
    }
  })
})
