import type { Abilities, Lifecycle } from '../../contract/model.ts'
import type { AspectRatio } from '../../contract/parameters.ts'
import type { TaskErrorCode } from '../../contract/task-error.ts'

/** One call to a provider. A parameter is present only when it was set and the model's abilities name it. */
export type ImageRequest = {
  prompt: string
  negativePrompt?: string
  aspectRatio?: AspectRatio
  seed?: number
  steps?: number
  guidance?: number
  /** Images wanted of this call: 1 to `abilities.imagesPerCall`. */
  count: number
  /** The task's deadline and the visitor's Stop in one; the call must end soon after it aborts. */
  signal: AbortSignal
  /**
   * Of a provider that is polled: told what it gave to ask again with, before the first poll, and waited for. Never
   * rejects. From then on work is under way, so that no failure to poll is one with `didNoWork`.
   */
  onTicket?: (ticket: string) => Promise<void>
  /** Of a provider that says how far it is: told the share that is done, from 0 to 1, now and then. */
  onProgress?: (share: number) => void
  /** Such a ticket from an earlier process: the picture is collected, nothing is sent that may be charged. */
  ticket?: string
}

/** `release` gives the memory of `bytes` back at once; whoever reads or writes them has ended by then. */
export type GeneratedImage = { bytes: Uint8Array; seed?: number; release?: () => void }

/** At least one image, else throw. The engine decodes the bytes itself; `revisedPrompt` and cost are the provider's own word. */
export type Generated = { images: GeneratedImage[]; revisedPrompt?: string; costMicroUsd?: number }

export type Generate = (request: ImageRequest) => Promise<Generated>

/** One configured image model, ready to be called. */
export type ImageModel = {
  /** Stable slug of the name. */
  id: string
  name: string
  maker: string
  provider: string
  enabled: boolean
  abilities: Abilities
  /** Of one image, in micro-dollars; null: not known. */
  priceMicroUsd: number | null
  lifecycle: Lifecycle
  successor?: string
  /** The line for the operator's settings that takes the successor instead. */
  successorSetting?: string
  /** Models of one lane share the bound on simultaneous calls: provider and address. */
  lane: string
  generate: Generate
}

/**
 * A failure that a provider's file has named. `message` is for a person: redacted, no addresses. `words`: the end of it that the
 * provider wrote, which may repeat the prompt and is not for the log.
 */
export class ProviderError extends Error {
  override name = 'ProviderError'
  readonly code: TaskErrorCode
  /** The provider's own wait. */
  readonly retryAfterSeconds: number | undefined
  /** True only when the provider certainly did no work, so that nothing can have been charged. */
  readonly didNoWork: boolean
  readonly words: string

  constructor(
    code: TaskErrorCode,
    message: string,
    {
      retryAfterSeconds,
      didNoWork,
      words = '',
      cause,
    }: { retryAfterSeconds?: number; didNoWork: boolean; words?: string; cause?: unknown },
  ) {
    super(message + words, { cause })
    this.words = words
    this.code = code
    this.retryAfterSeconds = retryAfterSeconds
    this.didNoWork = didNoWork
  }
}
