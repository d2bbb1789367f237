import type { ForeignFetch } from './foreign-fetch.ts'
import { type ProviderId, providers } from './provider-list.ts'
import type { Generate } from './provider.ts'

/** All that a call needs to know of a provider's server: plain data, so that it can cross into another thread. */
export type AdapterSettings = {
  provider: ProviderId
  /** The provider's own name of the model. */
  id: string
  /** Absent: the server is asked without one. */
  key?: string | undefined
  /** Without a slash at its end. */
  baseUrl: string
  /** How messages name the provider. */
  who: string
  /** Micro-dollars of one token, with which the provider's own count becomes the true cost. */
  tokenMicroUsd?: { input: number; output: number }
  aws?: AwsAccess
}

/** With `key` in place of the two key parts, requests carry it and are not signed. */
type AwsAccess = { region: string; accessKeyId?: string; secretAccessKey?: string; sessionToken?: string }

export type Pause = (ms: number, signal: AbortSignal) => Promise<void>

export type AdapterDeps = {
  fetch: typeof globalThis.fetch
  /** For addresses that an answer names; absent: over the network. */
  foreign?: ForeignFetch
  /** Milliseconds since 1970. */
  now: () => number
  /** Settles after `ms`, rejects when the signal aborts; absent: in real time. */
  pause?: Pause
}

/** A provider's server, and what a call to it needs. */
export type Endpoint = Omit<AdapterSettings, 'provider'> & AdapterDeps

/** What a provider's file exports: calls to one of its models. */
export type Adapter = (endpoint: Endpoint) => Generate

/** Where calls are made: in this thread, or in another. */
export type Connect = (settings: AdapterSettings) => Generate

/** Loads a provider's code on the first call, so that only what is used costs time and memory. */
export function connectHere(deps: AdapterDeps): Connect {
  return ({ provider, ...settings }) => {
    let loaded: Promise<Generate> | undefined
    return async (request) => {
      loaded ??= providers[provider].load().then((adapter) => adapter({ ...settings, ...deps }))
      return (await loaded)(request)
    }
  }
}
