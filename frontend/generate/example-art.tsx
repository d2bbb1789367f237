/** Layers of one colour, back to front, in a window of 160 × 110: `[path, opacity]`. */
const scenes = {
  lighthouse: [
    ['M96 34 0 6v44zM96 34l64-22v40z', 0.16],
    ['M0 78q20-10 40 0t40 0 40 0 40 0v32H0z', 0.22],
    ['M89 84 92 42h10l3 42z', 0.75],
    ['M90 42h14v-3H90zm3-3v-9l4-6 4 6v9z', 1],
    ['M0 90q16-8 32 0t32 0 32 0 32 0 32 0v20H0z', 0.4],
    ['M22 82h22l-6 8H28zm10-2V66l10 13zM122 88h18l-5 7h-8zm8-2V74l8 11zM62 96h16l-4 6h-8zm7-2V84l7 9z', 0.9],
  ],
  market: [
    [
      'M80 8a44 44 0 1 0 0 88 44 44 0 0 0 0-88zm-14 22a8 8 0 1 1 0 16 8 8 0 0 1 0-16zm30 30a6 6 0 1 1 0 12 6 6 0 0 1 0-12z',
      0.22,
    ],
    ['M0 92q40-12 80-4t80-2v24H0z', 0.4],
    ['M14 74h36l-4-10H18zm3 0v18h3V74zm27 0v18h3V74zM104 72h40l-5-11h-30zm4 0v20h3V72zm29 0v20h3V72z', 0.8],
    ['M0 22q40 26 80 10t80-8v1.5q-40-6-80 9.5T0 23.5z', 0.6],
    ['M26 34a6 7 0 1 0 .1 0zM58 38a6 7 0 1 0 .1 0zM92 29a6 7 0 1 0 .1 0zM126 25a6 7 0 1 0 .1 0z', 1],
  ],
  greenhouse: [
    ['M80 4 34 40v66h92V40zm-3 14v84H60V32zm6 0 17 14v70H83zM54 36v66H40V46zm52 0 14 10v56h-14z', 0.28],
    ['M0 96q40-10 80-2t80-2v18H0z', 0.4],
    [
      'M30 104q-2-34 14-58-4 26-8 58zm6 0q4-26 22-38-12 18-18 38zm-8 0q-4-22-20-32 8 16 14 32zM124 104q2-40-12-66 2 30 6 66zm2 0q6-28 24-38-12 20-18 38z',
      0.85,
    ],
    ['M74 104q-1-18 6-30 7 12 6 30zm-6 0q-4-12-14-16 6 8 9 16zm24 0q4-12 14-16-6 8-9 16z', 1],
  ],
} as const satisfies Record<string, readonly (readonly [path: string, opacity: number])[]>

export type Scene = keyof typeof scenes

/** Decoration, in the colour of the text around it. */
export function ExampleArt({ scene }: { scene: Scene }) {
  return (
    <svg viewBox="0 0 160 110" className="aspect-[160/110] w-full" aria-hidden="true">
      {scenes[scene].map(([path, opacity]) => (
        <path key={path} d={path} fill="currentColor" opacity={opacity} />
      ))}
    </svg>
  )
}
