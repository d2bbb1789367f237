import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { SQSClient } from '@aws-sdk/client-sqs'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'

export type AwsClients = {
  dynamo: DynamoDBClient
  table: DynamoDBDocumentClient
  sqs: SQSClient
  secrets: SecretsManagerClient
}

export type ClientOptions = {
  /** In place of those that the SDK finds by itself. */
  endpoints?: { dynamo: string; s3AndSqs: string }
  region?: string
  credentials?: { accessKeyId: string; secretAccessKey: string }
  /** How long a request may take to be answered, in milliseconds, and half of it to connect. The SDK makes a few, for throttling too. */
  answerMs?: number
}

/** The clients of one process, which keep their connections. That of S3 is apart: not every function needs one at its start. */
export function awsClients(options: ClientOptions): AwsClients {
  const common = commonOptions(options)
  const ofDynamo = options.endpoints && { endpoint: options.endpoints.dynamo }
  const dynamo = new DynamoDBClient({ ...common, ...ofDynamo, maxAttempts: 4 })
  return {
    dynamo,
    table: DynamoDBDocumentClient.from(dynamo, { marshallOptions: { removeUndefinedValues: true } }),
    sqs: new SQSClient({ ...common, maxAttempts: 4 }),
    secrets: new SecretsManagerClient({ ...common, maxAttempts: 3 }),
  }
}

export function commonOptions({ endpoints, region, credentials, answerMs = 5000 }: ClientOptions) {
  return {
    ...(region !== undefined && { region }),
    ...(credentials && { credentials }),
    ...(endpoints && { endpoint: endpoints.s3AndSqs }),
    // A connection that hangs must not use up the time of a task. Without the third the second is but a warning.
    requestHandler: { connectionTimeout: answerMs / 2, requestTimeout: answerMs, throwOnRequestTimeout: true },
  }
}
