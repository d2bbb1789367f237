import type { PolicyRules } from '../policy-rules.ts'
import { explicit } from './explicit.ts'
import { gore } from './gore.ts'
import { allowed, harmless, neighbours } from './harmless.ts'
import { hate } from './hate.ts'
import { minors } from './minors.ts'
import { nudity } from './nudity.ts'
import { realPeople } from './real-people.ts'
import { selfHarm } from './self-harm.ts'

const sexual = [
  'nudity',
  'topless',
  'explicit',
  'compound',
  'explicitForeign',
  'erotic',
  'organ',
  'birdish',
  'catlike',
] as const
const asked = ['minor', 'minorForeign'] as const
const people = ['realPerson', 'acquaintance'] as const

/** What is not painted. Grows by what people report, never by what the held-out set shows (decision 6). */
export const policy: PolicyRules = {
  lists: { ...minors, ...nudity, ...explicit, ...gore, ...hate, ...selfHarm, ...realPeople, ...neighbours },
  allowed,
  harmless,
  disguised: [
    'filler',
    'minor',
    'abuse',
    'nudity',
    'explicit',
    'explicitForeign',
    'organ',
    'slur',
    'gore',
    'fuckWords',
    'person',
    'selfHarm',
  ],
  rules: [
    {
      id: 'minors',
      asksFor: 'sexual content with minors',
      severity: 'always',
      when: [
        { all: ['abuse'] },
        ...asked.flatMap((minor) => sexual.map((list): { all: [string, string] } => ({ all: [minor, list] }))),
        { all: ['minorForeign', 'nudityForeign'] },
        ...asked.map((minor): { all: [string, string]; within: number } => ({ all: [minor, 'suggestive'], within: 5 })),
      ],
    },
    {
      id: 'real-people',
      asksFor: 'sexual images of a real person',
      severity: 'unless harmless',
      when: [
        { all: ['undressing'] },
        ...people.flatMap((person) => [
          ...sexual.map((list): { all: [string, string] } => ({ all: [person, list] })),
          { all: [person, 'nudityForeign'] as const, within: 4 },
        ]),
      ],
    },
    {
      id: 'sexual',
      asksFor: 'explicit sexual content',
      advice: 'If you mean a work of art or a figure study, say so: a statue, a painting, a life drawing.',
      severity: 'unless harmless',
      when: [
        { all: ['explicit'] },
        { all: ['compound'] },
        { all: ['explicitForeign'] },
        { all: ['erotic'], unless: ['art', 'symbolContext'] },
        { all: ['birdish'], unless: ['birds'] },
        { all: ['catlike'], unless: ['cats'] },
        { all: ['topless', 'woman'], within: 3, unless: ['art'] },
        { all: ['organ'], unless: ['medicalGore', 'medical', 'art'] },
        { all: ['nudePhoto'], unless: ['art'] },
        { all: ['nudity', 'person'], within: 4, unless: ['art'] },
        { all: ['nudity', 'suggestive'], within: 3, unless: ['art'] },
        { all: ['nudity', 'personForeign'], within: 4, unless: ['art'] },
        { all: ['nudityForeign', 'personForeign'], within: 3, unless: ['art'] },
      ],
    },
    {
      id: 'gore',
      asksFor: 'gore or graphic cruelty',
      advice: 'Horror, battles and monsters are welcome without wounds and mutilation in detail.',
      severity: 'unless harmless',
      when: [
        { all: ['gore'], unless: ['medicalGore'] },
        { all: ['goreForeign'], unless: ['medicalGore'] },
        { all: ['goreAct', 'goreTarget'], within: 3, unless: ['medicalGore'] },
        { all: ['goreBody', 'goreDetail'], within: 3, unless: ['medicalGore'] },
      ],
    },
    {
      id: 'hate',
      asksFor: 'hate against people, or its symbols',
      severity: 'unless harmless',
      when: [
        { all: ['slur'] },
        { all: ['symbol'], unless: ['symbolContext'] },
        { all: ['nazi', 'glorify'], within: 5, unless: ['symbolContext', 'opposed'] },
        { all: ['group', 'dehumanise'], within: 4, unless: ['symbolContext'] },
      ],
    },
    {
      id: 'extremism',
      asksFor: 'praise of terror, or its propaganda',
      severity: 'unless harmless',
      when: [{ all: ['attack'] }, { all: ['terror', 'terrorPraise'], within: 4, unless: ['symbolContext', 'opposed'] }],
    },
    {
      id: 'self-harm',
      asksFor: 'suicide or self-harm',
      advice: 'If this is about you: you are not alone, and findahelpline.com names people to talk to in your country.',
      severity: 'unless harmless',
      when: [
        { all: ['selfHarm'], unless: ['selfHarmContext'] },
        { all: ['cutting', 'wrists'], within: 3, unless: ['selfHarmContext'] },
        { all: ['suicide', 'suicideMeans'], within: 4, unless: ['selfHarmContext'] },
      ],
    },
  ],
}
