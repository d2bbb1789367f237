import type { ProviderId } from '../provider-list.ts'
import type { Dialect } from './dialect.ts'
import { bedrockDialect } from './bedrock.ts'
import { deepinfraDialect, fireworksDialect, sdapiDialect } from './diffusion.ts'
import { googleDialect, stabilityDialect } from './direct.ts'
import { compatibleDialect, openaiDialect, recraftDialect, togetherDialect, xaiDialect } from './openai-family.ts'
import { bflDialect, falDialect, lumaDialect, replicateDialect } from './polled.ts'

/** How each provider's API is documented. The compiler misses a new provider here. */
export const dialects: Record<ProviderId, Dialect> = {
  openai: openaiDialect,
  google: googleDialect,
  vertex: googleDialect,
  stability: stabilityDialect,
  bfl: bflDialect,
  recraft: recraftDialect,
  bedrock: bedrockDialect,
  xai: xaiDialect,
  luma: lumaDialect,
  fal: falDialect,
  replicate: replicateDialect,
  together: togetherDialect,
  fireworks: fireworksDialect,
  deepinfra: deepinfraDialect,
  sdapi: sdapiDialect,
  'openai-compatible': compatibleDialect,
}
