import type { Shares } from '../shares.ts'
import type { JobStore, Storage } from '../storage.ts'
import { awsChanges } from './changes.ts'
import type { AwsClients } from './clients.ts'
import { awsHealth } from './health.ts'
import { s3Images } from './images.ts'
import { type Items, tableItems } from './items.ts'
import { awsLedger } from './ledger.ts'
import { awsMeters } from './meters.ts'
import { type AwsQueue, sqsQueue } from './queue.ts'
import { serverSecret } from './server-secret.ts'
import { awsSwitches } from './switches.ts'
import { awsTokens } from './tokens.ts'
import { type VisitorSecrets, visitorSecrets } from './visitor-secrets.ts'

export type AwsStorage = Storage & {
  queue: AwsQueue
  /** The server's own, for signing sessions and ids. */
  secret(): Promise<string>
  visitorSecrets(options: Parameters<typeof visitorSecrets>[1]): Promise<VisitorSecrets>
}

type Options = {
  /** What the template made. */
  resources: { table: string; bucket: string; queueUrl: string }
  /** Into how many items a day's money is split. */
  shards?: number
  now: () => number
  jobs(items: Items): JobStore
  shares(items: Items): Shares
}

/** The storage on AWS. Nothing is asked of it yet. */
export function openAwsStorage(
  { table, s3, sqs }: Pick<AwsClients, 's3' | 'sqs' | 'table'>,
  { resources, shards = 1, now, jobs, shares }: Options,
): AwsStorage {
  const items = tableItems(table, resources.table)
  const images = s3Images(s3, { bucket: resources.bucket, now })
  return {
    jobs: jobs(items),
    images,
    changes: awsChanges(items),
    ledger: awsLedger(items, { shards }),
    switches: awsSwitches(items),
    meters: awsMeters(items),
    tokens: awsTokens(items),
    shares: shares(items),
    queue: sqsQueue(sqs, resources.queueUrl),
    health: awsHealth(items, images),
    secret: () => serverSecret(items),
    visitorSecrets: (options) => visitorSecrets(items, options),
  }
}
