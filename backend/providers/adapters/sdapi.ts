import * as z from 'zod/mini'
import type { Endpoint, Pause } from '../adapter.ts'
import { type Ask, askAs, bearer } from '../ask.ts'
import { megapixelSizes } from '../megapixel-sizes.ts'
import { realPause } from '../poll.ts'
import type { Generate, ImageRequest } from '../provider.ts'

/**
 * AUTOMATIC1111, Forge and stable-diffusion.cpp, `/sdapi/v1/txt2img`. While it paints it is asked how far it is; a call
 * that is given up interrupts it. A key, if there is one, is `user:password` of its `--api-auth`.
 */
export function sdapi(endpoint: Endpoint): Generate {
  const { baseUrl, id, key, pause = realPause } = endpoint
  const basic = key?.includes(':') ? { Authorization: `Basic ${Buffer.from(key).toString('base64')}` } : undefined
  const ask = askAs(endpoint, { headers: () => basic ?? bearer(endpoint)() })
  return async (request) => {
    const over = new AbortController()
    const watching = watch(ask, baseUrl, { ...request, pause, signal: AbortSignal.any([request.signal, over.signal]) })
    try {
      const url = `${baseUrl}/sdapi/v1/txt2img`
      const answer = await ask.json({ url, json: bodyOf(id, request), signal: request.signal })
      const { images, info } = answer.read(Reply)
      const seeds = seedsIn(info)
      return {
        images: images.slice(0, request.count).map((image, index) => {
          const seed = seeds[index]
          return { bytes: answer.picture(image), ...(seed !== undefined && { seed }) }
        }),
      }
    } catch (error) {
      if (request.signal.aborted)
        void ask
          .bytes({ url: `${baseUrl}/sdapi/v1/interrupt`, method: 'POST', signal: AbortSignal.timeout(5000) })
          .catch(() => undefined)
      throw error
    } finally {
      over.abort()
      await watching
    }
  }
}

const everyMs = 1000

/** Until the signal aborts; a look that fails is left out. */
async function watch(
  ask: Ask,
  baseUrl: string,
  { onProgress, pause, signal }: Pick<ImageRequest, 'onProgress' | 'signal'> & { pause: Pause },
): Promise<void> {
  if (onProgress === undefined) return
  while (!signal.aborted) {
    await pause(everyMs, signal).catch(() => undefined)
    const looked = await ask
      .json({ url: `${baseUrl}/sdapi/v1/progress?skip_current_image=true`, signal })
      .catch(() => undefined)
    const share = looked?.maybe(Progress)?.progress
    if (share !== undefined && !signal.aborted) onProgress(share)
  }
}

const Reply = z.object({ images: z.array(z.string()).check(z.minLength(1)), info: z.optional(z.unknown()) })
const Progress = z.object({ progress: z.number().check(z.minimum(0), z.maximum(1)) })
const Info = z.object({ all_seeds: z.array(z.int()) })

/** `info` is JSON within JSON. */
function seedsIn(info: unknown): number[] {
  if (typeof info !== 'string') return []
  try {
    return Info.safeParse(JSON.parse(info)).data?.all_seeds ?? []
  } catch {
    return []
  }
}

function bodyOf(id: string, request: ImageRequest) {
  const { prompt, aspectRatio, count, guidance, negativePrompt, seed, steps } = request
  return {
    prompt,
    batch_size: count,
    ...(id !== whatIsLoaded && { override_settings: { sd_model_checkpoint: id } }),
    ...(aspectRatio && megapixelSizes[aspectRatio]),
    ...(negativePrompt !== undefined && { negative_prompt: negativePrompt }),
    ...(seed !== undefined && { seed }),
    ...(steps !== undefined && { steps }),
    ...(guidance !== undefined && { cfg_scale: guidance }),
  }
}

/** In place of a checkpoint's name: whichever the server has loaded. */
export const whatIsLoaded = 'loaded'
