import type { IRawProperty } from 'fast-check'
import { configProperties } from './parsers/config.ts'
import { contractProperties } from './parsers/contract.ts'
import { imageProperties } from './parsers/images.ts'
import { providerProperties } from './parsers/provider-replies.ts'
import { textProperties } from './parsers/texts.ts'
import { routeProperties } from './routes.ts'

/** Something that holds for every input. `share`: how many of all cases it gets, in proportion. */
export type Property = {
  name: string
  share: number
  check: IRawProperty<unknown>
  /** How often it came to what, for those that come to different things. */
  outcomes?: Map<string, number>
}

export type Opened = { properties: Property[]; close(): Promise<void> }

/** All of them; opens the servers that some need. */
export async function openProperties(): Promise<Opened> {
  const routes = await routeProperties()
  return {
    properties: [
      ...contractProperties,
      ...configProperties,
      ...providerProperties,
      ...textProperties,
      ...imageProperties,
      ...routes.properties,
    ],
    close: routes.close,
  }
}
