import { formatMoney } from '../ui/money.ts'

/** The cap as the visitor wrote it, in micro-dollars. Undefined: none; null: not an amount. By digits, never through a fraction. */
export function readCap(text: string): number | null | undefined {
  if (text.trim() === '') return undefined
  const [, dollars, decimals = ''] = /^\s*\$?\s*(\d{0,6})(?:[.,](\d{0,6}))?\s*$/u.exec(text) ?? []
  if (dollars === undefined || `${dollars}${decimals}` === '') return null
  return Number(dollars) * 1_000_000 + Number(decimals.padEnd(6, '0'))
}

/** Whether a run of that price, which may not be known, would pass the cap. */
export const passesCap = (priceMicroUsd: number | null, cap: number | null | undefined): cap is number =>
  typeof cap === 'number' && (priceMicroUsd === null || priceMicroUsd > cap)

/** What is wrong with the cap, or with a run under it; said at its field. */
export function capFault(priceMicroUsd: number | null, cap: number | null | undefined): string | undefined {
  if (cap === null) return 'Write an amount in dollars, such as 0.50'
  if (!passesCap(priceMicroUsd, cap)) return undefined
  const limit = cap === 0 ? 'nothing' : formatMoney(cap)
  return priceMicroUsd === null
    ? `The price of this run is not known, and you allow ${limit}. Choose other models, or remove the limit.`
    : `This run may cost ${formatMoney(priceMicroUsd)}, and you allow ${limit}. Choose fewer models or pictures, or allow more.`
}
