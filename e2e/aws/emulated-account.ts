import { randomBytes } from 'node:crypto'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { SQSClient } from '@aws-sdk/client-sqs'
import { type Clients, provision, type Provisioned } from '../../infra/emulators/provision.ts'
import { type SecretsManager, startSecretsManager } from '../../infra/emulators/secrets-manager.ts'
import { startEmulators } from '../../infra/emulators/start-emulators.ts'
import { pageObjects } from '../../infra/page-objects.ts'
import { type FaultProxy, startFaultProxy } from './fault-proxy.ts'
import { noteRights } from './rights-used.ts'
import { templateRoles } from './template-roles.ts'

/** What the template makes, with the page in its bucket. */
export type EmulatedAccount = {
  /** Of whoever looks on: they pass neither faults nor rights. */
  clients: Clients
  resources: Provisioned
  secrets: SecretsManager
  /** Before DynamoDB, S3 and SQS, for the functions alone. */
  faults: Record<'dynamo' | 's3' | 'sqs', FaultProxy>
  /** What makes the SDK of a process ask here. */
  env: Record<string, string>
  /** Throws when a function was refused what the template does not allow it. */
  dispose(): Promise<void>
}

const account = {
  region: 'us-east-1',
  credentials: { accessKeyId: 'emulated', secretAccessKey: 'emulated' },
}

export async function startAccount(): Promise<EmulatedAccount> {
  const [emulators, secrets] = await Promise.all([startEmulators(), startSecretsManager()])
  const clients: Clients = {
    dynamo: new DynamoDBClient({ ...account, endpoint: emulators.dynamoUrl }),
    s3: new S3Client({ ...account, endpoint: emulators.fauxqsUrl, forcePathStyle: true }),
    sqs: new SQSClient({ ...account, endpoint: emulators.fauxqsUrl }),
  }
  const resources = await provision(clients, `e${randomBytes(6).toString('hex')}`)
  await uploadPage(clients.s3, resources['Web'] ?? '')
  const roles = templateRoles(resources)
  const faults = {
    dynamo: await startFaultProxy(emulators.dynamoUrl, roles.allow),
    s3: await startFaultProxy(emulators.fauxqsUrl, roles.allow),
    sqs: await startFaultProxy(emulators.fauxqsUrl, roles.allow),
  }
  return {
    clients,
    resources,
    secrets,
    faults,
    env: {
      ...emulators.env,
      AWS_ENDPOINT_URL_DYNAMODB: faults.dynamo.url,
      AWS_ENDPOINT_URL_S3: faults.s3.url,
      AWS_ENDPOINT_URL_SQS: faults.sqs.url,
      AWS_ENDPOINT_URL_SECRETS_MANAGER: secrets.url,
    },
    async dispose() {
      for (const client of Object.values(clients)) client.destroy()
      for (const proxy of Object.values(faults)) proxy.stop()
      await Promise.all([emulators.stop(), secrets.stop()])
      noteRights(roles.used)
      if (roles.refused.size > 0) throw new Error(`The template's roles do not allow: ${[...roles.refused].join(', ')}`)
    },
  }
}

async function uploadPage(s3: S3Client, Bucket: string): Promise<void> {
  const objects = await pageObjects()
  const upload = ({ key, body, contentType, cacheControl }: (typeof objects)[number]) =>
    s3.send(
      new PutObjectCommand({ Bucket, Key: key, Body: body, ContentType: contentType, CacheControl: cacheControl }),
    )
  await Promise.all(objects.map(upload))
}
