// Budgets begin anew at midnight UTC: that midnight is the same for everybody.

/** `2026-11-25` */
export const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10)

export const nextDay = (at: number): number => {
  const date = new Date(at)
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate() + 1)
}

export const nextMonth = (at: number): number => {
  const date = new Date(at)
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1)
}

/** The days of the month of `at`, in their order. */
export function daysOfMonth(at: number): string[] {
  const month = dayOf(at).slice(0, 8)
  const last = new Date(nextMonth(at) - 1).getUTCDate()
  return Array.from({ length: last }, (_, index) => `${month}${String(index + 1).padStart(2, '0')}`)
}
