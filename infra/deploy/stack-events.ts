import { DescribeStackEventsCommand, type CloudFormationClient, type StackEvent } from '@aws-sdk/client-cloudformation'
import type { DeployDeps } from './deploy-deps.ts'

const pollMs = 5000

type Change = { StackName: string; token: string }

/** Waits for the end of what was begun with a token: how it ended, and what failed of it, the first first. */
export async function carriedOut(
  { services: { cloudFormation }, say, pause }: Pick<DeployDeps, 'services' | 'say' | 'pause'>,
  change: Change,
): Promise<{ status: string; failed: string[] }> {
  let told = ''
  for (;;) {
    const { events } = await readPage(cloudFormation, change)
    // That of the stack itself is the last of its events; while much is deleted it may be pages away.
    const status =
      events.find(({ LogicalResourceId }) => LogicalResourceId === change.StackName)?.ResourceStatus ?? told
    if (status !== '' && !status.endsWith('_IN_PROGRESS'))
      return { status, failed: (await allEvents(cloudFormation, change)).toReversed().flatMap(failure) }
    if (status !== told) say(`  CloudFormation: ${status}`)
    told = status
    await pause(pollMs)
  }
}

/** A change that is taken back has more events than a page: what failed stands before all that was deleted for it. */
async function allEvents(cloudFormation: CloudFormationClient, change: Change): Promise<StackEvent[]> {
  const all: StackEvent[] = []
  let next: string | undefined
  do {
    const { events, older } = await readPage(cloudFormation, change, next)
    all.push(...events)
    next = older
  } while (next !== undefined)
  return all
}

/** The newest events come first. `older` leads on, unless the page ends with what was there before this change. */
async function readPage(
  cloudFormation: CloudFormationClient,
  { StackName, token }: Change,
  NextToken?: string,
): Promise<{ events: StackEvent[]; older: string | undefined }> {
  const page = await cloudFormation.send(
    new DescribeStackEventsCommand({ StackName, ...(NextToken !== undefined && { NextToken }) }),
  )
  const isOfChange = ({ ClientRequestToken }: StackEvent) => ClientRequestToken === token
  const all = page.StackEvents ?? []
  const last = all.at(-1)
  return { events: all.filter(isOfChange), older: last && isOfChange(last) ? page.NextToken : undefined }
}

function failure({ LogicalResourceId, ResourceStatus, ResourceStatusReason = '' }: StackEvent): string[] {
  if (ResourceStatus?.endsWith('_FAILED') !== true || ResourceStatusReason.includes('cancelled')) return []
  return [`${LogicalResourceId}: ${ResourceStatusReason}`]
}
