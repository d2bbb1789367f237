import { box, oval } from './silhouette.ts'
import type { Silhouette } from './silhouette.ts'

const house: Silhouette = {
  width: 96,
  height: 92,
  home: 'ground',
  colour: '#d98a5c',
  accent: '#8c3b30',
  parts: [
    ['accent', 'M68 14L78 14L78 40L68 32Z'],
    ['body', 'M12 50L84 50L84 100L12 100Z'],
    ['shade', 'M60 50L84 50L84 100L60 100Z'],
    ['accent', 'M2 54L48 10L94 54Z'],
    ['glow', `${box(20, 60, 15, 15)}${box(64, 60, 13, 15)}`],
    ['dark', 'M41 100L41 74C41 68 55 68 55 74L55 100Z'],
    ['pale', `${box(27, 60, 1.6, 15)}${box(20, 67, 15, 1.6)}${box(70, 60, 1.6, 15)}`],
  ],
}

const castle: Silhouette = {
  width: 122,
  height: 116,
  home: 'ground',
  colour: '#b9ac9f',
  accent: '#4d6fa8',
  stature: 1.3,
  parts: [
    ['line', 'M61 -10L61 -24M17 26L17 14M105 26L105 14'],
    ['glow', 'M61 -24L76 -19L61 -14ZM17 14L28 18L17 22ZM105 14L116 18L105 22Z'],
    ['shade', 'M46 26L76 26L76 100L46 100Z'],
    ['body', 'M4 52L30 52L30 100L4 100ZM92 52L118 52L118 100L92 100Z'],
    [
      'body',
      'M28 58L34 58L34 64L42 64L42 58L50 58L50 64L58 64L58 58L66 58L66 64L74 64L74 58L82 58L82 64L88 64L88 58L94 58L94 100L28 100Z',
    ],
    ['shade', 'M20 52L30 52L30 100L20 100ZM108 52L118 52L118 100L108 100Z'],
    ['body', 'M44 16L78 16L78 26L72 26L72 58L50 58L50 26L44 26Z'],
    ['accent', 'M41 16L61 -14L81 16ZM0 53L17 24L34 53ZM88 53L105 24L122 53Z'],
    ['dark', 'M50 100L50 82C50 70 72 70 72 82L72 100Z'],
    ['glow', `${box(57, 30, 8, 12)}${box(12, 62, 7, 11)}${box(100, 62, 7, 11)}`],
  ],
}

const lighthouse: Silhouette = {
  width: 76,
  height: 122,
  home: 'ground',
  colour: '#c9382f',
  stature: 1.25,
  parts: [
    ['dark', 'M0 100C6 88 20 86 30 88L52 88C64 86 72 92 76 100Z'],
    ['pale', 'M28 10L48 10L56 90L20 90Z'],
    ['body', 'M27 20L49 20L50.6 36L25.4 36ZM24 50L52 50L53.6 66L22.4 66ZM21 79L55 79L56 90L20 90Z'],
    ['dark', 'M22 6L54 6L54 11L22 11ZM33 90L33 80C33 75 43 75 43 80L43 90Z'],
    ['glow', box(29, -8, 18, 14)],
    ['line', 'M29 -8L29 6M38 -8L38 6M47 -8L47 6'],
    ['body', 'M25 -8C28 -18 34 -22 38 -24C42 -22 48 -18 51 -8Z'],
  ],
}

const tower: Silhouette = {
  width: 50,
  height: 132,
  home: 'ground',
  colour: '#5d7596',
  stature: 1.25,
  parts: [
    ['line', 'M25 -18L25 -34'],
    ['body', 'M17 -18L33 -18L33 -6L40 -6L40 10L48 10L48 100L2 100L2 10L10 10L10 -6L17 -6Z'],
    ['shade', 'M30 -18L33 -18L33 -6L40 -6L40 10L48 10L48 100L32 100Z'],
    ['glow', [18, 32, 46, 60, 74].flatMap((y) => [8, 18, 28, 38].map((x) => box(x, y, 5, 8))).join('')],
    ['dark', box(19, 88, 12, 12)],
  ],
}

const bridge: Silhouette = {
  width: 260,
  height: 74,
  home: 'ground',
  colour: '#8d6f5d',
  seat: [130, 34, 'atop'],
  stature: 1.9,
  parts: [
    [
      'body',
      'M0 36L260 36L260 100L246 100C246 62 202 62 202 100L186 100C186 62 138 62 138 100L122 100C122 62 74 62 74 100L58 100C58 62 14 62 14 100L0 100Z',
    ],
    [
      'shade',
      'M0 50L260 50L260 56L0 56ZM182 72L186 100L202 100L206 72ZM118 72L122 100L138 100L142 72ZM54 72L58 100L74 100L78 72Z',
    ],
    ['light', 'M0 30L260 30L260 38L0 38Z'],
    [
      'line',
      'M6 34L6 26L254 26L254 34M37 34L37 26M68 34L68 26M99 34L99 26M130 34L130 26M161 34L161 26M192 34L192 26M223 34L223 26',
    ],
  ],
}

const windmill: Silhouette = {
  width: 104,
  height: 116,
  home: 'ground',
  colour: '#cfa077',
  accent: '#7b3f2c',
  stature: 1.15,
  parts: [
    ['body', 'M38 36L66 36L76 100L28 100Z'],
    ['shade', 'M58 36L66 36L76 100L62 100Z'],
    ['accent', 'M34 38C36 22 46 16 52 14C58 16 68 22 70 38Z'],
    ['dark', 'M46 100L46 84C46 78 58 78 58 84L58 100Z'],
    ['glow', oval(52, 58, 5, 6)],
    ['line', 'M52 32L10 -10M52 32L94 74M52 32L94 -10M52 32L10 74'],
    ['pale', 'M46 22L14 -12L4 -4L38 28ZM58 42L90 76L100 68L66 36ZM62 26L96 -6L88 -16L54 18ZM42 38L8 70L16 80L50 46Z'],
    ['accent', oval(52, 32, 5, 5)],
  ],
}

const pagoda: Silhouette = {
  width: 108,
  height: 116,
  home: 'ground',
  colour: '#b23a2e',
  accent: '#2f4a44',
  stature: 1.2,
  parts: [
    ['line', 'M54 0L54 -16'],
    ['body', `${box(36, 14, 36, 18)}${box(28, 44, 52, 20)}${box(20, 76, 68, 24)}`],
    [
      'glow',
      `${box(48, 18, 12, 13)}${box(34, 49, 10, 14)}${box(64, 49, 10, 14)}${box(26, 82, 12, 14)}${box(70, 82, 12, 14)}`,
    ],
    ['dark', box(46, 78, 16, 22)],
    [
      'accent',
      'M54 -6C60 6 70 12 84 12L80 19L28 19L24 12C38 12 48 6 54 -6ZM36 32L72 32C78 40 86 42 96 42L92 49L16 49L12 42C22 42 30 40 36 32ZM26 64L82 64C90 72 98 74 108 74L104 81L4 81L0 74C10 74 18 72 26 64Z',
    ],
  ],
}

const tent: Silhouette = {
  width: 116,
  height: 76,
  home: 'ground',
  colour: '#e07a35',
  parts: [
    ['shade', 'M50 30L76 26L116 100L84 100Z'],
    ['body', 'M50 30L2 100L92 100Z'],
    ['glow', 'M50 44L34 100L66 100Z'],
    ['dark', 'M50 44L50 100L66 100Z'],
    ['line', 'M50 32L54 24'],
  ],
}

const church: Silhouette = {
  width: 96,
  height: 120,
  home: 'ground',
  colour: '#e3d6c0',
  accent: '#6b4a3f',
  stature: 1.15,
  parts: [
    ['line', 'M26 -14L26 -28M20 -22L32 -22'],
    ['body', 'M40 56L92 56L92 100L40 100Z'],
    ['accent', 'M38 58L46 36L86 36L95 58Z'],
    ['body', box(12, 22, 28, 78)],
    ['shade', box(30, 22, 10, 78)],
    ['accent', 'M8 24L26 -16L44 24Z'],
    ['dark', `M19 100L19 82C19 74 33 74 33 82L33 100Z${oval(26, 36, 5, 5)}`],
    ['glow', [50, 64, 78].map((x) => `M${x} 84L${x} 70C${x} 64 ${x + 8} 64 ${x + 8} 70L${x + 8} 84Z`).join('')],
  ],
}

const pyramid: Silhouette = {
  width: 140,
  height: 84,
  home: 'ground',
  colour: '#d8b06a',
  stature: 1.25,
  parts: [
    ['body', 'M62 16L0 100L104 100Z'],
    ['shade', 'M62 16L104 100L140 100Z'],
    ['light', 'M62 16L52 30L70 30Z'],
    ['line', 'M42 44L76 44M26 65L88 65M12 84L97 84'],
  ],
}

export const buildings = { house, castle, lighthouse, tower, bridge, windmill, pagoda, tent, church, pyramid }
