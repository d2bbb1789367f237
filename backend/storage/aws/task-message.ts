import * as z from 'zod/mini'
import { JobId } from '../../../contract/primitives.ts'
import type { TaskKey } from '../storage.ts'

const TaskMessage: z.ZodMiniType<TaskKey> = z.strictObject({
  jobId: JobId,
  model: z.string(),
  attempt: z.int().check(z.positive()),
})

/** The body of a task's message. */
export const writeTaskMessage = ({ jobId, model, attempt }: TaskKey): string =>
  JSON.stringify({ jobId, model, attempt })

/** Throws for what is none: it is not ours. */
export const readTaskMessage = (body: string): TaskKey => TaskMessage.parse(JSON.parse(body))
