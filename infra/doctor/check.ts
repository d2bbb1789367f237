import { bad, type Finding } from '../cloud/finding.ts'
import { inWords } from '../cloud/fault.ts'

/** Looks at one thing. `name` is said when it cannot be looked at. */
export type Check<Deps> = { name: string; look(deps: Deps): Promise<Finding[]> }

/** All at once; one that fails is a finding of its own. */
export async function runChecks<Deps>(checks: readonly Check<Deps>[], deps: Deps): Promise<Finding[]> {
  const found = await Promise.all(checks.map((check) => runCheck(check, deps)))
  return found.flat()
}

async function runCheck<Deps>({ name, look }: Check<Deps>, deps: Deps): Promise<Finding[]> {
  try {
    return await look(deps)
  } catch (error) {
    const title = `${name} could not be looked at: ${inWords(error)}`
    const rights =
      'See that you are in the right account and may look at it (ReadOnlyAccess is enough, with secretsmanager:GetSecretValue for the settings)'
    return [bad(title, `${rights}, then type npm run doctor again.`)]
  }
}
