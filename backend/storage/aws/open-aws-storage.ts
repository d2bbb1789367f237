import type { Storage } from '../storage.ts'
import { awsChanges } from './changes.ts'
import type { AwsClients } from './clients.ts'
import { awsHealth } from './health.ts'
import type { s3Images } from './images.ts'
import { tableItems } from './items.ts'
import { dynamoJobs } from './job-store.ts'
import { awsLedger } from './ledger.ts'
import { awsMeters } from './meters.ts'
import { type AwsQueue, sqsQueue } from './queue.ts'
import { dynamoShares } from './shares.ts'
import { awsSwitches } from './switches.ts'
import { awsTokens } from './tokens.ts'
import { type VisitorSecrets, visitorSecrets } from './visitor-secrets.ts'

export type AwsStorage = Storage & {
  queue: AwsQueue
  visitorSecrets(options: Parameters<typeof visitorSecrets>[1]): Promise<VisitorSecrets>
}

type Options = {
  /** What the template made. */
  resources: { table: string; queueUrl: string }
  images: ReturnType<typeof s3Images>
  /** Into how many items a day's money is split. */
  shards: number
}

/** The storage on AWS. Nothing is asked of it yet. */
export function openAwsStorage(
  { table, sqs }: Pick<AwsClients, 'sqs' | 'table'>,
  { resources, images, shards }: Options,
): AwsStorage {
  const items = tableItems(table, resources.table)
  return {
    jobs: dynamoJobs(items),
    images,
    changes: awsChanges(items),
    ledger: awsLedger(items, { shards }),
    switches: awsSwitches(items),
    meters: awsMeters(items),
    tokens: awsTokens(items),
    shares: dynamoShares(items),
    queue: sqsQueue(sqs, resources.queueUrl),
    health: awsHealth(items, images),
    visitorSecrets: (options) => visitorSecrets(items, options),
  }
}
