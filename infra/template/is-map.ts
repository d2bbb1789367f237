export type Tree = Record<string, unknown>

export const isMap = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** `{ Ref: … }` and the like: known only when it is deployed. */
export const isIntrinsic = (value: unknown): value is Tree => {
  const [key, ...others] = isMap(value) ? Object.keys(value) : []
  return key !== undefined && others.length === 0 && /^(?:Ref|Condition|Fn::\w+)$/u.test(key)
}
