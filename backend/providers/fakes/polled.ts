import * as z from 'zod/mini'
import { type Dialect, faultOf, hasBearer, picturePath, ratios, seed, within } from './dialect.ts'

// The providers that give an id or an address to ask again with.

const many = (count: number, origin: string) => Array.from({ length: count }, (_, index) => origin + picturePath(index))

const BflRatioBody = z.strictObject({
  prompt: z.string(),
  output_format: z.optional(z.enum(['jpeg', 'png'])),
  aspect_ratio: z.optional(z.string().check(z.regex(/^\d+:\d+$/u))),
  seed,
})
const BflSizeBody = z.strictObject({
  prompt: z.string(),
  output_format: z.optional(z.enum(['jpeg', 'png', 'webp'])),
  width: z.optional(z.int().check(z.minimum(256), z.maximum(1440), z.multipleOf(32))),
  height: z.optional(z.int().check(z.minimum(256), z.maximum(1440), z.multipleOf(32))),
  seed,
})
const BflTunedBody = z.strictObject({ ...BflSizeBody.shape, steps: within(1, 50), guidance: within(1.5, 10) })

const bflShape = (model: string) => {
  if (/ultra|kontext/u.test(model)) return BflRatioBody
  return /^flux-(?:dev|2-flex)$/u.test(model) ? BflTunedBody : BflSizeBody
}
const bflLook = (status: string, result: object | null = null) => ({
  status: 200,
  json: { id: 'task', status, result },
})

export const bflDialect: Dialect = {
  source: {
    pages: ['https://docs.bfl.ai/quick_start/generating_images', 'https://docs.bfl.ai/api_integration/errors'],
    taken: '2026-11-22',
  },
  basePath: '',
  begins: ({ method, path }) => method === 'POST' && path.startsWith('/v1/flux-'),
  check: ({ headers, path, json }) =>
    (headers['x-key'] ? undefined : 'x-key: missing') ??
    faultOf(bflShape(path.slice('/v1/'.length)), json) ?? { count: 1 },
  begin: ({ origin }) => ({
    status: 200,
    json: { id: 'task', polling_url: `${origin}/v1/get_result?id=task`, cost: 3, input_mp: 0, output_mp: 1 },
  }),
  later: {
    looks: ({ method, path }) => method === 'GET' && path === '/v1/get_result?id=task',
    pending: bflLook('Pending'),
    done: ({ origin }) => bflLook('Ready', { sample: origin + picturePath(0), seed: 7, prompt: 'a red boat' }),
  },
  unauthorized: { status: 403, json: { detail: 'Not authenticated - Invalid Authentication' } },
  rateLimited: (seconds) => ({
    status: 429,
    json: { error: 'rate_limit_exceeded', message: 'Too many concurrent requests', retry_after: seconds },
  }),
  broken: { status: 500, json: { detail: 'Internal server error' } },
  refusals: {
    'Request Moderated': { where: 'later', charged: true, reply: bflLook('Request Moderated') },
    'Content Moderated': { where: 'later', charged: true, reply: bflLook('Content Moderated') },
  },
}

const FalBody = z.strictObject({
  prompt: z.string(),
  image_size: z.optional(
    z.strictObject({ width: z.int().check(z.maximum(14_142)), height: z.int().check(z.maximum(14_142)) }),
  ),
  num_images: z.optional(z.int().check(z.minimum(1), z.maximum(4))),
  num_inference_steps: within(1, 50),
  guidance_scale: within(0, 20),
  seed,
  negative_prompt: z.optional(z.string()),
})
const falPaths = (origin: string) => ({
  request_id: 'r1',
  status: 'IN_QUEUE',
  response_url: `${origin}/fal-ai/app/requests/r1`,
  status_url: `${origin}/fal-ai/app/requests/r1/status`,
  cancel_url: `${origin}/fal-ai/app/requests/r1/cancel`,
  queue_position: 0,
})
const falResult = (count: number, origin: string) => ({
  images: many(count, origin).map((url) => ({ url, width: 64, height: 48, content_type: 'image/png' })),
  seed: 7,
  has_nsfw_concepts: Array.from({ length: count }, () => false),
  prompt: 'a red boat',
})
const falRefusal = {
  status: 422,
  json: {
    detail: [{ loc: ['body', 'prompt'], msg: 'The content could not be processed.', type: 'content_policy_violation' }],
  },
}

export const falDialect: Dialect = {
  source: {
    pages: [
      'https://fal.ai/docs/documentation/model-apis/queue',
      'https://fal.ai/docs/inference-api/queue/cancel',
      'https://fal.ai/models/fal-ai/flux-1/dev/llms.txt',
    ],
    taken: '2026-11-27',
  },
  basePath: '',
  begins: ({ method, path }) => method === 'POST' && path.startsWith('/fal-ai/'),
  check: (request) =>
    (hasBearer(request, 'Key') ? undefined : 'authorization: Key is missing') ??
    faultOf(FalBody, request.json) ?? {
      count: z.object({ num_images: z._default(z.int(), 1) }).parse(request.json).num_images,
    },
  begin: ({ origin }) => ({ status: 200, json: falPaths(origin) }),
  later: {
    looks: ({ method, path }) => method === 'GET' && /\/requests\/r1(?:\/status)?$/u.test(path),
    isLast: ({ path }) => !path.endsWith('/status'),
    pending: { status: 202, json: { status: 'IN_PROGRESS', request_id: 'r1', logs: null } },
    done: ({ count, origin, request }) => ({
      status: 200,
      json: request.path.endsWith('/status')
        ? { status: 'COMPLETED', request_id: 'r1', logs: null }
        : falResult(count, origin),
    }),
  },
  unauthorized: { status: 401, json: { detail: 'No user found for Key ID and Secret' } },
  rateLimited: (seconds) => ({
    status: 429,
    headers: { 'retry-after': String(seconds), 'x-fal-request-id': 'r1' },
    json: { detail: 'Too many requests' },
  }),
  broken: {
    status: 500,
    json: { detail: [{ loc: ['body'], msg: 'Internal server error', type: 'internal_server_error' }] },
  },
  refusals: {
    content_policy_violation: { where: 'later', charged: true, reply: falRefusal },
    has_nsfw_concepts: {
      where: 'later',
      charged: true,
      reply: {
        status: 200,
        json: {
          images: [{ url: 'https://v3.fal.media/files/black.png', content_type: 'image/png' }],
          has_nsfw_concepts: [true],
        },
      },
    },
  },
}

const replicateInputs: Record<string, z.ZodMiniType> = {
  'black-forest-labs/flux-schnell': z.strictObject({
    prompt: z.string(),
    aspect_ratio: ratios('1:1', '16:9', '21:9', '3:2', '2:3', '4:5', '5:4', '3:4', '4:3', '9:16', '9:21'),
    num_inference_steps: within(1, 4),
    seed,
  }),
  'black-forest-labs/flux-dev': z.strictObject({
    prompt: z.string(),
    aspect_ratio: ratios('1:1', '16:9', '21:9', '3:2', '2:3', '4:5', '5:4', '3:4', '4:3', '9:16', '9:21'),
    num_inference_steps: within(1, 50),
    guidance: within(0, 10),
    seed,
  }),
  'black-forest-labs/flux-1.1-pro': z.strictObject({
    prompt: z.string(),
    aspect_ratio: ratios('1:1', '16:9', '3:2', '2:3', '4:5', '5:4', '9:16', '3:4', '4:3', 'custom'),
    seed,
  }),
  'qwen/qwen-image': z.strictObject({
    prompt: z.string(),
    aspect_ratio: ratios('1:1', '16:9', '9:16', '4:3', '3:4', '3:2', '2:3'),
    negative_prompt: z.optional(z.string()),
    num_inference_steps: within(1, 50),
    guidance: within(0, 10),
    seed,
  }),
}
const prediction = (status: string, more: object = {}) => ({
  status: 200,
  json: {
    id: 'p1',
    model: 'm',
    version: 'hidden',
    status,
    output: null,
    error: null,
    logs: '',
    urls: { get: 'g', cancel: 'c' },
    ...more,
  },
})

export const replicateDialect: Dialect = {
  source: {
    pages: [
      'https://replicate.com/docs/reference/http#models.predictions.create',
      'https://replicate.com/docs/topics/predictions/lifecycle',
    ],
    taken: '2026-11-22',
  },
  basePath: '/v1',
  begins: ({ method, path }) => method === 'POST' && /^\/v1\/models\/.+\/predictions$/u.test(path),
  check: (request) => {
    const model = /^\/v1\/models\/(.+)\/predictions$/u.exec(request.path)?.[1] ?? ''
    const input = replicateInputs[model] ?? z.strictObject({ prompt: z.string() })
    return (
      (hasBearer(request) ? undefined : 'authorization: a Bearer token is missing') ??
      faultOf(z.strictObject({ input }), request.json) ?? { count: 1 }
    )
  },
  begin: () => ({ ...prediction('starting'), status: 201 }),
  later: {
    looks: ({ method, path }) => method === 'GET' && path === '/v1/predictions/p1',
    pending: prediction('processing'),
    done: ({ count, origin }) => prediction('succeeded', { output: many(count, origin) }),
  },
  unauthorized: {
    status: 401,
    json: { title: 'Unauthenticated', detail: 'You did not pass a valid authentication token', status: 401 },
  },
  rateLimited: (seconds) => ({
    status: 429,
    json: { detail: `Request was throttled. Expected available in ${seconds} seconds.`, status: 429 },
  }),
  broken: { status: 500, json: { title: 'Internal server error', detail: 'There was an internal error', status: 500 } },
  refusals: {
    'NSFW content detected': {
      where: 'later',
      charged: true,
      reply: prediction('failed', { error: 'NSFW content detected. Try running it again, or try a different prompt.' }),
    },
    'flagged as sensitive': {
      where: 'later',
      charged: true,
      reply: prediction('failed', {
        error: 'The input or output was flagged as sensitive. Please try again with different inputs. (E005)',
      }),
    },
  },
}

const generation = (state: string, more: object = {}) => ({
  status: 200,
  json: {
    id: 'g-1',
    generation_type: 'image',
    state,
    failure_reason: null,
    created_at: '2026-11-22T12:00:00Z',
    assets: null,
    model: 'photon-1',
    ...more,
  },
})

export const lumaDialect: Dialect = {
  source: {
    pages: ['https://docs.lumalabs.ai/docs/image-generation', 'https://docs.lumalabs.ai/docs/errors'],
    taken: '2026-11-27',
  },
  basePath: '',
  begins: ({ method, path }) => method === 'POST' && path === '/dream-machine/v1/generations/image',
  check: (request) =>
    (hasBearer(request) ? undefined : 'authorization: a Bearer key is missing') ??
    faultOf(
      z.strictObject({
        model: z.enum(['photon-1', 'photon-flash-1']),
        prompt: z.string(),
        aspect_ratio: ratios('1:1', '16:9', '9:16', '4:3', '3:4', '21:9', '9:21'),
      }),
      request.json,
    ) ?? { count: 1 },
  begin: () => ({ ...generation('queued'), status: 201 }),
  later: {
    looks: ({ method, path }) => method === 'GET' && path === '/dream-machine/v1/generations/g-1',
    pending: generation('dreaming'),
    done: ({ origin }) => generation('completed', { assets: { image: origin + picturePath(0) } }),
  },
  unauthorized: { status: 401, json: { detail: 'Not authenticated' } },
  rateLimited: (seconds) => ({
    status: 429,
    headers: { 'retry-after': String(seconds) },
    json: { detail: 'Too many requests' },
  }),
  broken: { status: 500, json: { detail: 'Internal server error' } },
  refusals: {
    'moderation at once': {
      where: 'at once',
      charged: false,
      reply: { status: 400, json: { detail: 'Prompt not allowed because moderation failed' } },
    },
    'moderation later': {
      where: 'later',
      charged: true,
      reply: generation('failed', { failure_reason: 'Prompt not allowed because advanced moderation failed' }),
    },
  },
}
