import { existsSync, readFileSync } from 'node:fs'
import type * as z from 'zod'

/** A tool's JSON report; a missing one is read as an empty object, so that a tool that died counts nothing as passed. */
export const readReport = <T extends z.ZodType>(path: string, schema: T): z.infer<T> =>
  schema.parse(existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {})
