/** The smallest value that at least this share of the values does not exceed. NaN of nothing. */
export const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(share * values.length) - 1)] ?? Number.NaN

export const median = (values: readonly number[]): number => quantile(values, 0.5)
