import * as z from 'zod/mini'
import { IsoTime } from './primitives.ts'

/** `after`: where a part begins, as the part before or the list of parts tells it. */
export const ExportQuery = z.strictObject({
  after: z.optional(z.string().check(z.maxLength(400, 'Must be at most 400 characters'))),
})
export type ExportQuery = z.infer<typeof ExportQuery>

/** One ZIP of an export that comes in several. */
export const ExportPart = z.object({
  /** 1, 2, …, as its file is named. */
  number: z.int().check(z.positive()),
  href: z.string(),
  /** One that is larger than a part is in several, and counted in each. */
  runs: z.int().check(z.positive()),
  images: z.int().check(z.nonnegative()),
  /** Of the pictures: about the size of the file. */
  bytes: z.int().check(z.nonnegative()),
  /** When its newest and its oldest run were made. */
  newestAt: IsoTime,
  oldestAt: IsoTime,
})
export type ExportPart = z.infer<typeof ExportPart>

export const ExportPartsReply = z.object({
  parts: z.array(ExportPart).check(z.maxLength(10)),
  /** Absent when these are the last. */
  nextAfter: z.optional(z.string()),
})
export type ExportPartsReply = z.infer<typeof ExportPartsReply>
