import { oval } from './silhouette.ts'
import type { Silhouette } from './silhouette.ts'

const moon: Silhouette = {
  width: 100,
  home: 'sky',
  colour: '#f4ecc8',
  parts: [
    ['body', oval(50, 50, 50, 50)],
    ['shade', `${oval(36, 36, 11, 10)}${oval(66, 58, 14, 13)}${oval(34, 72, 8, 7)}${oval(68, 26, 6, 5)}`],
  ],
}

const crescent: Silhouette = {
  width: 84,
  home: 'sky',
  colour: '#f6e7a8',
  parts: [
    ['body', 'M60 2C26 -4 0 22 0 50C0 80 28 106 62 98C80 94 88 84 92 76C66 86 36 70 36 44C36 26 46 10 60 2Z'],
    ['shade', 'M62 98C80 94 88 84 92 76C70 86 44 76 37 54C26 80 40 96 62 98Z'],
  ],
}

const sun: Silhouette = {
  width: 100,
  home: 'sky',
  colour: '#f7b733',
  parts: [
    ['light', Array.from({ length: 12 }, (_, step) => ray(step * 30)).join('')],
    ['body', oval(50, 50, 31, 31)],
  ],
}

const star: Silhouette = {
  width: 100,
  home: 'sky',
  colour: '#f9dc6b',
  stature: 0.6,
  parts: [
    ['body', 'M50 2L63 36L98 38L71 60L80 95L50 75L20 95L29 60L2 38L37 36Z'],
    ['shade', 'M50 2L63 36L98 38L71 60L80 95L50 75L50 52Z'],
  ],
}

const planet: Silhouette = {
  width: 140,
  height: 84,
  home: 'sky',
  colour: '#d08a5a',
  accent: '#ecd9a8',
  parts: [
    [
      'accent',
      'M70 46C36 42 2 50 0 66C-1 74 10 80 30 82L34 78C16 76 8 72 9 67C12 58 40 52 70 54ZM70 46C104 42 138 44 140 54C140 62 128 70 108 76L106 71C122 66 131 60 131 56C130 50 100 50 70 54Z',
    ],
    ['body', oval(70, 62, 38, 38)],
    ['shade', 'M84 27C102 34 110 50 108 66C106 84 92 98 74 100C96 84 102 52 84 27Z'],
    ['light', 'M34 50C48 54 80 54 104 46L106 52C82 60 48 60 33 56ZM36 76C54 82 84 80 102 74L99 80C82 86 56 87 40 83Z'],
    ['accent', 'M30 82C60 86 96 80 108 76L106 71C92 75 62 80 34 78Z'],
  ],
}

const cloud: Silhouette = {
  width: 132,
  height: 70,
  home: 'sky',
  colour: '#f4f5f8',
  seat: [66, 52, 'atop'],
  parts: [
    ['body', 'M18 98C-6 96 -4 68 18 66C16 46 42 38 52 52C58 28 94 28 96 54C112 46 126 58 120 72C138 74 136 98 116 98Z'],
    ['shade', 'M18 98C4 97 0 86 4 78C14 90 34 84 44 88C60 94 84 82 98 88C108 92 120 88 128 82C132 92 126 98 116 98Z'],
  ],
}

const rainbow: Silhouette = {
  width: 200,
  height: 100,
  home: 'sky',
  colour: '#e4573d',
  accent: '#f3c64a',
  stature: 1.5,
  parts: [
    ['body', arch(100, 92)],
    ['accent', arch(92, 84)],
    ['glow', arch(84, 77)],
    ['light', arch(77, 70)],
    ['shade', arch(70, 63)],
  ],
}

const comet: Silhouette = {
  width: 150,
  height: 70,
  home: 'sky',
  colour: '#ffe9a8',
  stature: 0.9,
  parts: [
    ['light', 'M0 34C50 52 90 60 128 64L134 96C90 90 40 70 0 34Z'],
    ['body', oval(130, 82, 17, 17)],
    ['pale', oval(133, 80, 9, 9)],
  ],
}

function ray(degrees: number): string {
  const point = (turn: number, reach: number) => {
    const angle = ((degrees + turn) * Math.PI) / 180
    return `${(50 + Math.cos(angle) * reach).toFixed(1)} ${(50 + Math.sin(angle) * reach).toFixed(1)}`
  }
  return `M${point(-9, 36)}L${point(0, 52)}L${point(9, 36)}Z`
}

function arch(outer: number, inner: number): string {
  return `M${100 - outer} 100C${over(outer, 1)}L${100 + inner} 100C${over(inner, -1)}Z`
}

function over(radius: number, towards: 1 | -1): string {
  const k = radius * 0.5523
  const [from, to] = [100 - towards * radius, 100 + towards * radius]
  return `${from} ${100 - k} ${100 - towards * k} ${100 - radius} 100 ${100 - radius}C${100 + towards * k} ${100 - radius} ${to} ${100 - k} ${to} 100`
}

export const heavens = { moon, crescent, sun, star, planet, cloud, rainbow, comet }
