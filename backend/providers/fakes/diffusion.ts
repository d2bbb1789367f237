import * as z from 'zod/mini'
import { base64, type Dialect, faultOf, hasBearer, ratios, seed, within } from './dialect.ts'

// Services and servers that run diffusion models, with a format of their own.

const FireworksBody = z.strictObject({
  prompt: z.string(),
  aspect_ratio: ratios('1:1', '21:9', '16:9', '3:2', '5:4', '4:5', '2:3', '9:16', '9:21', '4:3', '3:4'),
  guidance_scale: within(0, 20),
  num_inference_steps: within(1, 50),
  seed,
})

export const fireworksDialect: Dialect = {
  source: {
    pages: ['https://docs.fireworks.ai/api-reference/generate-a-new-image-from-a-text-prompt'],
    taken: '2026-11-27',
  },
  basePath: '/inference/v1',
  begins: ({ method, path }) =>
    method === 'POST' && /^\/inference\/v1\/workflows\/accounts\/.+\/text_to_image$/u.test(path),
  check: (request) =>
    (hasBearer(request) ? undefined : 'authorization: a Bearer key is missing') ??
    faultOf(FireworksBody, request.json) ?? { count: 1 },
  begin: ({ pictures: [picture = new Uint8Array()] }) => ({
    status: 200,
    headers: { 'content-type': 'image/png', 'finish-reason': 'SUCCESS', seed: '7' },
    bytes: picture,
  }),
  unauthorized: {
    status: 401,
    json: { error: { message: 'The API key you provided is invalid.', code: 'UNAUTHORIZED', object: 'error' } },
  },
  rateLimited: (seconds) => ({
    status: 429,
    headers: { 'retry-after': String(seconds) },
    json: { error: { message: 'Rate limit exceeded', code: 'RATE_LIMITED', object: 'error' } },
  }),
  broken: { status: 500, json: { error: { message: 'Internal error', code: 'INTERNAL', object: 'error' } } },
  refusals: {
    CONTENT_FILTERED: {
      where: 'at once',
      charged: true,
      reply: {
        status: 200,
        headers: { 'content-type': 'image/png', 'finish-reason': 'CONTENT_FILTERED' },
        bytes: Buffer.from('blank'),
      },
    },
  },
}

const DeepinfraBody = z.strictObject({
  prompt: z.string(),
  num_images: z.optional(z.int().check(z.minimum(1), z.maximum(4))),
  width: z.optional(z.int().check(z.minimum(128), z.maximum(2048))),
  height: z.optional(z.int().check(z.minimum(128), z.maximum(2048))),
  num_inference_steps: within(1, 50),
  guidance_scale: within(0, 20),
  negative_prompt: z.optional(z.string()),
  seed,
})

export const deepinfraDialect: Dialect = {
  source: { pages: ['https://deepinfra.com/black-forest-labs/FLUX-1-dev/api'], taken: '2026-11-22' },
  basePath: '/v1/inference',
  begins: ({ method, path }) => method === 'POST' && path.startsWith('/v1/inference/'),
  check: (request) =>
    (hasBearer(request) ? undefined : 'authorization: a Bearer key is missing') ??
    faultOf(DeepinfraBody, request.json) ?? {
      count: z.object({ num_images: z._default(z.int(), 1) }).parse(request.json).num_images,
    },
  begin: ({ pictures }) => ({
    status: 200,
    json: {
      request_id: 'd1',
      images: pictures.map((picture) => `data:image/png;base64,${base64(picture)}`),
      nsfw_content_detected: pictures.map(() => false),
      seed: 7,
      inference_status: { status: 'succeeded', runtime_ms: 900, cost: 0.0005 * pictures.length },
    },
  }),
  unauthorized: { status: 401, json: { detail: { error: 'User is not authenticated' } } },
  rateLimited: (seconds) => ({
    status: 429,
    headers: { 'retry-after': String(seconds) },
    json: { detail: { error: 'Rate limited' } },
  }),
  broken: { status: 500, json: { detail: { error: 'inference failed' } } },
  refusals: {
    nsfw_content_detected: {
      where: 'at once',
      charged: true,
      reply: { status: 200, json: { images: ['data:image/png;base64,AAAA'], nsfw_content_detected: [true], seed: 7 } },
    },
  },
}

const SdapiBody = z.strictObject({
  prompt: z.string(),
  negative_prompt: z.optional(z.string()),
  seed: z.optional(z.int()),
  steps: within(1, 150),
  cfg_scale: within(0, 30),
  width: z.optional(z.int().check(z.multipleOf(8))),
  height: z.optional(z.int().check(z.multipleOf(8))),
  batch_size: z.optional(z.int().check(z.minimum(1), z.maximum(8))),
  override_settings: z.optional(z.strictObject({ sd_model_checkpoint: z.string() })),
})
const count = z.object({ batch_size: z._default(z.int(), 1), seed: z._default(z.int(), 100) })

export const sdapiDialect: Dialect = {
  source: { pages: ['https://github.com/AUTOMATIC1111/stable-diffusion-webui/wiki/API'], taken: '2026-11-22' },
  basePath: '',
  model: 'loaded',
  begins: ({ method, path }) => method === 'POST' && path === '/sdapi/v1/txt2img',
  check: ({ json }) => faultOf(SdapiBody, json) ?? { count: count.parse(json).batch_size },
  begin: ({ pictures, request: { json } }) => {
    const { seed: first } = count.parse(json)
    return {
      status: 200,
      json: {
        images: pictures.map(base64),
        parameters: {},
        info: JSON.stringify({ all_seeds: pictures.map((_, index) => first + index), infotexts: [] }),
      },
    }
  },
  later: {
    looks: ({ method, path }) => method === 'GET' && path.startsWith('/sdapi/v1/progress'),
    pending: { status: 200, json: { progress: 0.25, eta_relative: 3, state: {}, current_image: null } },
    done: () => ({ status: 200, json: { progress: 0.75, eta_relative: 1, state: {}, current_image: null } }),
  },
  unauthorized: { status: 401, json: { detail: 'Incorrect username or password' } },
  rateLimited: (seconds) => ({ status: 429, headers: { 'retry-after': String(seconds) }, json: { detail: 'busy' } }),
  broken: { status: 500, json: { error: 'OutOfMemoryError', detail: '', body: '', errors: 'CUDA out of memory.' } },
  refusals: {},
}
