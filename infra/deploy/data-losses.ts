import type { Change } from '@aws-sdk/client-cloudformation'

/** What holds what cannot be deployed again: runs, pictures, settings, tasks that wait. */
const keeping: Readonly<Record<string, string>> = {
  'AWS::DynamoDB::Table': 'table',
  'AWS::S3::Bucket': 'bucket',
  'AWS::SecretsManager::Secret': 'secret',
  'AWS::SQS::Queue': 'queue',
}

/** A sentence for everything that a change would put an empty one in the place of, or take away. */
export function dataLosses(changes: readonly Change[]): string[] {
  return changes.flatMap(({ ResourceChange: { Action, LogicalResourceId, Replacement, ResourceType = '' } = {} }) => {
    const kind = keeping[ResourceType]
    if (kind === undefined) return []
    if (Action === 'Remove') return [`The ${kind} ${LogicalResourceId} would no longer belong to the stack`]
    if (Replacement === 'True') return [`The ${kind} ${LogicalResourceId} would be replaced by an empty one`]
    if (Replacement === 'Conditional') return [`The ${kind} ${LogicalResourceId} may be replaced by an empty one`]
    return []
  })
}
