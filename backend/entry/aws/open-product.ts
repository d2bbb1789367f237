import { randomBytes } from 'node:crypto'
import { pino, type Logger } from 'pino'
import { hasBudget } from '../../config.ts'
import type { JobDeps } from '../../jobs/job-deps.ts'
import { type ModelDeps } from '../../providers/configured-model.ts'
import { readModels, type Registry } from '../../providers/registry.ts'
import { awsClients } from '../../storage/aws/clients.ts'
import type { s3Images } from '../../storage/aws/images.ts'
import { type AwsStorage, openAwsStorage } from '../../storage/aws/open-aws-storage.ts'
import { tableItems } from '../../storage/aws/items.ts'
import { openWhenAsked } from '../../storage/aws/open-when-asked.ts'
import { serverSecret } from '../../storage/aws/server-secret.ts'
import { StorageUnavailable } from '../../storage/storage.ts'
import { loggerOptions } from '../logger-options.ts'
import type { Settings } from '../read-settings.ts'
import { type AwsEnvironment, type AwsFunction, readAwsEnvironment } from './environment.ts'
import { originSecrets } from './origin-secrets.ts'
import { readAwsSettings } from './settings.ts'

export type AwsProduct = {
  env: AwsEnvironment
  /** Whether a value is one with which CloudFront shows itself; to functions behind it alone. */
  isFront: Awaited<ReturnType<typeof originSecrets>>
  settings: Settings
  storage: AwsStorage
  registry: Registry
  jobDeps: JobDeps
  log: Logger
}

/** What all functions have in common, opened once for each start of one. Throws in words when the settings are wrong. */
export async function openAwsProduct(
  of: AwsFunction,
  { connect, paint }: Pick<ModelDeps, 'connect' | 'paint'>,
): Promise<AwsProduct> {
  const env = readAwsEnvironment(of, process.env)
  const clients = awsClients({})
  const openImages = () => openBucket(env.IMAGES_BUCKET)
  // The client of S3 takes a tenth of a start. Most of what is asked of these two needs no picture.
  const images = of === 'Api' || of === 'Sweeper' ? openWhenAsked(openImages) : await openImages()
  const [settings, secret, isFront] = await Promise.all([
    readAwsSettings(clients.secrets, { SecretId: env.SETTINGS_SECRET_ARN, env: process.env }),
    serverSecret(tableItems(clients.table, env.TABLE_NAME)),
    originSecrets(clients.secrets, { arns: env.ORIGIN_SECRET_ARNS?.split(',') ?? [], now: Date.now }),
  ])
  const { config, models, all } = settings
  const resources = { table: env.TABLE_NAME, queueUrl: env.TASKS_QUEUE_URL ?? '' }
  const storage = openAwsStorage(clients, { resources, images, shards: config.budgetShards })
  const log = pino(loggerOptions(config.logLevel))
  for (const fault of all) log.warn({ fault }, 'not as configured')
  const registry = readModels(models, { connect, paint, now: Date.now, budgeted: hasBudget(config) })
  const kept = of === 'Sweeper' ? images : { ...images, removeAll: leftToSweeper }
  const jobDeps = { ...storage, images: kept, secret, now: Date.now, randomId }
  return { env, isFront, settings, storage, registry, jobDeps, log }
}

async function openBucket(bucket: string): Promise<ReturnType<typeof s3Images>> {
  const [{ s3Client }, { s3Images }] = await Promise.all([
    import('../../storage/aws/s3-client.ts'),
    import('../../storage/aws/images.ts'),
  ])
  return s3Images(s3Client({ pathStyle: process.env['AWS_ENDPOINT_URL'] !== undefined }), { bucket, now: Date.now })
}

// As their roles have it: then a record stays until its pictures are gone.
const leftToSweeper = () => Promise.reject(new StorageUnavailable('Pictures are removed by the sweeper.'))

const randomId = () => randomBytes(16).toString('base64url')
