import { standardKeys } from '../../backend/model-settings.ts'
import type { Settings } from '../../backend/entry/read-settings.ts'
import { factsOf, isProviderId } from '../../backend/providers/provider-list.ts'
import { resolveModel } from '../../backend/providers/resolve-model.ts'
import { bad, type Finding, good } from '../cloud/finding.ts'
import type { Check } from './check.ts'
import { keyRequests } from './key-requests.ts'
import type { SettingsSource } from './settings-source.ts'

const timeoutMs = 10_000

/** A key, where it is set, whose it is, and at what address it is shown. */
type Key = { names: string[]; key: string; provider: string; base: string | undefined }

/** Asks each provider whether it accepts its key. A key is shown to no address but that which it is meant for. */
export const keys = <Deps extends { fetch: typeof fetch }>({ read, mend }: SettingsSource<Deps>): Check<Deps> => ({
  name: 'The keys of providers',
  async look(deps) {
    const settings = await read(deps)
    if (settings === undefined) return []
    return Promise.all(onceEach(namedKeys(settings)).map((key) => checkKey(key, deps.fetch, mend)))
  },
})

type Named = Omit<Key, 'names' | 'base'> & { name: string; base?: string | undefined }

function namedKeys({ models, language, config: { moderation } }: Settings): Named[] {
  const standard = Object.entries(models.keys).map(([provider, key]) => ({
    name: standardKeys[provider] ?? provider,
    key,
    provider,
  }))
  const numbered = (models.slots ?? []).flatMap((slot) => {
    const resolved = resolveModel(slot)
    if (slot.key === undefined || 'fault' in resolved) return []
    // Those are tried together with their models.
    if (resolved.provider === 'bedrock' && slot.baseUrl === undefined) return []
    return { name: `MODEL_${slot.number}_KEY`, key: slot.key, provider: resolved.provider, base: slot.baseUrl }
  })
  const ofLanguage =
    language?.key === undefined
      ? []
      : [{ name: 'the key of PROMPT_MODEL', key: language.key, provider: language.speaks, base: language.baseUrl }]
  const ofModeration =
    moderation === undefined
      ? []
      : [{ name: 'the key of MODERATION', key: moderation.key, provider: 'openai', base: moderation.baseUrl }]
  return [...standard, ...numbered, ...ofLanguage, ...ofModeration]
}

/** Each key once for each address, whatever it is set for. */
function onceEach(named: readonly Named[]): Key[] {
  const found = new Map<string, Key>()
  for (const { name, key, provider, base = baseOf(provider) } of named) {
    const id = JSON.stringify([key, base])
    const known = found.get(id)
    if (known) known.names.push(name)
    else found.set(id, { names: [name], key, provider, base })
  }
  return [...found.values()]
}

const baseOf = (provider: string) => (isProviderId(provider) ? factsOf(provider).baseUrl : undefined)

async function checkKey(
  { names, key, provider, base }: Key,
  ask: typeof fetch,
  mend: SettingsSource<never>['mend'],
): Promise<Finding> {
  const whose = isProviderId(provider) ? factsOf(provider).name : provider
  const title = `${names.join(', ')} of ${whose}`
  const request = isProviderId(provider) ? keyRequests[provider] : undefined
  if (request === undefined || base === undefined)
    return good(
      `${title} is set, but not tried`,
      'There is no request that costs nothing with which it could be. Paint one picture with it to try it.',
    )
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
    return bad(
      `${title} is refused (${status})`,
      mend(`Make a new key at ${whose} and write it in the place of this one`),
    )
  if (status === 402) return bad(`${title} is known, but there is no money`, `Pay in at ${whose}.`)
  // Too many requests are refused after the key was looked at.
  if (status < 300 || status === 429) return good(`${title} is accepted`)
  return bad(`${title} could not be tried: ${new URL(base).host} answered ${status}`, again)
}
