import * as z from 'zod/mini'
import { ImageMediaType } from '../../contract/image.ts'
import { ParameterName, Parameters } from '../../contract/parameters.ts'
import { MicroUsd } from '../../contract/primitives.ts'
import { TaskError } from '../../contract/task-error.ts'
import type { JobRecord, NewJob, Outcome, TaskTerms, Ticket } from './storage.ts'

// What a store keeps as JSON is parsed when it is read: the annotations hold these shapes to the ports' types.

export const jobParameters: z.ZodMiniType<NewJob['parameters']> = z.extend(Parameters, { seed: z.int() })

const terms = {
  model: z.string(),
  name: z.string(),
  provider: z.string(),
  lane: z.string(),
  requested: z.int(),
  ignored: z.array(ParameterName),
  priceMicroUsd: z.nullable(MicroUsd),
  // Jobs of the first servers have none.
  reservation: z._default(z.nullable(z.string()), null),
}
export const taskTerms: z.ZodMiniType<TaskTerms> = z.object(terms)

/** Kept by call, so that a ticket that is kept again is no second one. */
export const taskTickets: z.ZodMiniType<Ticket[]> = z.pipe(
  z.record(z.string(), z.string()),
  z.transform((byCall: Record<string, string>) =>
    Object.entries(byCall).map(([call, ticket]) => ({ call: Number(call), ticket })),
  ),
)

const image = z.object({
  imageId: z.string(),
  width: z.int(),
  height: z.int(),
  mediaType: ImageMediaType,
  bytes: z.int(),
  thumbhash: z.string(),
  seed: z.exactOptional(z.int()),
})

const ended = {
  completedAt: z.int(),
  costMicroUsd: z.nullable(MicroUsd),
  costCertain: z.boolean(),
  startedAt: z.exactOptional(z.int()),
}

export const taskOutcome: z.ZodMiniType<Outcome> = z.discriminatedUnion('status', [
  z.object({
    ...ended,
    status: z.literal('completed'),
    startedAt: z.int(),
    images: z.tuple([image], image),
    shortfall: z.exactOptional(TaskError),
    sentPrompt: z.exactOptional(z.string()),
    revisedPrompt: z.exactOptional(z.string()),
  }),
  z.object({ ...ended, status: z.literal('error'), error: TaskError }),
  z.object({ ...ended, status: z.literal('cancelled'), outcome: z.enum(['not_started', 'stopped']) }),
])

export const earlierAttempts: z.ZodMiniType<JobRecord['earlier']> = z.array(
  z.object({ ...terms, attempt: z.int(), progress: taskOutcome }),
)
