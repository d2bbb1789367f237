import { formatMoney } from './money.ts'

/** A sum of money, of which there may be none or very much: `$0.00`, `$0.0425`, `$1,204.50`. */
export const formatSum = (microUsd: number): string =>
  microUsd === 0 ? '$0.00' : formatMoney(microUsd).replaceAll(/\B(?=(?:\d{3})+\.)/gu, ',')
