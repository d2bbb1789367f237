import type { Model } from '../../contract/model.ts'

const soonDays = 45
const dayMs = 24 * 60 * 60 * 1000

/** When a model that can still be used ends, and whether that is soon. Undefined when no end is known. */
export function retirement({ lifecycle }: Pick<Model, 'lifecycle'>): { words: string; soon: boolean } | undefined {
  if (lifecycle.state === 'retired') return { words: 'retired', soon: true }
  if (lifecycle.state !== 'retires') return undefined
  const soon = Date.parse(lifecycle.on) - Date.now() < soonDays * dayMs
  return { words: `retires ${soon ? dayInWords(lifecycle.on).slice(0, -5) : dayInWords(lifecycle.on)}`, soon }
}

// As in `1 Dec 2026`: toLocaleString would load the locale data of the browser before the first paint.
export const dayInWords = (day: string): string => new Date(day).toUTCString().slice(5, 16).replace(/^0/u, '')
