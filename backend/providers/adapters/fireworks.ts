import type { Endpoint } from '../adapter.ts'
import { askAs, bearer } from '../ask.ts'
import type { Generate } from '../provider.ts'
import { namedFailure } from '../verdicts.ts'

/** Fireworks' workflows of FLUX.1: the answer is the picture itself; headers say how it ended. */
export function fireworks(endpoint: Endpoint): Generate {
  const { baseUrl, id, who } = endpoint
  const headers = bearer(endpoint)
  const ask = askAs(endpoint, { headers: () => ({ ...headers(), Accept: 'image/png' }) })
  return async ({ prompt, aspectRatio, guidance, seed, signal, steps }) => {
    const { bytes, headers: told } = await ask.bytes({
      url: `${baseUrl}/workflows/${id}/text_to_image`,
      json: {
        prompt,
        ...(aspectRatio && { aspect_ratio: aspectRatio }),
        ...(seed !== undefined && { seed }),
        ...(steps !== undefined && { num_inference_steps: steps }),
        ...(guidance !== undefined && { guidance_scale: guidance }),
      },
      signal,
    })
    if (told['finish-reason'] === 'CONTENT_FILTERED') throw namedFailure('refusedPicture', who)
    if (bytes.length === 0) throw namedFailure('noImage', who)
    return { images: [{ bytes }] }
  }
}
