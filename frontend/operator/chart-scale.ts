/** The end of an axis that holds `largest`: a small number times a power of ten, so that its half is a good number too. */
export function roundUp(largest: number): number {
  if (largest <= 0) return 1
  const power = 10 ** Math.floor(Math.log10(largest))
  return power * ([1, 2, 3, 4, 5, 6, 8].find((step) => step * power >= largest) ?? 10)
}

/** A part as SVG has it. */
export const percent = (part: number): string => `${(part * 100).toFixed(3)}%`

/** How many days the UTC month of a time has. */
export function daysInMonth(iso: string): number {
  const time = new Date(iso)
  return new Date(Date.UTC(time.getUTCFullYear(), time.getUTCMonth() + 1, 0)).getUTCDate()
}
