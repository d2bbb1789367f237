import { isProviderId, type ProviderFacts, type ProviderId, providers } from './provider-list.ts'

/** Whose model a name that the catalogue does not know is likely to be. */
export function detectProvider(name: string): ProviderId | undefined {
  const text = name.toLowerCase()
  if (text.startsWith('fal-ai/')) return 'fal'
  if (text.startsWith('accounts/fireworks/')) return 'fireworks'
  // maker/model is how hubs write it; many servers answer to the same one.
  if (text.includes('/')) return undefined
  return signs.find(([, sign]) => sign.test(text))?.[0]
}

const signs = Object.entries<ProviderFacts>(providers).flatMap(([provider, { sign }]): [ProviderId, RegExp][] =>
  sign !== undefined && isProviderId(provider) ? [[provider, sign]] : [],
)
