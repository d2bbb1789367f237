import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll } from 'vitest'
import { type Provisioned, provision } from '../../../infra/emulators/provision.ts'
import { type Emulators, startEmulators } from '../../../infra/emulators/start-emulators.ts'
import type { S3Client } from '@aws-sdk/client-s3'
import { type AwsClients, awsClients } from './clients.ts'
import { s3Client } from './s3-client.ts'

export type AllClients = AwsClients & { s3: S3Client }
export type TestStack = AllClients & { resources: Provisioned }

/** Emulators for the tests of a file. Each call of what it answers makes the template's tables, buckets and queues anew. */
export function emulatedAws(): () => Promise<TestStack> {
  let emulators: Emulators
  let clients: AllClients
  beforeAll(async () => {
    emulators = await startEmulators()
    const options = {
      endpoints: { dynamo: emulators.dynamoUrl, s3AndSqs: emulators.fauxqsUrl },
      region: 'us-east-1',
      credentials: { accessKeyId: 'emulated', secretAccessKey: 'emulated' },
      // Emulators share the core of a busy machine with those who ask them.
      answerMs: 30_000,
    }
    clients = { ...awsClients(options), s3: s3Client({ ...options, pathStyle: true }) }
  })
  afterAll(async () => {
    for (const client of [clients.dynamo, clients.s3, clients.sqs]) client.destroy()
    await emulators.stop()
  })
  return async () => ({ ...clients, resources: await provision(clients, `t${randomBytes(8).toString('hex')}`) })
}
