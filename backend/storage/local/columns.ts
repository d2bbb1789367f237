import * as z from 'zod/mini'

/** A column that holds 0 or 1. */
export const flag = z.pipe(
  z.int(),
  z.transform((value: number) => value === 1),
)

/** A column that holds JSON of a shape. */
export const json = <T>(shape: z.ZodMiniType<T>) =>
  z.pipe(
    z.pipe(
      z.string(),
      z.transform((text: string): unknown => JSON.parse(text)),
    ),
    shape,
  )
