import * as z from 'zod/mini'
import { base64, type Dialect, faultOf, hasBearer, type Incoming, ratios, seed, within } from './dialect.ts'

// The providers that answer `/images/generations` near to how OpenAI does.

const begins = ({ method, path }: Incoming) => method === 'POST' && path === '/v1/images/generations'
const message = (text: string, code: string | null = null, type = 'invalid_request_error') => ({
  error: { message: text, type, param: null, code },
})
const data = (pictures: Uint8Array[]) => ({
  created: 1_764_000_000,
  data: pictures.map((picture) => ({ b64_json: base64(picture) })),
})
const broken = {
  status: 500,
  json: message('The server had an error while processing your request.', null, 'server_error'),
}
const rateLimited = (seconds: number) => ({
  status: 429,
  headers: { 'retry-after': String(seconds), 'x-request-id': 'req_busy' },
  json: message('Rate limit reached for images.', 'rate_limit_exceeded', 'rate_limit_error'),
})
const unauthorized = (request: string) => ({
  status: 401,
  json: message(`Incorrect API key provided: ${request}.`, 'invalid_api_key'),
})
const count = z.optional(z.int().check(z.minimum(1), z.maximum(10)))
const countOf = (json: unknown) => z.object({ n: z._default(z.int(), 1) }).safeParse(json).data?.n ?? 1

const checked = (shape: z.ZodMiniType, request: Incoming) =>
  (hasBearer(request) ? undefined : 'authorization: a Bearer key is missing') ??
  faultOf(shape, request.json) ?? { count: countOf(request.json) }

const fixedSizes = ['1024x1024', '1536x1024', '1024x1536', 'auto']

const OpenaiBody = z.strictObject({
  model: z.string().check(z.regex(/^(?:gpt-image-|dall-e-|chatgpt-image-)/u)),
  prompt: z.string().check(z.minLength(1), z.maxLength(32_000)),
  n: count,
  size: z.optional(
    z.string().check(
      z.refine((size: string) => {
        const [width = 0, height = 0] = size.split('x').map(Number)
        return fixedSizes.includes(size) || (width % 16 === 0 && height % 16 === 0 && width * height >= 655_360)
      }),
    ),
  ),
  response_format: z.optional(z.literal('b64_json')),
})

export const openaiDialect: Dialect = {
  source: {
    pages: [
      'https://platform.openai.com/docs/api-reference/images/create',
      'https://platform.openai.com/docs/guides/error-codes',
    ],
    taken: '2026-11-22',
  },
  basePath: '/v1',
  begins,
  check: (request) => checked(OpenaiBody, request),
  begin: ({ pictures }) => ({
    status: 200,
    json: { ...data(pictures), usage: { input_tokens: 12, output_tokens: 1000, total_tokens: 1012 } },
  }),
  unauthorized: unauthorized('sk-***key'),
  rateLimited,
  broken,
  refusals: {
    moderation_blocked: {
      where: 'at once',
      charged: false,
      reply: {
        status: 400,
        json: {
          error: {
            message: 'Your request was rejected by the safety system.',
            type: 'image_generation_user_error',
            param: null,
            code: 'moderation_blocked',
          },
        },
      },
    },
    'moderation_blocked of the output': {
      where: 'at once',
      charged: true,
      reply: {
        status: 400,
        json: {
          error: {
            message: 'Your request was rejected by the safety system.',
            type: 'image_generation_user_error',
            param: null,
            code: 'moderation_blocked',
            moderation_details: { moderation_stage: 'output' },
          },
        },
      },
    },
    content_policy_violation: {
      where: 'at once',
      charged: false,
      reply: {
        status: 400,
        json: message('Your prompt may contain text that is not allowed.', 'content_policy_violation'),
      },
    },
  },
}

const CompatibleBody = z.strictObject({
  model: z.string(),
  prompt: z.string(),
  n: count,
  size: z.optional(z.string().check(z.regex(/^\d+x\d+$/u))),
  response_format: z.literal('b64_json'),
  seed,
})

export const compatibleDialect: Dialect = {
  ...openaiDialect,
  source: { pages: ['https://localai.io/features/image-generation/', 'https://docs.vllm.ai/'], taken: '2026-11-22' },
  model: 'stable-diffusion',
  check: (request) => faultOf(CompatibleBody, request.json) ?? { count: countOf(request.json) },
  begin: ({ pictures }) => ({ status: 200, json: data(pictures) }),
}

const RecraftBody = z.strictObject({
  model: z.string().check(z.regex(/^recraftv\d/u)),
  prompt: z.string().check(z.maxLength(10_000)),
  n: z.optional(z.int().check(z.minimum(1), z.maximum(6))),
  size: ratios('1:1', '2:1', '1:2', '3:2', '2:3', '4:3', '3:4', '5:4', '4:5', '6:10', '14:10', '10:14', '16:9', '9:16'),
  response_format: z.enum(['url', 'b64_json']),
  negative_prompt: z.optional(z.string()),
})

export const recraftDialect: Dialect = {
  source: {
    pages: [
      'https://www.recraft.ai/docs/api-reference/endpoints',
      'https://www.recraft.ai/docs/api-reference/appendix',
    ],
    taken: '2026-11-27',
  },
  basePath: '/v1',
  begins,
  check: (request) =>
    isNegativeOfOlder(request.json) ? checked(RecraftBody, request) : 'negative_prompt: not taken by this model',
  begin: ({ pictures }) => ({
    status: 200,
    json: { ...data(pictures), credits: pictures.length * 40 },
  }),
  unauthorized: { status: 401, json: { code: 'unauthorized', message: 'Unauthorized' } },
  rateLimited: (seconds) => ({
    status: 429,
    headers: { 'retry-after': String(seconds) },
    json: { code: 'too_many_requests', message: 'Too many requests' },
  }),
  broken: { status: 500, json: { code: 'internal_error', message: 'Internal server error' } },
  refusals: {
    moderation: {
      where: 'at once',
      charged: false,
      reply: {
        status: 400,
        json: { code: 'prompt_moderation', message: 'The prompt did not pass content moderation' },
      },
    },
  },
}

const isNegativeOfOlder = (json: unknown) => {
  const { model = '', negative_prompt: negative } =
    z.object({ model: z.string(), negative_prompt: z.optional(z.string()) }).safeParse(json).data ?? {}
  return negative === undefined || model === 'recraftv3' || model === 'recraftv2'
}

const XaiBody = z.strictObject({
  model: z.string().check(z.regex(/^grok-imagine-/u)),
  prompt: z.string(),
  n: count,
  response_format: z.enum(['url', 'b64_json']),
  aspect_ratio: ratios(
    '1:1',
    '3:4',
    '4:3',
    '9:16',
    '16:9',
    '2:3',
    '3:2',
    '9:19.5',
    '19.5:9',
    '9:20',
    '20:9',
    '1:2',
    '2:1',
    'auto',
  ),
})

export const xaiDialect: Dialect = {
  source: { pages: ['https://docs.x.ai/docs/guides/image-generations'], taken: '2026-11-27' },
  basePath: '/v1',
  begins,
  check: (request) => checked(XaiBody, request),
  begin: ({ pictures }) => ({
    status: 200,
    json: {
      data: pictures.map((picture) => ({
        b64_json: base64(picture),
        revised_prompt: 'a boat of red wood',
        respect_moderation: true,
      })),
      usage: { cost_in_usd_ticks: pictures.length * 200_000_000 },
    },
  }),
  unauthorized: { status: 401, json: { code: 'unauthenticated', error: 'Incorrect API key provided.' } },
  rateLimited: (seconds) => ({
    status: 429,
    headers: { 'retry-after': String(seconds) },
    json: { code: 'resource_exhausted', error: 'Too many requests.' },
  }),
  broken: { status: 500, json: { code: 'internal', error: 'Internal error.' } },
  refusals: {
    respect_moderation: {
      where: 'at once',
      charged: true,
      reply: { status: 200, json: { data: [{ b64_json: null, url: null, respect_moderation: false }] } },
    },
    'content moderation': {
      where: 'at once',
      charged: false,
      reply: {
        status: 400,
        json: { code: 'invalid_argument', error: 'Generated image rejected by content moderation.' },
      },
    },
  },
}

const TogetherBody = z.strictObject({
  model: z.string(),
  prompt: z.string(),
  n: z.optional(z.int().check(z.minimum(1), z.maximum(4))),
  response_format: z.enum(['base64', 'url']),
  width: z.optional(z.int().check(z.multipleOf(8))),
  height: z.optional(z.int().check(z.multipleOf(8))),
  aspect_ratio: ratios('1:1', '3:2', '2:3', '4:3', '3:4', '16:9', '9:16', '21:9', '9:21', '4:5', '5:4'),
  steps: within(1, 50),
  seed,
  negative_prompt: z.optional(z.string()),
  guidance_scale: within(0, 20),
})

export const togetherDialect: Dialect = {
  source: {
    pages: [
      'https://docs.together.ai/reference/post-images-generations',
      'https://docs.together.ai/docs/inference/images/parameters',
    ],
    taken: '2026-11-27',
  },
  basePath: '/v1',
  begins,
  check: (request) => sizeFault(request.json) ?? checked(TogetherBody, request),
  begin: ({ pictures }) => ({
    status: 200,
    json: {
      id: 'oZ1',
      model: 'm',
      object: 'list',
      data: pictures.map((picture, index) => ({ index, b64_json: base64(picture), type: 'b64_json' })),
    },
  }),
  unauthorized: { status: 401, json: message('Invalid API key provided.', 'invalid_api_key') },
  rateLimited,
  broken: { status: 500, json: message('Internal server error', null, 'server_error') },
  refusals: {
    nsfw: {
      where: 'at once',
      charged: false,
      reply: { status: 422, json: message('NSFW content detected in the prompt.', 'nsfw_content') },
    },
  },
}

/** Some models take a ratio, the others a width and a height. */
function sizeFault(json: unknown): string | undefined {
  const body = z
    .object({ model: z.string(), width: z.optional(z.int()), aspect_ratio: z.optional(z.string()) })
    .safeParse(json).data
  const byRatio = /schnell|kontext/iu.test(body?.model ?? '')
  if (byRatio && body?.width !== undefined) return 'width: this model takes aspect_ratio'
  return !byRatio && body?.aspect_ratio !== undefined ? 'aspect_ratio: this model takes width and height' : undefined
}
