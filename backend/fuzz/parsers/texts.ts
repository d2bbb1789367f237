import * as fc from 'fast-check'
import { maxPromptLength, Prompt } from '../../../contract/prompt.ts'
import { RefusalError } from '../../../contract/refusal.ts'
import { enhancePrompt } from '../../providers/enhancer/enhance-prompt.ts'
import { paintSketch } from '../../providers/sketch/paint.ts'
import { sketchStyles } from '../../providers/sketch/styles.ts'
import { refuseBlocked } from '../../safety/refuse-blocked.ts'
import { searchQuery } from '../../storage/local/search-tokens.ts'
import { searchWords } from '../../storage/search-words.ts'
import { hostileText } from '../hostile-text.ts'
import { hold } from '../judge.ts'
import { parser } from '../parser.ts'
import type { Property } from '../properties.ts'

const blocked = ['nude', 'n.u.d.e', 'child', 'gore', 'ｎｕｄｅ', 'nüde', 'naked', 'behead', 'ch1ld', 'Nazi']
const spiced = fc
  .array(fc.oneof(fc.constantFrom(...blocked), hostileText), { minLength: 1, maxLength: 6 })
  .map((parts) => parts.join(' '))
const prompt = spiced
  .map((text) => Prompt.safeParse(text.slice(0, 900)))
  .filter(({ success }) => success)
  .map(({ data }) => data ?? '')

export const textProperties: Property[] = [
  parser(
    'the policy takes every text, or shows the words as they were written',
    4,
    fc.tuple(spiced, hostileText),
    ([text, negativePrompt]) => {
      try {
        refuseBlocked({ prompt: text, parameters: { negativePrompt } })
      } catch (error) {
        hold(error instanceof RefusalError && error.code === 'prompt_blocked', String(error))
        const { matches = [] } = error.details
        hold(matches.length > 0, 'no word is shown')
        hold(
          matches.every((match) => text.includes(match) || negativePrompt.includes(match)),
          `words that nobody wrote: ${matches.join(' | ')}`,
        )
      }
    },
  ),
  parser(
    'words to search for are letters and numbers, and so is the query',
    2,
    fc.tuple(hostileText, fc.option(hostileText, { nil: undefined })),
    ([q, model]) => {
      hold(
        searchWords(q).every((word) => /^[\p{L}\p{N}]+$/u.test(word)),
        q,
      )
      const query = searchQuery({ visitor: 'v', shared: true, q, model })
      hold(query === undefined || /^\("[^"]*" OR "[^"]*"\)(?: AND "[^"]*"\*?)*$/u.test(query), query ?? '')
    },
  ),
  parser('a rewritten prompt is a prompt', 3, fc.tuple(prompt, fc.nat()), ([text, seed]) => {
    const { short, long } = enhancePrompt(text, seed)
    for (const rewritten of [short, long])
      hold(Prompt.safeParse(rewritten).success, `${Array.from(rewritten).length} of ${maxPromptLength}: ${rewritten}`)
  }),
  parser(
    'a sketch is well-formed SVG of bounded size',
    1,
    fc.tuple(prompt, fc.nat(), fc.constantFrom(...sketchStyles)),
    ([text, seed, { id: style }]) => {
      const svg = paintSketch({ prompt: text, seed, style, width: 256, height: 256 })
      hold(svg.startsWith('<svg') && svg.endsWith('</svg>'), svg.slice(0, 200))
      hold(!/<script|\bon\w+=|javascript:|&(?!\w+;|#)/iu.test(svg), 'it holds more than shapes')
    },
  ),
]
