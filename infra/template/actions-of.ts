/** Commands of the AWS SDK by the package that they come from: `{ '@aws-sdk/client-s3': ['PutObjectCommand'] }`. */
export type Commands = Readonly<Record<string, readonly string[]>>

/** The IAM actions that whoever sends these commands has to be allowed, sorted. Throws for a package that is not known. */
export function actionsOf(commands: Commands): string[] {
  const actions = Object.entries(commands).flatMap(([packageName, names]) => {
    const service = services[packageName]
    if (service === undefined) throw new Error(`Nobody has told which service ${packageName} is for`)
    return names.map((name) => {
      const bare = name.replace(/Command$/u, '')
      return `${service.prefix}:${service.actions[bare] ?? bare}`
    })
  })
  return [...new Set(actions)].toSorted()
}

// Most commands have the name of their action. DynamoDB's come from two packages, whose names differ.
const services: Partial<Record<string, { prefix: string; actions: Partial<Record<string, string>> }>> = {
  '@aws-sdk/client-dynamodb': { prefix: 'dynamodb', actions: {} },
  '@aws-sdk/lib-dynamodb': {
    prefix: 'dynamodb',
    actions: {
      Get: 'GetItem',
      BatchGet: 'BatchGetItem',
      BatchWrite: 'BatchWriteItem',
      Put: 'PutItem',
      Update: 'UpdateItem',
      Delete: 'DeleteItem',
    },
  },
  '@aws-sdk/client-s3': {
    prefix: 's3',
    actions: {
      HeadObject: 'GetObject',
      DeleteObjects: 'DeleteObject',
      ListObjects: 'ListBucket',
      ListObjectsV2: 'ListBucket',
      HeadBucket: 'ListBucket',
    },
  },
  '@aws-sdk/client-sqs': {
    prefix: 'sqs',
    actions: { SendMessageBatch: 'SendMessage', DeleteMessageBatch: 'DeleteMessage' },
  },
  '@aws-sdk/client-secrets-manager': { prefix: 'secretsmanager', actions: {} },
}
