import { box, oval } from './silhouette.ts'
import type { Silhouette } from './silhouette.ts'

const heart: Silhouette = {
  width: 104,
  height: 94,
  home: 'air',
  colour: '#d9304a',
  stature: 0.85,
  parts: [
    ['body', 'M52 98C28 80 0 62 0 36C0 8 38 -2 52 26C66 -2 104 8 104 36C104 62 76 80 52 98Z'],
    ['shade', 'M82 12C96 16 104 24 104 36C104 62 76 80 52 98C80 68 94 40 82 12Z'],
    ['light', 'M12 36C12 24 20 18 30 18C20 24 18 32 20 44C14 46 12 42 12 36Z'],
  ],
}

const key: Silhouette = {
  width: 126,
  height: 52,
  home: 'ground',
  colour: '#d9a83c',
  parts: [
    [
      'body',
      `M28 50C46 50 54 62 54 70L122 70L122 98L112 98L112 84L102 84L102 92L92 92L92 82L54 82C52 92 42 100 28 100C12 100 2 89 2 75C2 61 12 50 28 50Z`,
    ],
    ['dark', oval(26, 75, 11, 11)],
    ['light', 'M54 70L122 70L122 74L54 74Z'],
  ],
}

const candle: Silhouette = {
  width: 76,
  height: 112,
  home: 'ground',
  colour: '#efe3c6',
  accent: '#a8793c',
  parts: [
    ['glow', 'M37 18C24 8 30 -4 38 -18C46 -4 50 8 37 18Z'],
    ['line', 'M37 28L37 14'],
    ['body', 'M24 28C30 24 44 24 50 28L50 84L24 84Z'],
    ['shade', 'M40 26L50 28L50 84L40 84Z'],
    ['accent', 'M2 84L72 84C70 94 62 100 52 100L22 100C12 100 4 94 2 84Z'],
    ['cord', 'M70 88C82 84 80 96 66 96'],
  ],
}

const camera: Silhouette = {
  width: 118,
  height: 84,
  home: 'ground',
  colour: '#3c4450',
  accent: '#c9a36a',
  parts: [
    ['dark', 'M42 32L48 20L74 20L80 32ZM12 26L30 26L30 34L12 34Z'],
    ['body', 'M2 38C2 34 5 31 9 31L109 31C113 31 116 34 116 38L116 100L2 100Z'],
    ['accent', 'M2 48L116 48L116 88L2 88Z'],
    ['dark', oval(60, 67, 27, 27)],
    ['light', oval(60, 67, 19, 19)],
    ['dark', oval(60, 67, 12, 12)],
    ['glow', `${oval(55, 62, 4, 4)}${box(94, 36, 13, 8)}`],
  ],
}

const cake: Silhouette = {
  width: 112,
  height: 104,
  home: 'ground',
  colour: '#e88fa4',
  accent: '#8a4e34',
  parts: [
    ['line', 'M36 38L36 18M56 38L56 14M76 38L76 18'],
    [
      'glow',
      'M36 18C31 12 34 6 36 2C38 6 41 12 36 18ZM56 14C51 8 54 2 56 -4C58 2 61 8 56 14ZM76 18C71 12 74 6 76 2C78 6 81 12 76 18Z',
    ],
    ['accent', `${box(26, 38, 60, 24)}${box(10, 66, 92, 28)}`],
    [
      'body',
      'M24 36L88 36L88 48C82 56 78 46 72 52C66 58 62 48 56 52C50 56 46 46 40 52C34 58 30 48 24 48ZM8 62L104 62L104 76C96 86 90 74 82 80C74 88 68 76 56 82C46 88 40 74 30 80C22 86 16 76 8 76Z',
    ],
    ['pale', 'M0 93L112 93C108 98 104 100 98 100L14 100C8 100 4 98 0 93Z'],
  ],
}

const gift: Silhouette = {
  width: 92,
  height: 96,
  home: 'ground',
  colour: '#c5333f',
  accent: '#f0c64a',
  parts: [
    ['body', box(6, 50, 80, 50)],
    ['shade', box(60, 50, 26, 50)],
    ['light', box(0, 36, 92, 17)],
    [
      'accent',
      `${box(39, 36, 14, 64)}M46 36C30 38 14 32 18 20C24 10 40 20 46 36ZM46 36C62 38 78 32 74 20C68 10 52 20 46 36Z`,
    ],
  ],
}

const snowman: Silhouette = {
  width: 86,
  height: 124,
  home: 'ground',
  colour: '#f2f5f9',
  accent: '#c9383c',
  parts: [
    ['line', 'M24 46L2 32M62 46L84 28'],
    ['body', oval(43, 76, 31, 26)],
    ['body', oval(43, 40, 22, 20)],
    ['body', oval(43, 10, 16, 16)],
    [
      'shade',
      'M58 54C72 62 76 78 70 90C64 100 54 102 44 102C62 96 66 74 58 54ZM56 24C66 32 68 46 60 54C62 44 62 32 56 24Z',
    ],
    ['accent', 'M28 20C36 26 50 26 58 20L60 27C54 32 48 32 44 32L48 50L40 50L38 32C34 32 30 30 26 27Z'],
    [
      'dark',
      `M24 -4L62 -4L62 1L24 1ZM31 -24L55 -24L55 -3L31 -3Z${oval(38, 8, 2, 2.2)}${oval(49, 8, 2, 2.2)}${oval(43, 68, 2.4, 2.4)}${oval(43, 80, 2.4, 2.4)}`,
    ],
    ['glow', 'M43 12L60 16L43 18Z'],
  ],
}

const vase: Silhouette = {
  width: 60,
  height: 96,
  home: 'ground',
  colour: '#3d7fa6',
  accent: '#f1ebdc',
  parts: [
    ['body', 'M20 6L40 6C38 22 42 30 50 42C62 60 56 90 42 100L18 100C4 90 -2 60 10 42C18 30 22 22 20 6Z'],
    ['shade', 'M34 6L40 6C38 22 42 30 50 42C62 60 56 90 42 100L32 100C48 78 46 50 36 34Z'],
    ['accent', 'M6 52C18 60 42 60 54 52L56 62C42 70 18 70 4 62Z'],
  ],
}

const piano: Silhouette = {
  width: 124,
  height: 92,
  home: 'ground',
  colour: '#2c2a33',
  parts: [
    ['shade', 'M16 70L22 70L21 100L15 100ZM98 70L104 70L105 100L99 100ZM60 70L65 70L64 94L60 94Z'],
    ['shade', 'M20 48C30 20 60 6 104 12L112 50Z'],
    ['body', 'M6 56C8 48 14 46 24 46L116 46C122 50 122 66 114 72L8 72Z'],
    ['pale', 'M4 58L44 58L42 66L6 66Z'],
    ['line', 'M10 58L10 66M17 58L17 66M24 58L24 66M31 58L31 66M38 58L38 66M62 46L88 16'],
    ['light', 'M24 46L116 46L116 50L22 50Z'],
  ],
}

export const keepsakes = { heart, key, candle, camera, cake, gift, snowman, vase, piano }
