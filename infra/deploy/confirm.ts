import { CommandFault } from '../cloud/fault.ts'
import type { DeployDeps, Wish } from './deploy-deps.ts'

/** Goes on when somebody types yes, or has done so before with --yes. */
export async function confirm(
  { ask }: Pick<DeployDeps, 'ask'>,
  { yes }: Pick<Wish, 'yes'>,
  question: string,
): Promise<void> {
  if (yes) return
  const typed = await ask(`${question} Type yes: `)
  if (typed.trim() !== 'yes')
    throw new CommandFault('Nothing was changed: nobody typed yes. With --yes it is not asked.')
}
