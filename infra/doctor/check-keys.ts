import { standardKeys } from '../../backend/model-settings.ts'
import type { Settings } from '../../backend/entry/read-settings.ts'
import { factsOf, isProviderId } from '../../backend/providers/provider-list.ts'
import { resolveModel } from '../../backend/providers/resolve-model.ts'
import { bad, type Finding, good } from '../cloud/finding.ts'
import { keyRequests } from './key-requests.ts'

const timeoutMs = 10_000

/** A key, where it is set, whose it is, and at what address it is shown. */
type Key = { names: string[]; key: string; provider: string; base: string | undefined }

/** Asks each provider whether it accepts its key. A key is shown to no address but that which it is meant for. */
export async function checkKeys(
  { models, language, config }: Pick<Settings, 'config' | 'language' | 'models'>,
  ask: typeof fetch,
): Promise<Finding[]> {
  const { keys, slots = [] } = models
  const standard = Object.entries(keys).map(([provider, key]) => ({
    name: standardKeys[provider] ?? provider,
    key,
    provider,
  }))
  const numbered = slots.flatMap((slot) => {
    const resolved = resolveModel(slot)
    if (slot.key === undefined || 'fault' in resolved) return []
    return { name: `MODEL_${slot.number}_KEY`, key: slot.key, provider: resolved.provider, base: slot.baseUrl }
  })
  const spoken =
    language?.key === undefined
      ? []
      : [{ name: 'the key of PROMPT_MODEL', key: language.key, provider: language.speaks, base: language.baseUrl }]
  const moderation = config.moderation
  const looked =
    moderation === undefined
      ? []
      : [{ name: 'the key of MODERATION', key: moderation.key, provider: 'openai', base: moderation.baseUrl }]
  return Promise.all(alone([...standard, ...numbered, ...spoken, ...looked]).map((key) => checkKey(key, ask)))
}

type Named = Omit<Key, 'names' | 'base'> & { name: string; base?: string | undefined }

/** Each key once for each address, whatever it is set for. */
function alone(named: readonly Named[]): Key[] {
  const keys = new Map<string, Key>()
  for (const { name, key, provider, base = baseOf(provider) } of named) {
    const id = JSON.stringify([key, base])
    const known = keys.get(id)
    if (known) known.names.push(name)
    else keys.set(id, { names: [name], key, provider, base })
  }
  return [...keys.values()]
}

const baseOf = (provider: string) => (isProviderId(provider) ? factsOf(provider).baseUrl : undefined)

async function checkKey({ names, key, provider, base }: Key, ask: typeof fetch): Promise<Finding> {
  const whose = isProviderId(provider) ? factsOf(provider).name : provider
  const title = `${names.join(', ')} of ${whose}`
  const request = isProviderId(provider) ? keyRequests[provider] : undefined
  if (request === undefined || base === undefined)
    return good(`${title} is set`, 'There is no request that costs nothing with which it could be tried.')
  const again = 'That says nothing of the key. Type npm run doctor again in a minute.'
  const answer = await ask(request.url(base), {
    headers: request.headers(key),
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
  }).then(
    async (response) => ({ status: response.status, text: await response.text().catch(() => '') }),
    () => undefined,
  )
  if (answer === undefined) return bad(`${title} could not be tried: ${new URL(base).host} does not answer`, again)
  const { status, text } = answer
  if (status === 401 || status === 403 || (status === 400 && /api.?key/iu.test(text)))
    return bad(`${title} is refused (${status})`, `Make a new key at ${whose} and set it.`)
  if (status === 402) return bad(`${title} is known, but there is no money`, `Pay in at ${whose}.`)
  // Too many requests are refused after the key was looked at.
  if (status < 300 || status === 429) return good(`${title} is accepted`)
  return bad(`${title} could not be tried: ${new URL(base).host} answered ${status}`, again)
}
