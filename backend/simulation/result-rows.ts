import * as z from 'zod'

/** Where one model's share of a job stands, in the storage itself: of a deleted job too. */
export type ResultRow = z.infer<typeof ResultRow>

/** `select`: the rows as they are kept, job by job, in the order of the tasks. */
export function resultRows(select: () => readonly unknown[]): () => ResultRow[] {
  // Most rows are as they were at the last look.
  let known = new Map<string, ResultRow>()
  return () => {
    const now = new Map<string, ResultRow>()
    for (const row of select()) {
      const text = JSON.stringify(row)
      now.set(text, known.get(text) ?? ResultRow.parse(row))
    }
    known = now
    return [...now.values()]
  }
}

const End = z.object({
  status: z.string(),
  costMicroUsd: z.nullable(z.int()),
  costCertain: z.boolean(),
  images: z.array(z.object({ imageId: z.string() })).default([]),
  shortfall: z.optional(z.unknown()),
  error: z.optional(z.object({ code: z.string() })),
  outcome: z.optional(z.string()),
})
export type End = z.infer<typeof End>

const ResultRow = z
  .object({
    jobId: z.string(),
    version: z.int(),
    deleted: z.int().transform((value) => value === 1),
    model: z.string(),
    attempt: z.int(),
    status: z.string(),
    text: z.nullable(z.string()),
  })
  .transform((row) => ({ ...row, ...(row.text !== null && { end: End.parse(JSON.parse(row.text)) }) }))
