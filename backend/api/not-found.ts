import { RefusalError } from '../../contract/refusal.ts'
import { routes } from '../../contract/routes.ts'
import type { ApiContext } from './app-deps.ts'

/** No route took the request: 405 when another method would have been right, else 404. Always throws. */
export function notFound(c: ApiContext): never {
  const allow = allowedMethods(c.req.path)
  if (allow.length === 0 || allow.includes(c.req.method)) {
    throw new RefusalError('not_found', 'There is nothing at this address.')
  }
  c.header('Allow', allow.join(', '))
  throw new RefusalError('method_not_allowed', `This address takes ${allow.join(', ')}, not ${c.req.method}.`)
}

function allowedMethods(path: string): string[] {
  const literal = routes.filter((route) => route.path === path)
  const found = literal.length > 0 ? literal : routes.filter((route) => pattern(route.path).test(path))
  // Everything else belongs to the page.
  if (found.length === 0) return /^\/(?:api|images)(?:\/|$)/u.test(path) ? [] : ['GET', 'HEAD']
  return found.flatMap(({ method }) => (method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()]))
}

const pattern = (path: string) => new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/gu, '[^/]+')}$`, 'u')
