import { lookAtSite } from '../cloud/look-at-site.ts'
import type { Check } from './check.ts'
import type { DeployedDeps } from './deployed-deps.ts'

export const site: Check<Pick<DeployedDeps, 'stack' | 'fetch'>> = {
  name: 'The site',
  look: ({ stack, fetch }) => lookAtSite(stack, fetch),
}
