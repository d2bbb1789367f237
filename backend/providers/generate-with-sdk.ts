import { APICallError, generateImage, NoImageGeneratedError } from 'ai'
import { classifyError, type Failure } from './classify-error.ts'
import { interruption } from './interruption.ts'
import type { GeneratedImage, ImageRequest } from './provider.ts'

// It would print them to the console; what a model ignores is known from its abilities.
globalThis.AI_SDK_LOG_WARNINGS = false

type SdkCall = Pick<Parameters<typeof generateImage>[0], 'size' | 'providerOptions'>
type Deps = {
  model: Exclude<Parameters<typeof generateImage>[0]['model'], string>
  who: string
  secrets: readonly string[]
  /** Milliseconds since 1970. */
  now: () => number
}
type Answer = {
  images: GeneratedImage[]
  tokens: { input: number; output: number } | undefined
  metadata: unknown
}

/** One request through the AI SDK, never repeated by it. Throws ProviderError, or the signal's reason when it was stopped. */
export async function generateWithSdk(
  { model, who, secrets, now }: Deps,
  { prompt, count, signal }: ImageRequest,
  call: SdkCall,
): Promise<Answer> {
  try {
    const { images, usage, calls } = await generateImage({
      ...call,
      model,
      prompt,
      n: count,
      maxImagesPerCall: count,
      maxRetries: 0,
      abortSignal: signal,
    })
    const { inputTokens: input, outputTokens: output } = usage
    return {
      // From its base64, since the SDK's own decoder takes four times as long.
      images: images.map(({ base64 }) => ({ bytes: Buffer.from(base64, 'base64') })),
      tokens: input === undefined || output === undefined ? undefined : { input, output },
      metadata: calls[0]?.providerMetadata,
    }
  } catch (error) {
    if (signal.aborted) throw interruption(signal, who)
    throw classifyError(failureOf(error), { who, secrets, now: now() })
  }
}

function failureOf(error: unknown): Failure {
  if (NoImageGeneratedError.isInstance(error)) return { status: 200, error }
  if (!APICallError.isInstance(error)) return { error }
  const { statusCode: status, responseHeaders: headers, responseBody: body } = error
  return {
    error,
    ...(status !== undefined && { status }),
    ...(headers && { headers }),
    ...(body !== undefined && { body }),
  }
}
