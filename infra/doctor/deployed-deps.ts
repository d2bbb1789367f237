import type { Services } from '../cloud/services.ts'
import type { Stack } from '../cloud/stack.ts'

export type DeployedDeps = {
  services: Services
  name: string
  region: string
  stack: Stack
  /** Physical ids by the template's. */
  resources: ReadonlyMap<string, { id: string; type: string }>
  fetch: typeof fetch
  now(): number
}

/** The resource of that name in the template. Throws when the stack lacks it. */
export function idOf({ resources }: Pick<DeployedDeps, 'resources'>, name: string): string {
  const found = resources.get(name)
  if (found === undefined) throw new Error(`the stack has no ${name}; npm run deploy brings it up to date`)
  return found.id
}
