import type * as z from 'zod/mini'
import { Refusal, refusalStatus, type RefusalCode } from '../../contract/refusal.ts'
import type { Answer, Route } from '../../contract/route.ts'
import { pathParameters, routes } from '../../contract/routes.ts'
import { namedSchemas, schemaOf, type JsonSchema } from './openapi-schemas.ts'

type Content = Record<string, { schema: JsonSchema; example?: unknown }>
type Parameter = { name: string; in: 'path' | 'query' | 'header'; required: boolean; schema: JsonSchema }
export type Reply = {
  description: string
  headers?: Record<string, { description: string; schema: JsonSchema }>
  content?: Content
}
export type Operation = {
  operationId: string
  summary: string
  security?: Record<string, []>[]
  parameters: Parameter[]
  requestBody?: { required: true; content: Content }
  responses: Record<string, Reply>
  'x-example-query'?: string
}
export type OpenApi = ReturnType<typeof openApi>

/** The API as an OpenAPI 3.1 document, made from the contract. */
export const openApi = (version: string) => ({
  openapi: '3.1.0',
  info: { title: 'Pixel Prompt', version, description: about, license },
  servers: [{ url: '/' }],
  // On a server with one visitor neither is needed, hence the empty one.
  security: [{ cookie: [] }, { bearer: [] }, { session: [], cookie: [] }, {}],
  paths: Object.fromEntries(
    [...Map.groupBy(routes, ({ path }) => path)].map(([path, methods]) => [
      path,
      Object.fromEntries(methods.map((route) => [route.method, operation(route)])),
    ]),
  ),
  components: {
    schemas: namedSchemas(),
    securitySchemes: {
      cookie: { type: 'apiKey', in: 'cookie', name: 'pixel-prompt-visitor' },
      session: {
        type: 'apiKey',
        in: 'cookie',
        name: 'pixel-prompt-session',
        description: 'On a server with a password: from `POST /api/session`',
      },
      bearer: { type: 'http', scheme: 'bearer', description: 'The value of that cookie' },
    },
  },
})

const about =
  'One prompt, every image model, side by side. Times are ISO 8601 in UTC, durations milliseconds, money whole micro-dollars. ' +
  'Unknown fields are refused. Every refusal has the same shape: a sentence, a code and the id of the request.'
const license = { name: 'Apache-2.0', identifier: 'Apache-2.0' }

function operation(route: Route): Operation {
  const { method, path, summary, role, query, headers, body, example } = route
  return {
    operationId: [method, ...(path.match(/\w+/gu) ?? [])].filter((word) => word !== 'api').join('_'),
    summary,
    ...(role === 'anyone' && { security: [] }),
    ...(example?.query !== undefined && { 'x-example-query': example.query }),
    parameters: [
      ...[...path.matchAll(/\{(\w+)\}/gu)].map(([, name = '']) => pathParameter(name)),
      ...parametersIn('query', query),
      ...parametersIn('header', headers),
    ],
    ...(body && { requestBody: { required: true, content: json(schemaOf(body, 'input'), example?.body) } }),
    responses: {
      ...refusals(route),
      [route.answer.status]: reply(route.answer),
      ...(route.otherwise && { [route.otherwise.status]: reply(route.otherwise) }),
    },
  }
}

const pathParameter = (name: string): Parameter => {
  const schema = Object.entries(pathParameters).find(([known]) => known === name)?.[1]
  return { name, in: 'path', required: true, schema: schema ? schemaOf(schema, 'output') : {} }
}

function parametersIn(place: 'query' | 'header', schema: z.ZodMiniObject | undefined): Parameter[] {
  if (schema === undefined) return []
  const required = schemaOf(schema, 'input').required ?? []
  return Object.entries(schemaOf(schema, 'output').properties ?? {}).flatMap(([name, property]) =>
    typeof property === 'boolean' ? [] : [{ name, in: place, required: required.includes(name), schema: property }],
  )
}

const json = (schema: JsonSchema, example?: unknown): Content => ({
  'application/json': { schema, ...(example !== undefined && { example }) },
})

function reply({ description, schema, mediaType, headers }: Answer): Reply {
  const described = Object.entries(headers ?? {}).map(
    ([name, text]) => [name, { description: text, schema: { type: 'string' as const } }] as const,
  )
  return {
    description,
    ...(headers && { headers: Object.fromEntries(described) }),
    ...(schema && { content: json(schemaOf(schema, 'output')) }),
    ...(mediaType !== undefined && { content: { [mediaType]: { schema: {} } } }),
  }
}

function refusals({ refusals: own, role }: Route): Record<string, Reply> {
  const codes: RefusalCode[] = [
    ...own,
    ...(role === 'anyone' ? [] : (['unauthorized'] as const)),
    'forbidden',
    'internal',
    'unavailable',
  ]
  return Object.fromEntries(
    [...Map.groupBy(codes, (code) => refusalStatus[code])].map(([status, of]) => [
      status,
      { description: of.map((code) => `\`${code}\``).join(', '), content: json(schemaOf(Refusal, 'output')) },
    ]),
  )
}
