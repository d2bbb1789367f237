import { box, oval } from './silhouette.ts'
import type { Silhouette } from './silhouette.ts'

const teapot: Silhouette = {
  width: 128,
  height: 88,
  home: 'ground',
  colour: '#3f7fb5',
  accent: '#f1ede2',
  parts: [
    ['cord', 'M34 48C8 40 2 74 34 82'],
    ['shade', 'M90 80C104 74 102 52 118 40L127 42C118 56 118 78 94 92Z'],
    ['body', 'M62 34C88 34 102 50 102 68C102 84 92 96 82 98L42 98C32 96 22 84 22 68C22 50 36 34 62 34Z'],
    ['shade', 'M80 38C94 44 102 56 102 68C102 84 92 96 82 98L66 98C86 86 92 60 80 38Z'],
    ['accent', 'M24 60C44 68 80 68 100 60L102 68C80 77 44 77 22 68Z'],
    ['light', 'M32 52C36 44 44 40 52 39C44 44 40 50 38 57Z'],
    ['shade', 'M40 38C44 28 80 28 84 38C72 42 52 42 40 38Z'],
    ['accent', oval(62, 25, 6, 6)],
  ],
}

const cup: Silhouette = {
  width: 112,
  height: 92,
  home: 'ground',
  colour: '#c8553d',
  parts: [
    ['pale', 'M34 34C26 24 42 18 34 6C40 12 48 20 40 34ZM56 34C48 24 64 18 56 6C62 12 70 20 62 34Z'],
    ['cord', 'M82 52C108 48 106 80 76 78'],
    ['body', 'M10 44L86 44C86 70 78 88 66 92L30 92C18 88 10 70 10 44Z'],
    ['shade', 'M64 44L86 44C86 70 78 88 66 92L54 92C64 80 66 60 64 44Z'],
    ['dark', oval(48, 44, 38, 6)],
    ['light', 'M0 92L96 92C92 98 84 100 76 100L20 100C12 100 4 98 0 92Z'],
  ],
}

const guitar: Silhouette = {
  width: 56,
  height: 130,
  home: 'ground',
  colour: '#c98540',
  accent: '#4a2d1e',
  parts: [
    ['accent', 'M24 -14L32 -14L31 44L25 44ZM22 -30L34 -30L33 -12L23 -12Z'],
    [
      'body',
      'M28 34C44 32 46 44 43 52C40 58 56 64 56 80C56 94 42 100 28 100C14 100 0 94 0 80C0 64 16 58 13 52C10 44 12 32 28 34Z',
    ],
    ['shade', 'M36 34C46 36 46 46 43 52C40 58 56 64 56 80C56 94 42 100 28 100C48 92 46 70 38 62C32 56 40 44 36 34Z'],
    ['dark', oval(28, 66, 8.5, 8.5)],
    ['accent', box(18, 84, 20, 4)],
    ['pale', `${box(26.4, -14, 0.9, 98)}${box(28.8, -14, 0.9, 98)}`],
  ],
}

const umbrella: Silhouette = {
  width: 112,
  height: 106,
  home: 'ground',
  colour: '#d23b3b',
  parts: [
    ['line', 'M56 2L56 88C56 100 40 100 40 88'],
    [
      'body',
      'M0 56C2 22 28 4 56 4C84 4 110 22 112 56C104 48 92 48 84 56C76 48 64 48 56 56C48 48 36 48 28 56C20 48 8 48 0 56Z',
    ],
    ['shade', 'M56 4C84 4 110 22 112 56C104 48 92 48 84 56C82 34 72 14 56 4Z'],
    ['light', 'M56 4C40 14 30 34 28 56C20 48 8 48 0 56C2 24 26 5 56 4Z'],
    ['line', 'M56 4L56 -6'],
  ],
}

const lantern: Silhouette = {
  width: 66,
  height: 118,
  home: 'air',
  colour: '#d8402f',
  accent: '#e8b84a',
  stature: 0.7,
  parts: [
    ['line', 'M33 4L33 -18M33 84L33 100'],
    ['accent', `${box(20, 2, 26, 8)}${box(20, 78, 26, 8)}M28 86L38 86L40 106L26 106Z`],
    ['body', 'M20 10L46 10C60 18 66 32 66 44C66 58 60 70 46 78L20 78C6 70 0 58 0 44C0 32 6 18 20 10Z'],
    ['glow', 'M24 12L42 12C48 30 48 60 42 76L24 76C18 60 18 30 24 12Z'],
    ['shade', 'M46 10C60 18 66 32 66 44C66 58 60 70 46 78L52 44Z'],
  ],
}

const book: Silhouette = {
  width: 128,
  height: 74,
  home: 'ground',
  colour: '#7d3f8c',
  seat: [64, 44, 'atop'],
  parts: [
    ['body', 'M0 46L6 42L64 54L122 42L128 46L128 94L64 100L0 94Z'],
    ['pale', 'M8 34C26 26 50 32 64 46L64 94C48 84 26 82 8 88Z'],
    ['light', 'M120 34C102 26 78 32 64 46L64 94C80 84 102 82 120 88Z'],
    [
      'line',
      'M18 46C30 42 44 46 54 54M18 58C30 54 44 58 54 66M18 70C30 66 44 70 54 78M110 46C98 42 84 46 74 54M110 58C98 54 84 58 74 66M110 70C98 66 84 70 74 78',
    ],
  ],
}

const crown: Silhouette = {
  width: 116,
  height: 80,
  home: 'ground',
  colour: '#e9b838',
  accent: '#c8323f',
  parts: [
    ['body', 'M12 84L2 34L32 58L58 20L84 58L114 34L104 84Z'],
    ['shade', 'M58 20L84 58L114 34L104 84L72 84Z'],
    ['light', box(12, 84, 92, 14)],
    [
      'accent',
      `${oval(58, 64, 7, 9)}${oval(30, 70, 5, 6)}${oval(86, 70, 5, 6)}${oval(58, 18, 6, 6)}${oval(4, 32, 5, 5)}${oval(112, 32, 5, 5)}`,
    ],
  ],
}

const chair: Silhouette = {
  width: 66,
  home: 'ground',
  colour: '#a8683c',
  seat: [36, 56, 'atop'],
  parts: [
    ['shade', 'M16 60L22 60L20 100L14 100ZM54 60L60 60L62 96L56 96Z'],
    ['body', 'M4 2L14 0L20 54L62 54L64 64L60 66L60 100L54 100L53 66L16 66L12 100L5 100L10 62Z'],
    ['light', 'M12 54L62 54L64 62L11 62Z'],
    ['shade', 'M8 12L15 10L17 26L10 28Z'],
  ],
}

const apple: Silhouette = {
  width: 90,
  height: 96,
  home: 'ground',
  colour: '#d2342f',
  accent: '#5b9a4a',
  stature: 0.9,
  parts: [
    ['line', 'M45 30C45 20 48 12 54 6'],
    ['accent', 'M50 18C58 6 74 6 82 12C76 22 62 26 50 18Z'],
    [
      'body',
      'M45 32C54 22 76 20 86 38C94 58 80 94 60 99C54 100 50 97 45 97C40 97 36 100 30 99C10 94 -4 58 4 38C14 20 36 22 45 32Z',
    ],
    ['shade', 'M70 26C78 28 83 32 86 38C94 58 80 94 60 99C80 76 84 48 70 26Z'],
    ['light', 'M14 44C16 36 22 32 30 32C22 38 20 46 20 54C16 56 13 52 14 44Z'],
  ],
}

const clock: Silhouette = {
  width: 96,
  home: 'ground',
  colour: '#b5673a',
  parts: [
    ['shade', 'M20 88L8 100L18 100L32 92ZM76 88L88 100L78 100L64 92Z'],
    ['body', oval(48, 52, 46, 46)],
    ['pale', oval(48, 52, 37, 37)],
    [
      'dark',
      `${box(46.5, 19, 3, 8)}${box(46.5, 77, 3, 8)}${box(15, 50.5, 8, 3)}${box(73, 50.5, 8, 3)}M45 52L47 28L49 28L51 52ZM47 49L70 60L68 63L46 55Z`,
    ],
    ['body', oval(48, 52, 4, 4)],
  ],
}

export const things = { teapot, cup, guitar, umbrella, lantern, book, crown, chair, apple, clock }
