import * as fc from 'fast-check'
import * as z from 'zod/mini'
import { EnhanceRequest } from '../../../contract/enhance.ts'
import { GalleryQuery } from '../../../contract/gallery.ts'
import { GenerateRequest, IdempotencyKey, RetryRequest } from '../../../contract/generate.ts'
import { LogRequest } from '../../../contract/log.ts'
import { SwitchRequest } from '../../../contract/operator.ts'
import { Prompt } from '../../../contract/prompt.ts'
import { RefusalError } from '../../../contract/refusal.ts'
import { JobStatusQuery, parseJobVersions, StatusQuery } from '../../../contract/status.ts'
import { parseInput } from '../../api/parse-input.ts'
import { hostileText, hostileValue } from '../hostile-text.ts'
import { hold } from '../judge.ts'
import { parser } from '../parser.ts'
import type { Property } from '../properties.ts'

const schemas: Record<string, z.ZodMiniType> = {
  GenerateRequest,
  EnhanceRequest,
  RetryRequest,
  SwitchRequest,
  LogRequest,
  GalleryQuery,
  JobStatusQuery,
  StatusQuery,
}

const fields = [
  'prompt',
  'models',
  'model',
  'parameters',
  'message',
  'stack',
  'on',
  'limit',
  'cursor',
  'q',
  'jobs',
  'after',
]
const record = fc.dictionary(
  fc.oneof(fc.constantFrom(...fields, '__proto__', 'constructor'), hostileText),
  hostileValue,
  {
    maxKeys: 5,
  },
)

export const contractProperties: Property[] = [
  parser(
    'what a request brings is taken or refused in few words',
    6,
    fc.tuple(fc.constantFrom(...Object.keys(schemas)), fc.oneof(record, hostileValue, hostileText)),
    ([name, value]) => {
      try {
        parseInput(schemas[name] ?? Prompt, value)
      } catch (error) {
        hold(error instanceof RefusalError && error.code === 'invalid_request', String(error))
        hold(error.message.length < 12_000 && (error.details.fields?.length ?? 0) <= 20, 'a refusal without end')
      }
      hold(!('polluted' in {}), 'the prototype of all objects was changed')
    },
  ),
  parser('a prompt that was taken is taken again as it is', 3, hostileText, (text) => {
    const taken = Prompt.safeParse(text)
    if (!taken.success) return
    hold(Prompt.parse(taken.data) === taken.data, 'it is changed a second time')
    hold(taken.data.isWellFormed() && Array.from(taken.data).length <= 1000, 'it is not a prompt')
    hold(JSON.parse(JSON.stringify(taken.data)) === taken.data, 'JSON changes it')
  }),
  parser(
    'an idempotency key is visible ASCII',
    1,
    fc.oneof(hostileText, fc.string({ minLength: 14, maxLength: 130 })),
    (text) => {
      const visible = Array.from(text).every((letter) => letter > ' ' && letter <= '~')
      hold(IdempotencyKey.safeParse(text).success === (visible && text.length >= 16 && text.length <= 128), text)
    },
  ),
  parser('a list of jobs and versions is read as it was written', 1, fc.oneof(hostileText, listOfJobs()), (text) => {
    const query = StatusQuery.safeParse({ jobs: text })
    if (!query.success) return
    const read = parseJobVersions(query.data.jobs)
    hold(read.length >= 1 && read.length <= 20, `${read.length} jobs`)
    hold(
      read.every(({ after }) => after === undefined || Number.isSafeInteger(after)),
      text,
    )
  }),
]

function listOfJobs() {
  const id = fc.string({ unit: fc.constantFrom('a', 'Z', '_', '-', '0'), minLength: 22, maxLength: 22 })
  const version = fc.oneof(fc.nat().map(String), fc.constantFrom('', '-1', '1e3', '999999999', '9999999999'))
  return fc.array(fc.tuple(id, version), { maxLength: 22 }).map((jobs) => jobs.map((job) => job.join(':')).join(','))
}
