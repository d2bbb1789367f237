import type { CatalogueEntry } from './catalogue.ts'
import type { ForeignFetch } from './foreign-fetch.ts'
import type { Generate } from './provider.ts'

/** All that a call needs to know of a provider's server: plain data, so that it can cross into another thread. */
export type AdapterSettings = {
  adapter: 'openai' | 'openai-compatible'
  /** The provider's own name of the model. */
  id: string
  /** Absent: the server is asked without one. */
  key: string | undefined
  baseUrl: string
  /** How messages name the provider. */
  who: string
} & Pick<CatalogueEntry, 'tokenMicroUsd'>

export type AdapterDeps = {
  fetch: typeof globalThis.fetch
  /** For addresses that an answer names; absent: over the network. */
  foreign?: ForeignFetch
  /** Milliseconds since 1970. */
  now: () => number
}

/** Where calls are made: in this thread, or in another. */
export type Connect = (settings: AdapterSettings) => Generate

/** Loads a provider's package on the first call: each takes some 100 ms, and only what is used should. */
export function connectHere(deps: AdapterDeps): Connect {
  return (settings) => {
    let loaded: Promise<Generate> | undefined
    return async (request) => {
      loaded ??= load(settings, deps)
      return (await loaded)(request)
    }
  }
}

async function load(settings: AdapterSettings, deps: AdapterDeps): Promise<Generate> {
  switch (settings.adapter) {
    case 'openai':
      return (await import('./openai.ts')).openai({ ...settings, ...deps })
    case 'openai-compatible':
      return (await import('./openai-compatible.ts')).openaiCompatible({ ...settings, ...deps })
  }
}
