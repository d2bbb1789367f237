import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll } from 'vitest'
import { type Provisioned, provision } from '../../../infra/emulators/provision.ts'
import { type Emulators, startEmulators } from '../../../infra/emulators/start-emulators.ts'
import { type AwsClients, awsClients } from './clients.ts'

export type TestStack = AwsClients & { resources: Provisioned }

/** Emulators for the tests of a file. Each call of what it answers makes the template's tables, buckets and queues anew. */
export function emulatedAws(): () => Promise<TestStack> {
  let emulators: Emulators
  let clients: AwsClients
  beforeAll(async () => {
    emulators = await startEmulators()
    clients = awsClients({
      endpoints: { dynamo: emulators.dynamoUrl, s3AndSqs: emulators.fauxqsUrl },
      region: 'us-east-1',
      credentials: { accessKeyId: 'emulated', secretAccessKey: 'emulated' },
      pathStyle: true,
      // Emulators share the core of a busy machine with those who ask them.
      answerMs: 30_000,
    })
  })
  afterAll(async () => {
    for (const client of [clients.dynamo, clients.s3, clients.sqs]) client.destroy()
    await emulators.stop()
  })
  return async () => ({ ...clients, resources: await provision(clients, `t${randomBytes(8).toString('hex')}`) })
}
