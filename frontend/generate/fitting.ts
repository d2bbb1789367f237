import type { Model } from '../../contract/model.ts'
import type { RefusalError } from '../../contract/refusal.ts'
import { runPrice } from './price.ts'

/** The cheapest of the models that together cost no more than what is left; in their order. None when the price of all is not too high. */
export function fitting(chosen: readonly Model[], images: number, leftMicroUsd: number): Model[] {
  const cheapestFirst = chosen
    .filter(({ priceMicroUsd }) => priceMicroUsd !== null)
    .toSorted((a, b) => (a.priceMicroUsd ?? 0) - (b.priceMicroUsd ?? 0))
  while ((runPrice(cheapestFirst, images) ?? 0) > leftMicroUsd) cheapestFirst.pop()
  return chosen.filter((model) => cheapestFirst.includes(model))
}

/** Whether the run, refused for its price, is now cheap enough. One model's own budget is not the whole run's: who knows. */
export function fitsNow({ details }: RefusalError, chosen: readonly Model[], images: number): boolean {
  const price = runPrice(chosen, images)
  return details.scope !== 'model' && chosen.length > 0 && price !== null && price <= (details.leftMicroUsd ?? 0)
}
