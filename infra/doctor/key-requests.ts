import type { ProviderId } from '../../backend/providers/provider-list.ts'

export type KeyRequest = { url: (base: string) => string; headers: (key: string) => Record<string, string> }

const bearer = (key: string) => ({ Authorization: `Bearer ${key}` })
const at = (path: string, headers: KeyRequest['headers'] = bearer): KeyRequest => ({
  url: (base) => base + path,
  headers,
})
/** Beside the address at which it paints. */
const elsewhere = (path: string, headers: KeyRequest['headers'] = bearer): KeyRequest => ({
  url: (base) => new URL(path, base).href,
  headers,
})

/**
 * The request of each provider that costs nothing and tells whether a key is good, from their API references. Vertex AI
 * documents none for keys of its express mode; Bedrock is asked for each of its models.
 */
export const keyRequests: Partial<Record<ProviderId, KeyRequest>> = {
  openai: at('/models'),
  'openai-compatible': at('/models'),
  google: at('/models?pageSize=1', (key) => ({ 'x-goog-api-key': key })),
  stability: at('/v1/user/account'),
  bfl: at('/v1/credits', (key) => ({ 'x-key': key })),
  recraft: at('/users/me'),
  xai: at('/api-key'),
  luma: at('/dream-machine/v1/credits'),
  fal: elsewhere('https://api.fal.ai/v1/models/pricing?endpoint_id=fal-ai/flux/dev', (key) => ({
    Authorization: `Key ${key}`,
  })),
  replicate: at('/account'),
  together: at('/models'),
  fireworks: at('/models'),
  deepinfra: elsewhere('/v1/me'),
}
