import type { Abilities } from '../../../contract/model.ts'
import type { ProviderId } from '../provider-list.ts'

/** Where a fact was read. `weak`: on one page of somebody else. */
export type Source = { page: string; asOf: string; weak?: true }

export type Bounds = readonly [min: number, max: number]

export type Price = {
  /** Of one image, by what it depends on. */
  images: readonly { size?: string; quality?: string; microUsd: number }[]
  /** Reserved for one image; absent: the dearest of `images`. */
  reserveMicroUsd?: number
  /** Micro-dollars of one token, with which the provider's own count becomes the true cost. */
  tokenMicroUsd?: { input: number; output: number }
  source: Source
}

export type CatalogueEntry = {
  /** The provider's own name of the model. */
  id: string
  name: string
  maker: string
  provider: ProviderId
  /** Other ways in which people write it. */
  aliases?: readonly string[]
  abilities: Abilities
  /** What the provider takes; a setting beyond is brought to the nearest end before it is sent. */
  bounds?: { steps?: Bounds; guidance?: Bounds }
  /** There with the provider's standard key alone. */
  standard?: true
  price?: Price
  /** The day on which the provider shuts it down. */
  retires?: { on: string; source: Source }
  /** Name of the model to take instead. */
  successor?: string
}

/** The most that one image can cost here. */
export const dearest = ({ images, reserveMicroUsd }: Price): number =>
  reserveMicroUsd ?? Math.max(...images.map(({ microUsd }) => microUsd))

/** One price for every image. */
export const flat = (microUsd: number, source: Source): Price => ({ images: [{ microUsd }], source })
