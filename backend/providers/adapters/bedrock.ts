import * as z from 'zod/mini'
import type { Endpoint } from '../adapter.ts'
import { askAs, bearer } from '../ask.ts'
import { megapixelSizes } from '../megapixel-sizes.ts'
import type { Classify } from '../classify-error.ts'
import type { Generate, ImageRequest } from '../provider.ts'
import { signForBedrock } from '../sign-for-bedrock.ts'
import { namedFailure } from '../verdicts.ts'

/** Amazon Bedrock's InvokeModel: Stability's models and Nova Canvas. Signed, or with a Bedrock API key. */
export function bedrock(endpoint: Endpoint): Generate {
  const { baseUrl, id, who } = endpoint
  const ask = askAs(endpoint, { headers: signer(endpoint), classify })
  const isNova = id.startsWith('amazon.')
  return async (request) => {
    const answer = await ask.json({
      url: `${baseUrl}/model/${encodeURIComponent(id)}/invoke`,
      json: isNova ? novaBody(request) : stabilityBody(request),
      signal: request.signal,
    })
    const { images, finish_reasons: reasons, seeds, error } = answer.read(Reply)
    const [image] = images
    const reason = reasons[0] ?? error ?? undefined
    if (/^Filter reason: (?:prompt|input)/u.test(reason ?? '')) throw namedFailure('refused', who)
    if (/filter|AI policy/iu.test(reason ?? '')) throw namedFailure('refusedPicture', who)
    if (reason !== undefined) throw namedFailure('gaveUp', who, new Error(reason))
    if (image === undefined) throw namedFailure('noImage', who)
    const [seed] = seeds
    return {
      images: images.slice(0, request.count).map((bytes, index) => ({
        bytes: answer.picture(bytes),
        ...(index === 0 && seed !== undefined && { seed: seed === inPlaceOfZero ? 0 : seed }),
      })),
    }
  }
}

const Reply = z.object({
  images: z._default(z.array(z.string()), []),
  seeds: z._default(z.array(z.int()), []),
  finish_reasons: z._default(z.array(z.nullable(z.string())), []),
  /** Nova's way of saying that a picture is withheld. */
  error: z.optional(z.nullable(z.string())),
})

function stabilityBody({ prompt, aspectRatio, negativePrompt, seed }: ImageRequest) {
  return {
    prompt,
    mode: 'text-to-image',
    output_format: 'png',
    ...(aspectRatio && { aspect_ratio: aspectRatio }),
    ...(negativePrompt !== undefined && { negative_prompt: negativePrompt }),
    ...(seed !== undefined && { seed: seed === 0 ? inPlaceOfZero : seed }),
  }
}

// To Stability's models 0 means “any seed”; nobody here can ask for their largest one.
const inPlaceOfZero = 4_294_967_294

function novaBody({ prompt, aspectRatio = '1:1', count, guidance, negativePrompt, seed }: ImageRequest) {
  return {
    taskType: 'TEXT_IMAGE',
    textToImageParams: { text: prompt, ...(negativePrompt !== undefined && { negativeText: negativePrompt }) },
    imageGenerationConfig: {
      ...megapixelSizes[aspectRatio],
      numberOfImages: count,
      quality: 'standard',
      ...(seed !== undefined && { seed }),
      ...(guidance !== undefined && { cfgScale: guidance }),
    },
  }
}

const classify: Classify = ({ status, words: { message }, headers }) => {
  const type = (headers['x-amzn-errortype'] ?? '').split(':')[0] ?? ''
  if (/blocked by our content filters|AI policy/iu.test(message)) return 'refused'
  if (/end of its life/iu.test(message)) return 'retired'
  if (/^(?:UnrecognizedClient|ExpiredToken|InvalidSignature|IncompleteSignature)/u.test(type)) return 'badKey'
  if (type === 'AccessDeniedException') return 'notAllowed'
  if (type === 'ThrottlingException' || type === 'ServiceQuotaExceededException') return 'busy'
  if (type === 'ModelNotReadyException' || type === 'ServiceUnavailableException') return 'overloaded'
  return status === 424 ? 'failed' : undefined
}

function signer(endpoint: Endpoint) {
  const { aws, key } = endpoint
  if (key !== undefined || aws?.accessKeyId === undefined || aws.secretAccessKey === undefined) return bearer(endpoint)
  return signForBedrock({ ...aws, accessKeyId: aws.accessKeyId, secretAccessKey: aws.secretAccessKey })
}
