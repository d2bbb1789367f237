import * as fc from 'fast-check'
import * as z from 'zod/mini'
import type { Route } from '../../contract/route.ts'
import { routes } from '../../contract/routes.ts'
import { hostileHeaders, type SentHeader } from './hostile-headers.ts'
import { hostileJson, hostileText, hostileValue, mark, shortHostileText } from './hostile-text.ts'

/** A request as data, so that it can be printed and sent again. `body` is text or bytes. */
export type HostileRequest = {
  method: string
  /** As it is sent, with its query. */
  target: string
  headers: readonly SentHeader[]
  body: string | Uint8Array | undefined
  /** The address that it comes from. */
  peer: string
}

/** Stands in a target for the id of the job that the sender began last. */
export const ownJob = 'OWN-JOB'

/** What a request may name: ids of others' jobs among them. */
export type Known = {
  jobIds: readonly string[]
  shareIds: readonly string[]
  tokens: readonly string[]
  models: readonly string[]
}

/** Requests to every route, almost right or quite wrong. */
export function hostileRequest(known: Known): fc.Arbitrary<HostileRequest> {
  return fc.constantFrom(...routes).chain((route) =>
    fc.record({
      method: methodOf(route),
      target: targetOf(route, known),
      headers: hostileHeaders(known.tokens),
      body: bodyOf(route, known),
      peer,
    }),
  )
}

const peer = fc.oneof(fc.ipV4(), fc.ipV6(), fc.constantFrom('127.0.0.1', '::ffff:127.0.0.1', ''))

const methodOf = ({ method }: Route) =>
  fc.oneof(
    { weight: 14, arbitrary: fc.constant(method.toUpperCase()) },
    {
      weight: 2,
      arbitrary: fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'SEARCH', 'get'),
    },
  )

const encoded = (text: string) => encodeURIComponent(text.toWellFormed())

function targetOf(route: Route, known: Known): fc.Arbitrary<string> {
  const segment = fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(ownJob, ownJob, ...known.jobIds, ...known.shareIds) },
    { weight: 2, arbitrary: shortHostileText.map(encoded) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('..%2f..%2f', '%2e%2e%2f', '%00', '%', '%ff', '%C0%AF', '..;', '//', ''),
    },
  )
  const path = fc
    .array(segment, { minLength: 2, maxLength: 2 })
    .map((parts) => parts.reduce((text, part) => text.replace(/\{\w+\}/u, () => part), route.path))
  const wild = fc
    .array(fc.oneof(segment, fc.constantFrom('api', 'images', 'gallery', 'assets', 'status', '..', '.')), {
      maxLength: 5,
    })
    .map((parts) => `/${parts.join('/')}`)
  const name = fc.constantFrom('limit', 'cursor', 'q', 'model', 'after', 'jobs', '__proto__', 'constructor', mark, '')
  const value = fc.oneof(
    shortHostileText.map(encoded),
    fc.constantFrom(
      ...known.models,
      ...[ownJob, ...known.jobIds].map((id) => `${id}:1`),
      '0',
      '1',
      '100',
      '101',
      '00000000001',
      'zzzzzzzzzzz',
      '%ff',
    ),
  )
  const query = fc
    .array(fc.tuple(name, value), { maxLength: 3 })
    .map((pairs) => (pairs.length === 0 ? '' : `?${pairs.map((pair) => pair.join('=')).join('&')}`))
  return fc
    .tuple(fc.oneof({ weight: 6, arbitrary: path }, { weight: 1, arbitrary: wild }), query)
    .map((parts) => parts.join(''))
}

/** Right most of the time. */
const field = (right: fc.Arbitrary<unknown>) => fc.oneof({ weight: 3, arbitrary: right }, hostileValue)

function bodyOf({ body, method }: Route, { jobIds, models }: Known): fc.Arbitrary<HostileRequest['body']> {
  if (method === 'get') return fc.constant(undefined)
  if (body === undefined) return fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, hostileJson)
  const maybe = { requiredKeys: [] }
  const model = field(fc.constantFrom(...models))
  const nearly = fc.record(
    {
      prompt: field(fc.oneof({ weight: 3, arbitrary: fc.constant(`a red boat ${mark}`) }, hostileText)),
      model,
      models: field(fc.uniqueArray(model, { minLength: 1, maxLength: 3 })),
      on: field(fc.boolean()),
      message: field(shortHostileText),
      stack: field(hostileText),
      maxMicroUsd: field(fc.nat()),
      jobId: field(fc.constantFrom(...jobIds)),
      hidePrompt: field(fc.boolean()),
      expiresInDays: field(fc.integer({ min: 1, max: 365 })),
      name: field(shortHostileText),
      scopes: field(fc.subarray(['generate', 'write'])),
      parameters: field(
        fc.record(
          {
            steps: field(fc.integer({ min: 3, max: 50 })),
            guidance: field(fc.constantFrom(0, 2.5, 10)),
            aspectRatio: field(fc.constant('3:2')),
            seed: field(fc.nat()),
            negativePrompt: field(fc.constant('fog')),
            imagesPerModel: field(fc.constantFrom(1, 4)),
          },
          maybe,
        ),
      ),
    },
    { requiredKeys: ['prompt', 'model', 'on', 'message', 'jobId', 'name', 'scopes'] },
  )
  const keys = body instanceof z.ZodMiniObject ? Object.keys(body.shape) : []
  const shaped = nearly.map((all) =>
    JSON.stringify(Object.fromEntries(Object.entries(all).filter(([name]) => keys.includes(name)))),
  )
  return fc.oneof(
    { weight: 14, arbitrary: shaped },
    { weight: 1, arbitrary: nearly.map((all) => JSON.stringify(all)) },
    { weight: 2, arbitrary: hostileJson },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }) },
    { weight: 1, arbitrary: fc.constantFrom('x'.repeat(64 * 1024 + 1), `"${'x'.repeat(64 * 1024 - 2)}"`) },
  )
}
