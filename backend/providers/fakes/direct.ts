import * as z from 'zod/mini'
import { base64, type Dialect, faultOf, hasBearer, ratios } from './dialect.ts'

// The providers with a format of their own that answer with the picture.

const GeminiBody = z.strictObject({
  contents: z.tuple([
    z.strictObject({ role: z.literal('user'), parts: z.tuple([z.strictObject({ text: z.string() })]) }),
  ]),
  generationConfig: z.strictObject({
    responseModalities: z.array(z.enum(['TEXT', 'IMAGE'])),
    imageConfig: z.optional(
      z.strictObject({
        aspectRatio: z.enum(['1:1', '2:3', '3:2', '3:4', '4:3', '4:5', '5:4', '9:16', '16:9', '21:9']),
      }),
    ),
    seed: z.optional(z.int()),
  }),
})
const googleError = (code: number, status: string, message: string, details: object[] = []) => ({
  status: code,
  json: { error: { code, message, status, details } },
})
const candidate = (finishReason: string, parts: object[] = []) => ({
  status: 200,
  json: {
    candidates: [{ content: { role: 'model', ...(parts.length > 0 && { parts }) }, finishReason, index: 0 }],
    usageMetadata: { promptTokenCount: 8, candidatesTokenCount: 1120, totalTokenCount: 1128 },
  },
})

export const googleDialect: Dialect = {
  source: {
    pages: [
      'https://ai.google.dev/api/generate-content',
      'https://ai.google.dev/gemini-api/docs/image-generation',
      'https://ai.google.dev/gemini-api/docs/troubleshooting',
    ],
    taken: '2026-11-22',
  },
  basePath: '/v1beta',
  begins: ({ method, path }) => method === 'POST' && /^\/v1beta\/models\/gemini-[\w.-]+:generateContent$/u.test(path),
  check: ({ headers, json }) =>
    (headers['x-goog-api-key'] ? undefined : 'x-goog-api-key: missing') ?? faultOf(GeminiBody, json) ?? { count: 1 },
  begin: ({ pictures }) =>
    candidate(
      'STOP',
      pictures.map((picture) => ({ inlineData: { mimeType: 'image/png', data: base64(picture) } })),
    ),
  unauthorized: googleError(400, 'INVALID_ARGUMENT', 'API key not valid. Please pass a valid API key.'),
  rateLimited: (seconds) =>
    googleError(429, 'RESOURCE_EXHAUSTED', 'Resource has been exhausted (e.g. check quota).', [
      { '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay: `${seconds}s` },
    ]),
  broken: googleError(500, 'INTERNAL', 'An internal error has occurred.'),
  refusals: {
    'a blocked prompt': {
      where: 'at once',
      charged: false,
      reply: {
        status: 200,
        json: { promptFeedback: { blockReason: 'PROHIBITED_CONTENT' }, usageMetadata: { promptTokenCount: 8 } },
      },
    },
    IMAGE_SAFETY: { where: 'at once', charged: true, reply: candidate('IMAGE_SAFETY') },
    PROHIBITED_CONTENT: { where: 'at once', charged: true, reply: candidate('IMAGE_PROHIBITED_CONTENT') },
  },
}

export const stabilityRatios = ratios('16:9', '1:1', '21:9', '2:3', '3:2', '4:5', '5:4', '9:16', '9:21')
const numeric = (min: number, max: number) =>
  z.optional(z.string().check(z.refine((text: string) => Number(text) >= min && Number(text) <= max)))
const common = {
  prompt: z.string().check(z.minLength(1), z.maxLength(10_000)),
  negative_prompt: z.optional(z.string()),
  aspect_ratio: stabilityRatios,
  seed: numeric(0, 4_294_967_294),
  output_format: z.optional(z.enum(['jpeg', 'png', 'webp'])),
}
const stabilityForms: Record<string, z.ZodMiniType> = {
  sd3: z.strictObject({
    ...common,
    model: z.enum(['sd3.5-large', 'sd3.5-large-turbo', 'sd3.5-medium', 'sd3.5-flash']),
    cfg_scale: numeric(1, 10),
  }),
  core: z.strictObject(common),
  ultra: z.strictObject(common),
}
const stabilityPath = /^\/v2beta\/stable-image\/generate\/(sd3|core|ultra)$/u
const stabilityError = (status: number, name: string, errors: string[]) => ({
  status,
  json: { id: 'a1b2', name, errors },
})

export const stabilityDialect: Dialect = {
  source: { pages: ['https://platform.stability.ai/docs/api-reference#tag/Generate'], taken: '2026-11-22' },
  basePath: '',
  begins: ({ method, path }) => method === 'POST' && stabilityPath.test(path),
  check: (request) =>
    (hasBearer(request) ? undefined : 'authorization: a Bearer key is missing') ??
    (request.headers['accept'] === 'application/json' ? undefined : 'accept: must be application/json') ??
    faultOf(stabilityForms[stabilityPath.exec(request.path)?.[1] ?? ''] ?? z.never(), request.form) ?? { count: 1 },
  begin: ({ pictures: [picture = new Uint8Array()], request: { form } }) => ({
    status: 200,
    json: { image: base64(picture), finish_reason: 'SUCCESS', seed: Number(form?.['seed'] ?? 343_940_597) },
  }),
  unauthorized: stabilityError(401, 'unauthorized', ['missing or invalid api key']),
  rateLimited: (seconds) => ({
    ...stabilityError(429, 'rate_limit_exceeded', [
      'You have exceeded the rate limit of 150 requests within a 10 second period',
    ]),
    headers: { 'retry-after': String(seconds) },
  }),
  broken: stabilityError(500, 'internal_error', ['An unexpected server error has occurred']),
  refusals: {
    content_moderation: {
      where: 'at once',
      charged: false,
      reply: stabilityError(403, 'content_moderation', ['Your request was flagged by our content moderation system']),
    },
    'a blurred picture': {
      where: 'at once',
      charged: true,
      reply: { status: 200, json: { image: 'iVBORw0KGgo=', finish_reason: 'CONTENT_FILTERED', seed: 1 } },
    },
  },
}
