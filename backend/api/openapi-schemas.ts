import * as z from 'zod/mini'
import { EnhanceReply, EnhanceRequest } from '../../contract/enhance.ts'
import { GalleryEntry, GalleryReply } from '../../contract/gallery.ts'
import { GenerateRequest, RetryRequest } from '../../contract/generate.ts'
import { HealthReply } from '../../contract/health.ts'
import { Image } from '../../contract/image.ts'
import { Job, Result } from '../../contract/job.ts'
import { LogRequest } from '../../contract/log.ts'
import { Abilities, Lifecycle, Model, ModelsReply } from '../../contract/model.ts'
import { Parameters } from '../../contract/parameters.ts'
import { ActivityReply, SpendReply, SwitchesReply, SwitchRequest } from '../../contract/operator.ts'
import { maxPromptLength, NegativePrompt, Prompt } from '../../contract/prompt.ts'
import { Refusal } from '../../contract/refusal.ts'
import { JobStatusReply, StatusReply } from '../../contract/status.ts'
import { TaskError } from '../../contract/task-error.ts'

export type JsonSchema = z.core.JSONSchema.BaseSchema

const asked = { GenerateRequest, RetryRequest, EnhanceRequest, SwitchRequest, LogRequest, Parameters }
const answered = {
  Job,
  Result,
  Image,
  TaskError,
  JobStatusReply,
  StatusReply,
  GalleryReply,
  GalleryEntry,
  ModelsReply,
  Model,
  Abilities,
  Lifecycle,
  EnhanceReply,
  SpendReply,
  SwitchesReply,
  ActivityReply,
  HealthReply,
  Refusal,
  Parameters,
}

/** The schemas that have a name of their own, as OpenAPI's `components.schemas` has them. */
export const namedSchemas = (): Record<string, JsonSchema> => ({
  ...convert(asked, 'input'),
  ...convert(answered, 'output'),
})

/** A schema as a reference to its name, or else written out. */
export function schemaOf(schema: z.ZodMiniType, io: 'input' | 'output'): JsonSchema {
  const named = Object.entries({ ...asked, ...answered }).find(([, candidate]) => candidate === schema)
  return named ? { $ref: reference(named[0]) } : withoutDialect(z.toJSONSchema(schema, { io, override }))
}

const reference = (name: string) => `#/components/schemas/${name}`

function convert(schemas: Record<string, z.ZodMiniType>, io: 'input' | 'output'): Record<string, JsonSchema> {
  const registry = z.registry<{ id: string }>()
  for (const [id, schema] of Object.entries(schemas)) registry.add(schema, { id })
  const converted = z.toJSONSchema(registry, { io, uri: reference, override }).schemas
  return Object.fromEntries(Object.entries(converted).map(([id, schema]) => [id, withoutDialect(schema)]))
}

function withoutDialect({ $schema: _, $id: __, ...schema }: JsonSchema & { '~standard'?: unknown }): JsonSchema {
  const { '~standard': ___, ...plain } = schema
  return plain
}

/** Adds limits that are checked by code, and takes away what tells a reader nothing. */
function override({ zodSchema, jsonSchema }: { zodSchema: z.core.$ZodType; jsonSchema: JsonSchema }): void {
  if (zodSchema === Prompt || zodSchema === NegativePrompt) jsonSchema.maxLength = maxPromptLength
  if (zodSchema === Prompt) jsonSchema.minLength = 1
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
  if (jsonSchema.format === 'date-time' || jsonSchema.format === 'date') delete jsonSchema.pattern
  // Answers may gain fields; only requests with unknown fields are refused.
  const def = zodSchema._zod.def
  if (def.type === 'object' && !('catchall' in def && def.catchall)) delete jsonSchema.additionalProperties
}
