import { lookAtSite } from '../cloud/look-at-site.ts'
import { outputOf } from '../cloud/stack.ts'
import type { Check } from './check.ts'
import type { DeployedDeps } from './deployed-deps.ts'

export const site: Check<Pick<DeployedDeps, 'stack' | 'fetch'>> = {
  name: 'The site',
  look({ stack, fetch }) {
    const [url, apiUrl, siteDomain] = ['Url', 'ApiUrl', 'SiteDomain'].map((name) => outputOf(stack, name))
    return lookAtSite({ url: url ?? '', apiUrl: apiUrl ?? '', siteDomain: siteDomain ?? '' }, fetch)
  },
}
