import { readFileSync } from 'node:fs'
import { CreateTableCommand, type CreateTableCommandInput, type DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { CreateBucketCommand, type S3Client } from '@aws-sdk/client-s3'
import { CreateQueueCommand, GetQueueAttributesCommand, type SQSClient } from '@aws-sdk/client-sqs'
import { parseTemplate, type Resource, type Template } from '../template/parse-template.ts'

export type Clients = { dynamo: DynamoDBClient; s3: S3Client; sqs: SQSClient }

/** Names (of a queue: its URL) by logical id in the template. */
export type Provisioned = Record<string, string>

const template = parseTemplate(readFileSync(new URL('../template.yaml', import.meta.url), 'utf8'))

/** Makes the tables, buckets and queues that the template describes, so that tests run on the schema that is deployed. */
export async function provision(clients: Clients, stack: string): Promise<Provisioned> {
  const made: Provisioned = {}
  for (const [id, resource] of inOrder(template)) {
    const name = `${stack}-${id}`.toLowerCase()
    if (resource.Type === 'AWS::DynamoDB::Table') made[id] = await makeTable(clients.dynamo, name, resource)
    if (resource.Type === 'AWS::S3::Bucket') made[id] = await makeBucket(clients.s3, name)
    if (resource.Type === 'AWS::SQS::Queue') made[id] = await makeQueue(clients.sqs, name, resource, made)
  }
  return made
}

// A queue is made after the one that takes its dead letters.
const inOrder = ({ Resources }: Template) =>
  Object.entries(Resources).toSorted(([, a], [, b]) => Number(hasRedrive(a)) - Number(hasRedrive(b)))
const hasRedrive = ({ Properties }: Resource) => Properties?.['RedrivePolicy'] !== undefined

async function makeTable(dynamo: DynamoDBClient, name: string, { Properties }: Resource): Promise<string> {
  // Expiry, recovery and encryption are what the emulator does not have.
  const { BillingMode, AttributeDefinitions, KeySchema, GlobalSecondaryIndexes } =
    Properties as unknown as CreateTableCommandInput
  const indexes = GlobalSecondaryIndexes && { GlobalSecondaryIndexes }
  await dynamo.send(
    new CreateTableCommand({ TableName: name, BillingMode, AttributeDefinitions, KeySchema, ...indexes }),
  )
  return name
}

async function makeBucket(s3: S3Client, name: string): Promise<string> {
  await s3.send(new CreateBucketCommand({ Bucket: name }))
  return name
}

async function makeQueue(
  sqs: SQSClient,
  name: string,
  { Properties = {} }: Resource,
  made: Provisioned,
): Promise<string> {
  const attributes = { ...Properties }
  delete attributes['QueueName']
  delete attributes['SqsManagedSseEnabled']
  delete attributes['Tags']
  const redrive = attributes['RedrivePolicy'] as { deadLetterTargetArn: { 'Fn::GetAtt': [string, string] } } | undefined
  if (redrive !== undefined) {
    const [dead] = redrive.deadLetterTargetArn['Fn::GetAtt']
    attributes['RedrivePolicy'] = JSON.stringify({
      ...redrive,
      deadLetterTargetArn: await arnOf(sqs, made[dead] ?? ''),
    })
  }
  const texts = Object.entries(attributes).map(([key, value]) => [key, String(value)] as const)
  const { QueueUrl = '' } = await sqs.send(
    new CreateQueueCommand({ QueueName: name, Attributes: Object.fromEntries(texts) }),
  )
  return QueueUrl
}

async function arnOf(sqs: SQSClient, QueueUrl: string): Promise<string> {
  const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] }))
  return Attributes?.['QueueArn'] ?? ''
}
