import { box, oval } from './silhouette.ts'
import type { Silhouette } from './silhouette.ts'

const balloon: Silhouette = {
  width: 84,
  height: 118,
  home: 'air',
  colour: '#df5a3c',
  accent: '#f6c64c',
  parts: [
    ['line', 'M24 62L34 84M60 62L50 84M42 66L42 84'],
    ['body', 'M42 -18C68 -18 84 2 84 24C84 44 66 58 58 68L26 68C18 58 0 44 0 24C0 2 16 -18 42 -18Z'],
    [
      'accent',
      'M28 -16C14 0 12 40 34 68L26 68C18 58 0 44 0 24C0 4 12 -12 28 -16ZM56 -16C70 0 72 40 50 68L58 68C66 58 84 44 84 24C84 4 72 -12 56 -16Z',
    ],
    ['shade', 'M56 -16C70 -12 84 4 84 24C84 44 66 58 58 68L54 68C74 44 76 8 56 -16Z'],
    ['light', 'M42 -18C34 -6 34 44 38 68L46 68C50 44 50 -6 42 -18Z'],
    ['dark', 'M31 84L53 84L50 100L34 100Z'],
    ['accent', box(30, 82, 24, 5)],
  ],
}

const partyBalloon: Silhouette = {
  width: 60,
  height: 112,
  home: 'air',
  colour: '#e2483d',
  stature: 0.8,
  parts: [
    ['line', 'M30 66C22 76 38 84 30 94C26 100 30 102 30 104'],
    ['body', 'M30 -8C48 -8 60 6 60 24C60 44 44 60 33 63L36 69L24 69L27 63C16 60 0 44 0 24C0 6 12 -8 30 -8Z'],
    ['shade', 'M44 -4C54 2 60 12 60 24C60 44 44 60 33 63C46 48 54 22 44 -4Z'],
    ['light', 'M10 20C10 8 18 0 26 0C18 6 16 14 16 24C12 28 10 26 10 20Z'],
  ],
}

const plane: Silhouette = {
  width: 140,
  height: 66,
  home: 'air',
  colour: '#e8ecf0',
  accent: '#d2453a',
  parts: [
    ['shade', 'M66 62L52 34L62 34L90 62Z'],
    ['accent', 'M4 66L0 38L12 38L28 64Z'],
    ['body', 'M2 70C20 62 60 60 104 60C124 60 138 66 140 74C136 82 118 84 100 84L40 84C20 84 6 78 2 70Z'],
    ['accent', 'M2 72C40 78 100 78 140 74C138 79 132 81 126 82L30 83C16 82 6 78 2 72Z'],
    ['light', 'M62 74L92 74L50 100L38 100Z'],
    ['dark', `${[44, 56, 68, 80, 92, 104].map((x) => box(x, 66, 5, 5)).join('')}M118 64C126 65 130 67 133 70L120 70Z`],
  ],
}

const rocket: Silhouette = {
  width: 60,
  height: 128,
  home: 'air',
  colour: '#eef0f3',
  accent: '#dd4a3a',
  parts: [
    ['glow', 'M20 76C18 88 24 94 30 108C36 94 42 88 40 76Z'],
    ['accent', 'M14 44C4 52 0 64 2 82L18 68ZM46 44C56 52 60 64 58 82L42 68Z'],
    ['body', 'M30 -24C44 -8 50 14 48 38C47 54 44 66 40 76L20 76C16 66 13 54 12 38C10 14 16 -8 30 -24Z'],
    ['shade', 'M30 -24C44 -8 50 14 48 38C47 54 44 66 40 76L34 76C40 46 40 6 30 -24Z'],
    ['accent', 'M30 -24C36 -16 41 -8 44 2C36 6 24 6 16 2C19 -8 24 -16 30 -24Z'],
    ['dark', oval(30, 24, 9.5, 9.5)],
    ['glow', oval(30, 24, 6, 6)],
    ['accent', 'M27 50L33 50L33 82L27 82Z'],
  ],
}

const ufo: Silhouette = {
  width: 120,
  height: 92,
  home: 'air',
  colour: '#9aa7b8',
  accent: '#7be0c3',
  parts: [
    ['glow', 'M40 52L80 52L104 100L16 100Z'],
    ['light', 'M34 34C34 14 46 6 60 6C74 6 86 14 86 34Z'],
    ['body', 'M0 42C12 30 36 28 60 28C84 28 108 30 120 42C108 56 84 60 60 60C36 60 12 56 0 42Z'],
    ['shade', 'M0 42C24 50 96 50 120 42C108 56 84 60 60 60C36 60 12 56 0 42Z'],
    ['accent', [20, 40, 60, 80, 100].map((x) => oval(x, 42, 4, 3.4)).join('')],
  ],
}

const kite: Silhouette = {
  width: 76,
  height: 112,
  home: 'air',
  colour: '#d9453c',
  accent: '#f3c64a',
  stature: 0.75,
  parts: [
    ['line', 'M30 62C40 72 22 80 34 92C38 98 34 102 36 108'],
    ['body', 'M38 -8L74 24L30 66L6 20Z'],
    ['accent', 'M38 -8L40 24L6 20ZM40 24L74 24L30 66Z'],
    ['shade', 'M26 74L40 76L34 82ZM26 90L42 90L36 98Z'],
  ],
}

export const flyers = { balloon, partyBalloon, plane, rocket, ufo, kite }
