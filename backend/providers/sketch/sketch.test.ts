import { describe, expect, test } from 'vitest'
import sharp from 'sharp'
import { paintSketch } from './paint.ts'
import { readScene } from './scene.ts'
import { silhouettes } from './silhouettes/library.ts'
import { sketchStyles } from './styles.ts'
import { subjectWords } from './words/subjects.ts'

const styles = sketchStyles.map(({ id }) => id)
const small = { seed: 7, width: 320, height: 320 }
const ratios = [
  [256, 256],
  [312, 208],
  [208, 312],
  [288, 216],
  [216, 288],
  [336, 189],
  [189, 336],
] as const
const boats = 'three red boats on a misty lake at dawn'

function namesOf(prompt: string, negativePrompt?: string): string[] {
  return readScene(prompt, negativePrompt).subjects.map(({ id, count }) => `${String(count)} ${id}`)
}

describe('painting', () => {
  test('there are nine styles with believable painting times', () => {
    expect(new Set(styles).size).toBe(9)
    for (const { paintMs } of sketchStyles) {
      expect(paintMs).toBeGreaterThanOrEqual(300)
      expect(paintMs).toBeLessThanOrEqual(6000)
    }
  })

  test.each(styles)('%s paints the same picture for the same request and another for another seed', (style) => {
    const painted = paintSketch({ ...small, style, prompt: boats })
    expect(paintSketch({ ...small, style, prompt: boats })).toBe(painted)
    expect(paintSketch({ ...small, style, prompt: boats, seed: 8 })).not.toBe(painted)
  })

  test('no two styles paint alike', () => {
    expect(new Set(styles.map((style) => paintSketch({ ...small, style, prompt: boats }))).size).toBe(9)
  })

  test('two prompts without a known word get two pictures', () => {
    const paint = (prompt: string) => paintSketch({ ...small, style: 'low-poly', prompt })
    expect(paint('qwertz uiop')).not.toBe(paint('asdf ghjk'))
  })

  test.each(styles)(
    '%s fills every ratio with a picture that is neither blank nor the wrong size',
    async (style) => {
      for (const [width, height] of ratios) {
        const image = sharp(
          Buffer.from(paintSketch({ style, prompt: 'a fox in a snowy forest', seed: 3, width, height })),
        )
        const { format, ...size } = await image.metadata()
        expect([format, size.width, size.height]).toEqual(['svg', width, height])
        const { channels } = await image.stats()
        expect(Math.max(...channels.slice(0, 3).map(({ stdev }) => stdev))).toBeGreaterThan(8)
      }
    },
    30_000,
  )
})

describe('hostile prompts', () => {
  const hostile = [
    ['markup', "\"><script>alert(1)</script> & 'quotes' <![CDATA[ ]]> red boats"],
    ['control characters', 'a\u0000b\u0007 \u001b[31mcat\u202e\ufeff'],
    ['lone surrogates', '\ud800 cat \udfff'],
    ['emoji', '🦊🌲'.repeat(200)],
    ['combining marks', `c${'\u0301'.repeat(999)}`],
    ['a thousand words', 'nine red boats '.repeat(66)],
    ['nothing known', 'zzz'],
    ['nothing at all', ''],
    ['only punctuation', '... --- ,,, ;;;'],
    ['huge numbers', '99999999999999999999 cats and 0 dogs and -3 boats'],
  ] as const

  test.each(hostile)(
    '%s give a picture without anything of the prompt in it',
    async (_name, prompt) => {
      for (const style of styles) {
        const svg = paintSketch({ ...small, style, prompt })
        expect(svg).not.toMatch(/NaN|Infinity|undefined|<script|<text|href/)
        const { width, height } = await sharp(Buffer.from(svg)).metadata()
        expect([width, height]).toEqual([320, 320])
      }
    },
    30_000,
  )
})

describe('reading a prompt', () => {
  test('finds subject, count, colour, place, time and weather', () => {
    const scene = readScene(boats)
    expect(scene).toMatchObject({
      place: 'lake',
      time: 'dawn',
      subjects: [{ id: 'boat', count: 3, colours: ['#d62f2b'] }],
    })
    expect(scene.weather.has('mist')).toBe(true)
  })

  test.each([
    ['two cats', ['2 cat']],
    ['9 balloons', ['9 partyBalloon']],
    ['a hot air balloon', ['1 balloon']],
    ['a dozen wolves', ['12 fox']],
    ['a knight and two dragons', ['1 knight', '2 dragon']],
    ['an astronaut riding a horse', ['1 astronaut', '1 horse']],
    ['九つの月', ['9 moon']],
    ['tres barcos', ['3 boat']],
    ['four black cats on a flat roof', ['4 cat']],
    ['🦊', ['1 fox']],
  ])('%s', (prompt, expected) => {
    expect(namesOf(prompt)).toEqual(expected)
  })

  test('a colour belongs to the subject after it, or else to the picture', () => {
    const scene = readScene('a red house under a purple sky')
    expect(scene.subjects[0]?.colours).toEqual(['#d62f2b'])
    expect(scene.palette).toEqual(['#7d3fb0'])
  })

  test.each([
    ['a neon city at night in the rain', 'city', 'night'],
    ['whale under the sea', 'underwater', undefined],
    ['a castle in the clouds, golden hour', 'sky', 'golden'],
    ['steam train crossing a bridge in autumn mountains', 'mountains', undefined],
    ['a camel at sunset', 'desert', 'sunset'],
    ['a teapot', 'room', undefined],
  ])('%s is set in %s', (prompt, place, time) => {
    const scene = readScene(prompt)
    expect(scene.place).toBe(place)
    expect(time === undefined || scene.time === time).toBe(true)
  })

  test('a negative prompt takes things away', () => {
    expect(namesOf('three red boats and a lighthouse on a lake', 'boats')).toEqual(['1 lighthouse'])
    expect(readScene(boats, 'mist, fog').weather.has('mist')).toBe(false)
    expect(readScene(boats, 'red').subjects[0]?.colours).toEqual([])
  })

  test('an idea without a shape is given one', () => {
    expect(readScene('hope')).toMatchObject({ time: 'dawn', subjects: [{ id: 'bird' }, { id: 'tree' }] })
  })

  test('knows many words and can draw every one of them', () => {
    expect(subjectWords.size).toBeGreaterThan(300)
    expect(new Set(subjectWords.values()).size).toBe(Object.keys(silhouettes).length)
  })
})
