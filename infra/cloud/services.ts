import { CloudFormationClient } from '@aws-sdk/client-cloudformation'
import { CloudFrontClient } from '@aws-sdk/client-cloudfront'
import { CloudWatchClient } from '@aws-sdk/client-cloudwatch'
import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { LambdaClient } from '@aws-sdk/client-lambda'
import { S3Client } from '@aws-sdk/client-s3'
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { SNSClient } from '@aws-sdk/client-sns'
import { SQSClient } from '@aws-sdk/client-sqs'
import { STSClient } from '@aws-sdk/client-sts'

/** What deploys and what looks after a deployment asks AWS through. Credentials are found as the aws command finds them. */
export type Services = ReturnType<typeof openServices>

export function openServices({ region, pathStyle }: { region: string | undefined; pathStyle: boolean }) {
  const where = region === undefined ? {} : { region }
  return {
    cloudFormation: new CloudFormationClient(where),
    cloudFront: new CloudFrontClient(where),
    cloudWatch: new CloudWatchClient(where),
    dynamo: new DynamoDBClient(where),
    lambda: new LambdaClient(where),
    logs: new CloudWatchLogsClient(where),
    s3: new S3Client({ ...where, forcePathStyle: pathStyle }),
    secrets: new SecretsManagerClient(where),
    sns: new SNSClient(where),
    sqs: new SQSClient(where),
    sts: new STSClient(where),
  }
}
