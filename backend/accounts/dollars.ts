/** Micro-dollars to the last digit, and cents at least: `$0.04`, `$0.22572`. */
export const dollars = (microUsd: number): string =>
  `$${(microUsd / 1_000_000).toFixed(6).replace(/(\.\d\d\d*?)0+$/u, '$1')}`
