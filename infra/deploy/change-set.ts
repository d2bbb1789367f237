import {
  DeleteChangeSetCommand,
  DescribeChangeSetCommand,
  type Change,
  type CloudFormationClient,
} from '@aws-sdk/client-cloudformation'
import { CommandFault } from '../cloud/fault.ts'
import type { DeployDeps } from './deploy-deps.ts'

export type ChangeSet = { id: string; changes: Change[] }

const pollMs = 3000

/** What happens to one resource: `Modify Table (AWS::DynamoDB::Table), which replaces it`. */
export function changeLine({ ResourceChange: change }: Change): string {
  const { Action, LogicalResourceId, ResourceType, Replacement } = change ?? {}
  const replaces = { True: ', which replaces it', Conditional: ', which may replace it', False: '', None: '' }
  return `${Action} ${LogicalResourceId} (${ResourceType})${replaces[Replacement ?? 'None']}`
}

/** Waits until a change set is made. Undefined, and it is gone, when it would change nothing. */
export async function readChangeSet(
  { services: { cloudFormation }, pause }: Pick<DeployDeps, 'services' | 'pause'>,
  id: string,
): Promise<ChangeSet | undefined> {
  for (;;) {
    const { status, reason, changes } = await describe(cloudFormation, id)
    if (status === 'CREATE_COMPLETE') return { id, changes }
    if (status === 'FAILED' && /didn't contain changes|No updates are to be performed/u.test(reason)) {
      await cloudFormation.send(new DeleteChangeSetCommand({ ChangeSetName: id }))
      return undefined
    }
    if (status === 'FAILED') throw new CommandFault(`CloudFormation refuses the change: ${reason}`)
    await pause(pollMs)
  }
}

async function describe(cloudFormation: CloudFormationClient, ChangeSetName: string) {
  const changes: Change[] = []
  let NextToken: string | undefined
  for (;;) {
    const page = await cloudFormation.send(
      new DescribeChangeSetCommand({ ChangeSetName, ...(NextToken !== undefined && { NextToken }) }),
    )
    changes.push(...(page.Changes ?? []))
    NextToken = page.NextToken
    if (NextToken === undefined) return { status: page.Status, reason: page.StatusReason ?? '', changes }
  }
}
