import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { S3Client } from '@aws-sdk/client-s3'
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { SQSClient } from '@aws-sdk/client-sqs'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'

export type AwsClients = {
  dynamo: DynamoDBClient
  table: DynamoDBDocumentClient
  s3: S3Client
  sqs: SQSClient
  secrets: SecretsManagerClient
}

type Options = {
  /** In place of those that the SDK finds by itself. */
  endpoints?: { dynamo: string; s3AndSqs: string }
  region?: string
  credentials?: { accessKeyId: string; secretAccessKey: string }
  /** For an S3 that is not AWS's, whose buckets have no host names of their own. */
  pathStyle: boolean
  /** How long a request may take to be answered, in milliseconds, and half of it to connect. The SDK makes a few, for throttling too. */
  answerMs?: number
}

/** The clients of one process, which keep their connections. */
export function awsClients({ endpoints, pathStyle, answerMs = 5000, ...common }: Options): AwsClients {
  const [ofDynamo, ofOthers] = [endpoints?.dynamo, endpoints?.s3AndSqs].map((endpoint) => endpoint && { endpoint })
  // A connection that hangs must not use up the time of a task. Without the third the second is but a warning.
  const requestHandler = { connectionTimeout: answerMs / 2, requestTimeout: answerMs, throwOnRequestTimeout: true }
  const dynamo = new DynamoDBClient({ ...common, ...ofDynamo, requestHandler, maxAttempts: 4 })
  return {
    dynamo,
    table: DynamoDBDocumentClient.from(dynamo, { marshallOptions: { removeUndefinedValues: true } }),
    s3: new S3Client({
      ...common,
      ...ofOthers,
      forcePathStyle: pathStyle,
      // An image is read at the speed of whoever it is for, but nobody rests for a minute.
      requestHandler: { ...requestHandler, socketTimeout: 60_000 },
      maxAttempts: 3,
    }),
    sqs: new SQSClient({ ...common, ...ofOthers, requestHandler, maxAttempts: 4 }),
    secrets: new SecretsManagerClient({ ...common, ...ofOthers, requestHandler, maxAttempts: 3 }),
  }
}
