import type { KeptImage } from '../storage/storage.ts'

/** One of the calls that a task needs: for the images from `first` on. */
export type Call = { index: number; first: number; count: number }

/** `toldMicroUsd`: what the provider itself said that the call cost. */
export type CallEnd = { images: KeptImage[]; failures: Failure[]; toldMicroUsd?: number; revisedPrompt?: string }

/**
 * `sent`: the request may have reached the provider. `accepted`: the provider gave a ticket for it. `count`: the images
 * that are missing because of it.
 */
export type Failure = { error: unknown; sent: boolean; accepted?: boolean; count: number }

export const failed = (failure: Failure): CallEnd => ({ images: [], failures: [failure] })

/** The server ended before the call was sent. */
export class NotBegun extends Error {
  override name = 'NotBegun'
}
