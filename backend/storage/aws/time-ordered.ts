const digits = 15

/** Milliseconds since 1970 as a text; such texts are in the order of their times. */
export const timeText = (ms: number): string => String(ms).padStart(digits, '0')

/** What has to be found in the order of its time. */
export const timeOrdered = (ms: number, id: string): string => `${timeText(ms)}#${id}`

export const readTimeOrdered = (text: string): { ms: number; id: string } => ({
  ms: Number(text.slice(0, digits)),
  id: text.slice(digits + 1),
})
