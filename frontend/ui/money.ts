/** A price in words, in micro-dollars: `free`, `$0.04`, `$0.0025`, `price unknown`. Cents are exact enough from a dollar on. */
export function formatMoney(microUsd: number | null): string {
  if (microUsd === null) return 'price unknown'
  if (microUsd === 0) return 'free'
  if (microUsd < 100) return 'under $0.0001'
  const digits = microUsd < 1_000_000 ? 4 : 2
  return `$${(microUsd / 1_000_000).toFixed(digits).replace(/(\.\d\d\d*?)0+$/u, '$1')}`
}
