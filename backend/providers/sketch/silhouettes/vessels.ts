import { box, oval } from './silhouette.ts'
import type { Silhouette } from './silhouette.ts'

const boat: Silhouette = {
  width: 96,
  height: 104,
  home: 'water',
  colour: '#b5482f',
  accent: '#f2c14e',
  seat: [62, 82, 'atop'],
  parts: [
    ['line', 'M48 82L48 0'],
    ['pale', 'M52 6C72 22 84 46 88 72L52 72Z'],
    ['light', 'M44 14C32 30 20 50 12 72L44 72Z'],
    ['accent', 'M48 -3L64 2L48 7Z'],
    ['body', 'M2 78L96 78C92 90 86 98 78 100L22 100C12 96 6 88 2 78Z'],
    ['shade', 'M8 89L92 89C88 95 84 99 78 100L22 100C16 98 11 94 8 89Z'],
    ['pale', 'M2 78L96 78L94 82L4 82Z'],
  ],
}

const ship: Silhouette = {
  width: 142,
  height: 92,
  home: 'water',
  colour: '#9c3b34',
  accent: '#e3a33c',
  stature: 1.2,
  parts: [
    ['line', 'M22 72L22 24M118 72L118 20'],
    ['accent', 'M46 18L60 18L60 48L46 48ZM74 18L88 18L88 48L74 48Z'],
    ['dark', `${box(46, 18, 14, 7)}${box(74, 18, 14, 7)}`],
    ['pale', 'M28 62L32 46L106 46L112 62Z'],
    ['light', 'M16 72L18 61L124 61L128 72Z'],
    ['body', 'M0 72L142 72C138 86 132 96 122 100L18 100C10 96 4 86 0 72Z'],
    ['shade', 'M8 90L136 90C132 96 128 99 122 100L18 100C14 98 10 95 8 90Z'],
    ['glow', [38, 52, 66, 80, 94].map((x) => box(x, 51, 7, 6)).join('')],
    ['pale', [26, 44, 62, 80, 98, 116].map((x) => oval(x, 81, 2.6, 2.6)).join('')],
  ],
}

const galleon: Silhouette = {
  width: 130,
  height: 120,
  home: 'water',
  colour: '#7a4a2b',
  accent: '#b73a35',
  stature: 1.2,
  parts: [
    ['line', 'M38 76L38 -18M82 76L82 -14M110 70L138 52'],
    [
      'pale',
      'M18 -6C30 -2 46 -2 58 -6C62 8 62 18 58 28C46 24 30 24 18 28C14 18 14 8 18 -6ZM14 34C28 38 48 38 60 34C65 48 65 58 60 68C48 64 28 64 14 68C10 58 10 48 14 34ZM66 2C76 5 90 5 100 2C104 14 104 24 100 32C90 29 76 29 66 32C63 24 63 14 66 2ZM64 38C76 41 92 41 104 38C108 50 108 58 104 66C92 63 76 63 64 66C61 58 61 48 64 38Z',
    ],
    ['accent', 'M38 -19L60 -14L38 -8Z'],
    ['body', 'M0 58L18 58L22 76L96 76L124 68C122 84 112 98 98 100L26 100C10 94 4 78 0 58Z'],
    ['shade', 'M8 84L116 84C111 93 105 99 98 100L26 100C18 97 12 92 8 84Z'],
    ['glow', [6, 13].map((x) => box(x, 63, 4, 6)).join('')],
    ['dark', [34, 48, 62, 76, 90].map((x) => box(x, 80, 6, 5)).join('')],
  ],
}

const submarine: Silhouette = {
  width: 138,
  height: 78,
  home: 'under',
  colour: '#e0b02f',
  accent: '#c2452f',
  parts: [
    ['line', 'M74 40L74 24L84 24'],
    ['shade', 'M56 48L60 34L90 34L94 48Z'],
    ['accent', 'M6 54L0 44L0 94L6 84ZM50 46L54 40L96 40L98 46Z'],
    ['body', 'M6 70C10 52 30 46 60 46L100 46C124 46 138 56 138 70C138 84 124 94 100 94L60 94C30 94 10 88 6 70Z'],
    ['shade', 'M8 76C16 90 36 94 60 94L100 94C120 94 134 86 138 74C112 84 50 86 8 76Z'],
    ['pale', [54, 80, 106].map((x) => oval(x, 67, 8.5, 8.5)).join('')],
    ['glow', [54, 80, 106].map((x) => oval(x, 67, 5.5, 5.5)).join('')],
  ],
}

const train: Silhouette = {
  width: 206,
  height: 64,
  home: 'ground',
  colour: '#a8322b',
  accent: '#e2b04a',
  stature: 1.5,
  parts: [
    ['shade', 'M0 52L56 52L56 88L0 88ZM62 52L116 52L116 88L62 88Z'],
    ['dark', 'M-2 47L58 47L58 53L-2 53ZM60 47L118 47L118 53L60 53Z'],
    ['glow', [5, 22, 39, 67, 84, 101].map((x) => box(x, 59, 11, 12)).join('')],
    ['body', 'M122 42L148 42L148 56L194 56C200 58 202 64 202 72C202 80 200 84 196 88L122 88Z'],
    [
      'dark',
      'M118 36L152 36L152 43L118 43ZM178 36L192 36L189 57L181 57ZM192 88L210 98L192 98ZM160 48C160 42 170 42 170 48L170 57L160 57Z',
    ],
    ['glow', box(128, 49, 14, 14)],
    [
      'accent',
      'M154 56L158 56L158 88L154 88ZM172 56L176 56L176 88L172 88ZM199 64L206 62L206 74L201 74ZM0 76L116 76L116 80L0 80Z',
    ],
    [
      'dark',
      [10, 44, 74, 106].map((x) => oval(x, 91, 8, 8)).join('') +
        [134, 158, 182].map((x) => oval(x, 88, 12, 12)).join(''),
    ],
    ['accent', [134, 158, 182].map((x) => oval(x, 88, 4.5, 4.5)).join('')],
    ['pale', `${oval(180, 24, 8, 7)}${oval(168, 14, 11, 9)}${oval(150, 6, 13, 10)}${oval(128, 2, 12, 9)}`],
  ],
}

const car: Silhouette = {
  width: 134,
  height: 58,
  home: 'ground',
  colour: '#d2392f',
  accent: '#f6d365',
  parts: [
    ['body', 'M2 84C0 70 4 64 14 62L30 58C40 46 52 42 68 42C84 42 94 48 104 60C122 62 132 66 133 80L132 90L4 90Z'],
    ['shade', 'M2 78L133 78L132 90L4 90Z'],
    ['light', 'M38 60C46 50 54 48 66 48L66 61L38 62ZM72 48C84 48 90 52 97 61L72 61Z'],
    ['glow', 'M124 68L132 70L132 77L124 75Z'],
    ['accent', 'M1 70L7 69L7 76L1 78Z'],
    ['dark', `${oval(30, 88, 12.5, 12.5)}${oval(104, 88, 12.5, 12.5)}`],
    ['pale', `${oval(30, 88, 5.5, 5.5)}${oval(104, 88, 5.5, 5.5)}`],
  ],
}

const bus: Silhouette = {
  width: 130,
  height: 78,
  home: 'ground',
  colour: '#d8432f',
  accent: '#f5d36b',
  parts: [
    ['body', 'M2 30C2 24 6 22 12 22L116 22C124 22 128 28 129 38L130 90L2 90Z'],
    ['shade', 'M2 72L130 72L130 90L2 90Z'],
    ['light', [8, 32, 56, 80].map((x) => box(x, 32, 19, 22)).join('')],
    ['glow', 'M104 32L122 32C125 40 126 50 126 60L104 60Z'],
    ['accent', box(2, 63, 128, 5)],
    ['dark', `${oval(32, 89, 11, 11)}${oval(100, 89, 11, 11)}`],
    ['pale', `${oval(32, 89, 4.5, 4.5)}${oval(100, 89, 4.5, 4.5)}`],
  ],
}

const bicycle: Silhouette = {
  width: 122,
  height: 76,
  home: 'ground',
  colour: '#2f8f7d',
  seat: [40, 40, 'astride'],
  parts: [
    ['line', `${oval(26, 75, 24, 24)}${oval(96, 75, 24, 24)}`],
    ['cord', 'M26 75L46 46L84 46L58 75L26 75M46 46L58 75M96 75L82 34L92 30M46 46L42 34'],
    ['dark', 'M30 30C38 28 48 28 54 32L52 36L32 36Z'],
    ['line', 'M80 32C88 26 96 26 100 32'],
    ['accent', oval(58, 75, 5, 5)],
    ['pale', `${oval(26, 75, 3, 3)}${oval(96, 75, 3, 3)}`],
  ],
}

export const vessels = { boat, ship, galleon, submarine, train, car, bus, bicycle }
