import { box, oval } from './silhouette.ts'
import type { Silhouette } from './silhouette.ts'

const person: Silhouette = {
  width: 46,
  home: 'ground',
  colour: '#c8503c',
  accent: '#3b2a24',
  parts: [
    ['dark', 'M14 62L12 98L20 100L24 66L28 100L36 98L33 62Z'],
    [
      'body',
      'M16 24C8 28 5 38 3 56C4 60 8 60 9 56L12 44L11 66C18 70 28 70 36 66L34 44L38 56C40 60 43 59 43 55C41 38 38 28 30 24Z',
    ],
    ['shade', 'M24 24L24 68C28 69 32 68 36 66L34 44L38 56C40 60 43 59 43 55C41 38 38 28 30 24Z'],
    ['pale', oval(23, 13, 8.5, 10)],
    ['accent', 'M14 14C12 2 20 0 25 1C33 2 35 8 32 16C30 10 24 8 19 9C17 10 15 12 14 14Z'],
    ['light', 'M15 22C20 26 28 26 32 22L32 28C27 31 20 31 15 28Z'],
  ],
}

const dancer: Silhouette = {
  width: 62,
  home: 'ground',
  colour: '#d64a6c',
  accent: '#4a2c20',
  parts: [
    ['pale', 'M27 78L25 98L31 100L32 80L36 80L38 100L44 98L40 78Z'],
    [
      'pale',
      'M24 28C16 34 8 30 2 22C0 24 0 26 2 28C8 38 18 40 26 36ZM42 28C50 34 55 24 59 14C62 15 62 17 61 20C58 34 50 42 40 36Z',
    ],
    ['body', 'M25 26C30 29 36 29 41 26L42 46C48 56 56 68 60 80C44 90 20 90 6 80C12 68 20 56 25 46Z'],
    ['shade', 'M36 48C40 60 42 74 42 86C50 85 56 83 60 80C56 68 48 56 42 46Z'],
    ['light', 'M26 45L42 45L42 50L25 50Z'],
    ['pale', oval(33, 15, 8, 10)],
    [
      'accent',
      'M24 18C20 4 28 0 34 1C43 2 44 12 42 24C40 30 44 32 46 36C40 34 38 28 39 18C36 10 30 9 27 11C25 13 25 15 24 18Z',
    ],
  ],
}

const astronaut: Silhouette = {
  width: 62,
  home: 'ground',
  colour: '#eef0f4',
  accent: '#e2793b',
  parts: [
    ['shade', 'M8 34L20 34L20 70L8 70C6 60 6 44 8 34Z'],
    ['body', 'M18 64L16 94C16 100 30 100 30 94L32 74L34 94C34 100 48 100 48 94L46 64Z'],
    [
      'body',
      'M16 38C10 46 6 54 4 62C3 68 12 71 14 66L20 52L18 70L46 70L44 52L50 64C53 69 61 65 59 60C56 50 52 44 46 38Z',
    ],
    ['shade', 'M36 38L38 70L46 70L44 52L50 64C53 69 61 65 59 60C56 50 52 44 46 38Z'],
    ['body', oval(32, 20, 20, 20)],
    ['dark', oval(36, 21, 14, 13)],
    ['glow', 'M27 18C28 12 34 10 39 11C36 13 31 15 29 21C27 22 26 20 27 18Z'],
    ['accent', `${box(25, 48, 13, 9)}${box(16, 88, 14, 4)}${box(34, 88, 14, 4)}`],
  ],
}

const robot: Silhouette = {
  width: 66,
  home: 'ground',
  colour: '#8fa6b8',
  accent: '#e4573d',
  parts: [
    ['line', 'M33 12L33 3'],
    ['accent', oval(33, 4, 4, 4)],
    ['shade', `${box(20, 74, 9, 22)}${box(38, 74, 9, 22)}`],
    ['dark', `${box(15, 93, 17, 7)}${box(35, 93, 17, 7)}`],
    ['shade', 'M2 46L12 44L12 70L14 78L0 78L2 70ZM54 44L64 46L64 70L66 78L52 78L54 70Z'],
    ['body', 'M12 42C12 40 14 39 16 39L50 39C52 39 54 40 54 42L52 76L14 76Z'],
    ['body', 'M14 14C14 12 16 11 18 11L48 11C50 11 52 12 52 14L52 33C52 35 50 36 48 36L18 36C16 36 14 35 14 33Z'],
    ['dark', 'M19 17L47 17L47 28L19 28Z'],
    ['glow', `${oval(26, 22.5, 3.6, 3.6)}${oval(40, 22.5, 3.6, 3.6)}`],
    ['light', 'M20 46L46 46L45 62L21 62Z'],
    ['accent', `${oval(27, 54, 3.5, 3.5)}${oval(38, 54, 3.5, 3.5)}`],
  ],
}

const wizard: Silhouette = {
  width: 66,
  home: 'ground',
  colour: '#5b4aa8',
  accent: '#e8c24a',
  parts: [
    ['line', 'M58 100L58 34'],
    ['glow', oval(58, 30, 6, 6)],
    ['body', 'M24 40C16 56 10 80 6 100L52 100C48 80 46 68 44 58L58 64L60 56L40 40Z'],
    ['shade', 'M34 44C38 64 38 84 38 100L52 100C48 80 46 68 44 58L58 64L60 56L40 40Z'],
    ['pale', 'M23 32L41 32C42 46 38 58 31 64C25 58 22 46 23 32Z'],
    ['body', 'M12 32C22 28 24 18 30 0C34 6 40 22 52 32C40 36 24 36 12 32Z'],
    ['accent', 'M21 27C28 30 36 30 44 27L47 31C38 34 26 34 18 31Z'],
  ],
}

const knight: Silhouette = {
  width: 64,
  home: 'ground',
  colour: '#a9b4c2',
  accent: '#c23b3b',
  parts: [
    ['line', 'M57 100L57 6'],
    ['pale', 'M54 12L57 0L60 12Z'],
    ['shade', 'M18 64L16 100L27 100L29 70L32 100L43 100L41 64Z'],
    ['body', 'M17 32C12 40 12 54 14 68L45 68C47 58 58 56 60 50C58 44 50 34 43 32Z'],
    ['body', 'M19 10C20 2 38 2 40 10L40 28C36 33 24 33 19 28Z'],
    ['dark', 'M22 15L38 15L38 19L22 19Z'],
    ['accent', 'M28 4C20 2 14 6 10 14C18 10 24 8 30 8Z'],
    ['accent', 'M4 40C10 42 18 42 26 40C27 58 24 68 15 76C6 68 3 58 4 40Z'],
    ['pale', 'M13 46L17 46L17 54L23 54L23 58L17 58L17 68L13 68L13 58L7 58L7 54L13 54Z'],
  ],
}

const ghost: Silhouette = {
  width: 72,
  home: 'ground',
  colour: '#eef1f5',
  parts: [
    [
      'body',
      'M8 44C8 16 22 2 37 2C54 2 66 16 66 44L70 94C64 102 58 88 50 96C44 102 40 90 34 97C28 102 24 90 17 97C12 100 8 96 3 98Z',
    ],
    ['shade', 'M50 6C62 12 66 26 66 44L70 94C66 99 62 95 58 93C58 60 60 28 50 6Z'],
    ['dark', `${oval(28, 36, 5, 8)}${oval(48, 36, 5, 8)}${oval(38, 54, 5, 6)}`],
  ],
}

export const people = { person, dancer, astronaut, robot, wizard, knight, ghost }
