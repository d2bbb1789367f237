import type { Pool } from './pool.ts'

export const finish = {
  /** Cues for lettering: image models misspell unless told. */
  lettering: {
    'lettering crisp and spelled exactly as given': 'the lettering is crisp, legible and spelled exactly as given',
    'clear, well-spaced lettering': 'the lettering is clear, well spaced and true to the given wording',
    'legible typography suited to the theme': 'the typography suits the theme and stays perfectly legible',
  },
  scene: {
    'strongest contrast at the centre of interest': 'the strongest contrast sits exactly where the eye should land',
    'convincing depth and scale': 'overlapping forms give convincing depth and scale',
    'outer edges kept simple': 'the outer edges are kept simple so that nothing pulls the eye away',
    'a hint of story beyond the frame': 'one or two details hint at a story beyond the frame',
    'foreground in focus, softer distance': 'the foreground is in focus and everything behind it grows softer',
    'varied rhythm of large and small shapes': 'large, medium and small shapes follow one another in a varied rhythm',
    'secondary details kept subdued': 'secondary details stay subdued and never compete',
    'quiet areas balancing the busy ones': 'quiet areas balance the busy ones and let the eye rest',
    'believable proportions': 'all proportions are believable from near to far',
    'subtle variation in every repeated shape': 'repeated shapes vary subtly and never look copied',
  },
  surface: {
    'restful gaps between the motifs': 'restful gaps keep the busy parts from running together',
    'even density from edge to edge': 'the density stays even from one edge to the other',
    'slight hand-made irregularity': 'a slight hand-made irregularity keeps it from looking mechanical',
    'two scales of detail': 'detail works at two scales, first from afar and then up close',
    'carefully matched tones': 'the tones are matched carefully so that no part jumps forward',
    'crisp, print-ready edges': 'edges are crisp enough to be printed at any size',
  },
  graphic: {
    'generous white space': 'generous white space lets it breathe',
    'sharp at every size': 'it stays sharp at every size',
    'immediately understandable': 'it is understood in a second',
    'balanced visual weight': 'visual weight is balanced on all sides',
    'consistent style throughout': 'one consistent style governs all of its parts',
    'carefully aligned elements': 'the elements are carefully aligned with one another',
    'memorable at first glance': 'it is memorable after a single glance',
    'polished, ready-to-print finish': 'the finish is polished enough to print at once',
  },
  /** For prompts that could not be read: true of any picture. */
  neutral: {
    'clear focal point': 'there is one clear focal point',
    'balanced composition': 'the composition is calm and balanced',
    'harmonious colours': 'the colours harmonise and support the main idea',
    'light that gives shape and depth': 'the light gives every form shape and depth',
    'strong sense of atmosphere': 'a strong sense of atmosphere surrounds it',
    'fine, purposeful detail': 'fine detail appears where it serves a purpose',
    'subtle tonal transitions': 'tonal transitions are subtle and never abrupt',
    'uncluttered background': 'the background stays simple and uncluttered',
    'coherent style throughout': 'one coherent style holds everything together',
    'careful sense of proportion': 'proportions are careful and convincing',
    'expressive, well-defined shapes': 'shapes are expressive and well defined',
    'a feeling of space': 'there is a feeling of space around the essentials',
  },
} as const satisfies Record<string, Pool>
