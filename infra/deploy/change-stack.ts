import { DeleteChangeSetCommand, ExecuteChangeSetCommand } from '@aws-sdk/client-cloudformation'
import { CommandFault } from '../cloud/fault.ts'
import { findStack, type Stack } from '../cloud/stack.ts'
import { dataLosses } from './data-losses.ts'
import type { DeployDeps, Wish } from './deploy-deps.ts'
import { changeLine, type ChangeSet } from './change-set.ts'
import { carriedOut } from './stack-events.ts'

const pollMs = 5000

/** What is done at the last moment before something changes. */
type Begin = () => Promise<void>

/** Carries a change set out, but asks first when something that is kept would be lost. Throws with what failed. */
export async function changeStack(
  deps: DeployDeps,
  { stack, region }: Wish,
  { id, changes }: ChangeSet,
  begin: Begin,
): Promise<Stack> {
  const { cloudFormation } = deps.services
  for (const change of changes) deps.say(`  ${changeLine(change)}`)
  const losses = dataLosses(changes)
  if (losses.length > 0) {
    for (const loss of losses) deps.say(`  ${loss}.`)
    const typed = await deps.ask('What is in it would no longer be shown. Type yes to do that all the same: ')
    if (typed.trim() !== 'yes') {
      await cloudFormation.send(new DeleteChangeSetCommand({ ChangeSetName: id }))
      throw new CommandFault('Nothing was changed: what is kept would have been lost, and nobody typed yes.')
    }
  }
  await begin()
  const token = deps.newId()
  await cloudFormation.send(new ExecuteChangeSetCommand({ ChangeSetName: id, ClientRequestToken: token }))
  const { status, failed } = await carriedOut(deps, { StackName: stack, token })
  const changed = await settledStack(deps, stack)
  if (changed !== undefined && /^(?:CREATE|UPDATE)_COMPLETE$/u.test(status)) return changed
  throw new CommandFault(
    [`The stack ended as ${status}: CloudFormation took the change back.`, ...failed].join('\n  ') +
      `\n${whatToType(changed?.status, { stack, region })}`,
  )
}

/** The stack when nothing happens to it any more. Undefined: there is none. */
export async function settledStack({ services, say, pause }: DeployDeps, name: string): Promise<Stack | undefined> {
  let told = ''
  for (;;) {
    const stack = await findStack(services.cloudFormation, name)
    if (stack === undefined || !stack.status.endsWith('_IN_PROGRESS')) return stack
    if (stack.status !== told) say(`  CloudFormation: ${stack.status}`)
    told = stack.status
    await pause(pollMs)
  }
}

/** Throws what to type when a stack is in a state in which it takes no change. */
export function requireChangeable(stack: Stack | undefined, where: Pick<Wish, 'stack' | 'region'>): void {
  if (stack === undefined || /^(?:CREATE|UPDATE|UPDATE_ROLLBACK|IMPORT)_COMPLETE$/u.test(stack.status)) return
  throw new CommandFault(`The stack ${where.stack} is ${stack.status}. ${whatToType(stack.status, where)}`)
}

function whatToType(status: string | undefined, { stack, region }: Pick<Wish, 'stack' | 'region'>): string {
  const which = `--stack-name ${stack} --region ${region}`
  const again = 'npm run deploy, which goes on where this stopped'
  if (status === 'UPDATE_ROLLBACK_FAILED')
    return `Type aws cloudformation continue-update-rollback ${which}, then ${again}.`
  if (status !== undefined && /^(?:ROLLBACK|CREATE_FAILED|DELETE|REVIEW)/u.test(status))
    return `A stack that was never made whole takes no change. Type aws cloudformation delete-stack ${which}, then ${again}.`
  return `Mend what is said, then type ${again}.`
}
