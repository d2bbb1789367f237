import { oval } from './silhouette.ts'
import type { Silhouette } from './silhouette.ts'

const tree: Silhouette = {
  width: 92,
  height: 108,
  home: 'ground',
  colour: '#4f8a45',
  accent: '#6a4630',
  parts: [
    ['accent', 'M40 56L36 28L44 46L47 20L51 46L60 30L54 58C54 76 56 90 62 100L32 100C38 90 40 76 40 56Z'],
    [
      'shade',
      'M10 44C-4 38 0 16 16 16C18 0 34 -10 48 -6C62 -14 80 -2 78 14C94 16 98 40 82 46C78 60 58 62 48 54C36 64 14 60 10 44Z',
    ],
    [
      'body',
      'M10 40C-2 34 2 16 16 16C18 2 34 -8 46 -4C58 -10 72 0 70 14C80 22 78 36 66 38C58 50 46 48 40 44C30 52 14 50 10 40Z',
    ],
    [
      'light',
      'M16 28C16 18 22 16 28 16C28 6 38 0 46 4C52 2 58 6 58 10C50 8 46 12 44 18C36 16 30 20 30 26C24 24 20 26 16 28Z',
    ],
  ],
}

const pine: Silhouette = {
  width: 66,
  height: 116,
  home: 'ground',
  colour: '#2f6b4d',
  accent: '#5b3d2b',
  parts: [
    ['accent', 'M28 84L38 84L40 100L26 100Z'],
    ['body', 'M33 -16L48 14L42 14L56 40L49 40L66 88C46 92 20 92 0 88L17 40L10 40L24 14L18 14Z'],
    ['shade', 'M33 -16L48 14L42 14L56 40L49 40L66 88C56 90 46 91 38 91C40 56 38 16 33 -16Z'],
    ['light', 'M33 -16L24 14L30 10ZM24 14L12 40L26 32ZM17 46L2 86L22 72Z'],
  ],
}

const palm: Silhouette = {
  width: 96,
  height: 108,
  home: 'ground',
  colour: '#3f8d52',
  accent: '#8a6543',
  parts: [
    ['accent', 'M50 18C58 44 58 72 50 100L38 100C48 72 50 44 44 20Z'],
    ['shade', 'M48 16C62 -2 84 -2 96 14C80 8 64 10 50 20ZM46 16C34 -4 12 -6 0 8C16 4 34 8 46 20Z'],
    [
      'body',
      'M48 16C70 10 88 24 90 46C80 30 66 22 48 20ZM46 16C26 12 8 24 4 46C16 30 30 24 46 20ZM47 16C40 24 30 34 28 54C38 42 46 32 50 20ZM47 16C58 22 66 34 68 56C58 44 50 34 46 20ZM46 18C40 6 44 -6 52 -12C56 -2 54 8 50 18Z',
    ],
    ['dark', `${oval(43, 23, 4, 4)}${oval(52, 24, 4, 4)}`],
  ],
}

const cactus: Silhouette = {
  width: 62,
  home: 'ground',
  colour: '#4c8f5a',
  accent: '#e86a8a',
  parts: [
    [
      'body',
      'M23 100L23 68C10 68 2 60 2 48L2 36C2 28 13 28 13 36L13 47C13 54 18 57 23 57L23 14C23 0 40 0 40 14L40 48C46 48 49 45 49 39L49 26C49 18 60 18 60 26L60 40C60 52 52 59 40 59L40 100Z',
    ],
    [
      'shade',
      'M34 4C38 6 40 9 40 14L40 48C46 48 49 45 49 39L54 20C58 20 60 22 60 26L60 40C60 52 52 59 40 59L40 100L34 100Z',
    ],
    ['accent', `${oval(31, 3, 5, 4)}${oval(7, 30, 4, 3)}${oval(55, 20, 4, 3)}`],
  ],
}

const flower: Silhouette = {
  width: 58,
  home: 'ground',
  colour: '#e86a8e',
  accent: '#4e8f45',
  stature: 0.85,
  parts: [
    [
      'accent',
      'M27 52L31 52C33 70 33 86 32 100L27 100C29 84 28 68 27 52ZM30 86C36 70 48 68 56 70C52 82 42 90 30 90ZM29 78C24 66 14 62 4 66C8 76 18 82 29 82Z',
    ],
    ['body', [0, 1, 2, 3, 4, 5, 6].map((step) => petal(step * 51.4)).join('')],
    ['glow', oval(29, 30, 8.5, 8.5)],
    ['dark', oval(29, 30, 4, 4)],
  ],
}

const tulip: Silhouette = {
  width: 44,
  home: 'ground',
  colour: '#dc3f4f',
  accent: '#4e8f45',
  stature: 0.85,
  parts: [
    [
      'accent',
      'M20 48L24 48L24 100L19 100ZM22 98C22 76 32 62 44 56C44 76 36 92 22 98ZM20 98C20 82 12 72 0 66C0 84 8 94 20 98Z',
    ],
    [
      'shade',
      'M4 8C10 12 14 16 16 20C18 12 20 6 22 2C24 6 26 12 28 20C30 16 34 12 40 8C44 30 38 50 22 50C6 50 0 30 4 8Z',
    ],
    ['body', 'M22 2C34 16 36 36 22 50C8 36 10 16 22 2Z'],
  ],
}

const mushroom: Silhouette = {
  width: 88,
  height: 92,
  home: 'ground',
  colour: '#cf3a32',
  seat: [44, 14, 'atop'],
  parts: [
    ['pale', 'M32 52L56 52C54 68 58 84 64 98C52 102 36 102 26 98C32 84 34 68 32 52Z'],
    ['body', 'M0 56C0 26 22 8 44 8C68 8 88 26 88 56C66 64 22 64 0 56Z'],
    ['shade', 'M0 56C22 50 66 50 88 56C66 66 22 66 0 56Z'],
    [
      'pale',
      `${oval(26, 32, 7, 6)}${oval(50, 22, 8, 6)}${oval(68, 40, 6, 6)}${oval(44, 44, 5, 4)}${oval(14, 46, 4, 4)}`,
    ],
  ],
}

const pumpkin: Silhouette = {
  width: 104,
  height: 86,
  home: 'ground',
  colour: '#e5812a',
  accent: '#4e7a3a',
  parts: [
    ['accent', 'M46 30C48 22 44 16 52 12L62 16C58 20 58 26 60 32Z'],
    ['shade', 'M30 32C6 24 -4 50 2 72C8 96 22 100 36 98ZM74 32C98 24 108 50 102 72C96 96 82 100 68 98Z'],
    ['body', 'M30 32C14 40 12 84 34 98C46 102 58 102 70 98C92 84 90 40 74 32C62 26 42 26 30 32Z'],
    ['light', 'M52 28C38 32 34 90 48 101L56 101C70 90 66 32 52 28Z'],
    ['dark', 'M26 54L40 54L33 64ZM64 54L78 54L71 64ZM24 76C36 84 68 84 80 76C74 92 62 94 52 94C42 94 30 92 24 76Z'],
  ],
}

function petal(degrees: number, scale = 1): string {
  const turn = ([along, across]: readonly [number, number]): string => {
    const angle = (degrees * Math.PI) / 180
    const x = 29 + (Math.cos(angle) * along - Math.sin(angle) * across) * scale
    const y = 30 + (Math.sin(angle) * along + Math.cos(angle) * across) * scale
    return `${x.toFixed(1)} ${y.toFixed(1)}`
  }
  const points = (
    [
      [4, -2],
      [12, -12],
      [30, -10],
      [30, 0],
      [30, 10],
      [12, 12],
      [4, 2],
    ] as const
  ).map(turn)
  return `M${points.slice(0, 1).join('')}C${points.slice(1, 4).join(' ')}C${points.slice(4, 7).join(' ')}Z`
}

export const plants = { tree, pine, palm, cactus, flower, tulip, mushroom, pumpkin }
