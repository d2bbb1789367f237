import type { Model } from '../../contract/model.ts'

/** Of a whole run in micro-dollars; null when one of the models has no known price. */
export function runPrice(models: readonly Pick<Model, 'priceMicroUsd'>[], imagesPerModel = 1): number | null {
  let sum = 0
  for (const { priceMicroUsd } of models) {
    if (priceMicroUsd === null) return null
    sum += priceMicroUsd * imagesPerModel
  }
  return sum
}
