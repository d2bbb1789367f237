import { createHash, createHmac } from 'node:crypto'
import * as z from 'zod/mini'
import { base64, type Dialect, faultOf, hasBearer, type Incoming, within } from './dialect.ts'
import { stabilityRatios } from './direct.ts'

const BedrockStability = z.strictObject({
  prompt: z.string(),
  mode: z.literal('text-to-image'),
  output_format: z.optional(z.enum(['jpeg', 'png', 'webp', 'JPEG', 'PNG'])),
  aspect_ratio: stabilityRatios,
  negative_prompt: z.optional(z.string()),
  seed: z.optional(z.int().check(z.minimum(0), z.maximum(4_294_967_294))),
})
const Nova = z.strictObject({
  taskType: z.literal('TEXT_IMAGE'),
  textToImageParams: z.strictObject({ text: z.string(), negativeText: z.optional(z.string()) }),
  imageGenerationConfig: z.strictObject({
    width: z.int().check(z.multipleOf(16)),
    height: z.int().check(z.multipleOf(16)),
    numberOfImages: z.int().check(z.minimum(1), z.maximum(5)),
    quality: z.enum(['standard', 'premium']),
    seed: z.optional(z.int()),
    cfgScale: within(1.1, 10),
  }),
})
const bedrockError = (status: number, type: string, message: string, headers: Record<string, string> = {}) => ({
  status,
  headers: { 'x-amzn-errortype': `${type}:http://internal.amazon.com/coral/`, 'x-amzn-requestid': 'b-1', ...headers },
  json: { message },
})
const filtered = (reason: string) => ({ status: 200, json: { finish_reasons: [reason] } })
const isNova = (path: string) => path.includes('amazon.nova')

/** The secret with which the fake knows that a signature is right. */
export const awsSecret = 'a-secret-that-only-the-fake-knows'

export const bedrockDialect: Dialect = {
  source: {
    pages: [
      'https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-diffusion-3-5-large.html',
      'https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-diffusion-stable-ultra-text-image-request-response.html',
      'https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModel.html',
    ],
    taken: '2026-11-27',
  },
  basePath: '',
  begins: ({ method, path }) => method === 'POST' && /^\/model\/[^/]+\/invoke$/u.test(path),
  check: (request) =>
    (hasBearer(request) || isSigned(request)
      ? undefined
      : 'authorization: neither a Bearer key nor a right signature') ??
    faultOf(isNova(request.path) ? Nova : BedrockStability, request.json) ?? {
      count: Nova.safeParse(request.json).data?.imageGenerationConfig.numberOfImages ?? 1,
    },
  begin: ({ pictures, request: { path, json } }) => ({
    status: 200,
    json: isNova(path)
      ? { images: pictures.map(base64), error: null }
      : {
          seeds: [z.object({ seed: z._default(z.int(), 2_130_420_379) }).parse(json).seed],
          finish_reasons: [null],
          images: pictures.map(base64),
        },
  }),
  unauthorized: bedrockError(
    403,
    'UnrecognizedClientException',
    'The security token included in the request is invalid.',
  ),
  rateLimited: (seconds) =>
    bedrockError(429, 'ThrottlingException', 'Too many requests, please wait before trying again.', {
      'retry-after': String(seconds),
    }),
  broken: bedrockError(500, 'InternalServerException', 'The system encountered an unexpected error.'),
  refusals: {
    'Filter reason: prompt': { where: 'at once', charged: false, reply: filtered('Filter reason: prompt') },
    'Filter reason: output image': { where: 'at once', charged: true, reply: filtered('Filter reason: output image') },
    'content filters': {
      where: 'at once',
      charged: false,
      reply: bedrockError(
        400,
        'ValidationException',
        'This request has been blocked by our content filters. Please try another prompt.',
      ),
    },
  },
}

/** Signature Version 4, reckoned anew from what arrived. */
export function isSigned({
  method,
  path,
  headers,
  text,
}: Pick<Incoming, 'method' | 'path' | 'headers' | 'text'>): boolean {
  const given =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/([^/]+)\/aws4_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/u.exec(
      headers['authorization'] ?? '',
    )
  if (!given) return false
  const [, , day = '', region = '', service = '', signedHeaders = '', signature] = given
  const canonical = [
    method,
    path.split('/').map(encodeURIComponent).join('/'),
    '',
    ...signedHeaders.split(';').map((name) => `${name}:${headers[name]}`),
    '',
    signedHeaders,
    headers['x-amz-content-sha256'] ?? sha(text),
  ].join('\n')
  const scope = `${day}/${region}/${service}/aws4_request`
  const toSign = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, sha(canonical)].join('\n')
  const key = [region, service, 'aws4_request'].reduce<Buffer>(hmac, hmac(`AWS4${awsSecret}`, day))
  return service === 'bedrock' && hmac(key, toSign).toString('hex') === signature
}

const sha = (input: string) => createHash('sha256').update(input).digest('hex')
const hmac = (key: string | Buffer, input: string) => createHmac('sha256', key).update(input).digest()
