import { randomBytes } from 'node:crypto'
import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { pino, type Logger } from 'pino'
import { hasBudget } from '../../config.ts'
import type { JobDeps } from '../../jobs/job-deps.ts'
import { type ModelDeps } from '../../providers/configured-model.ts'
import { readModels, type Registry } from '../../providers/registry.ts'
import { awsClients } from '../../storage/aws/clients.ts'
import { type AwsStorage, openAwsStorage } from '../../storage/aws/open-aws-storage.ts'
import { StorageUnavailable } from '../../storage/storage.ts'
import { loggerOptions } from '../logger-options.ts'
import type { Settings } from '../read-settings.ts'
import { type AwsEnvironment, type AwsFunction, readAwsEnvironment } from './environment.ts'
import { readAwsSettings } from './settings.ts'

export type AwsProduct = {
  env: AwsEnvironment
  secrets: SecretsManagerClient
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
  const clients = awsClients({ pathStyle: process.env['AWS_ENDPOINT_URL'] !== undefined })
  const resources = { table: env.TABLE_NAME, bucket: env.IMAGES_BUCKET, queueUrl: env.TASKS_QUEUE_URL ?? '' }
  const storage = openAwsStorage(clients, { resources, now: Date.now })
  const [settings, secret] = await Promise.all([
    readAwsSettings(clients.secrets, { SecretId: env.SETTINGS_SECRET_ARN, env: process.env }),
    storage.secret(),
  ])
  const { config, models, all } = settings
  const log = pino(loggerOptions(config.logLevel))
  for (const fault of all) log.warn({ fault }, 'not as configured')
  const registry = readModels(models, { connect, paint, now: Date.now, budgeted: hasBudget(config) })
  const images = of === 'Sweeper' ? storage.images : { ...storage.images, removeAll: leftToSweeper }
  const jobDeps = { ...storage, images, secret, now: Date.now, randomId }
  return { env, secrets: clients.secrets, settings, storage, registry, jobDeps, log }
}

// As their roles have it: then a record stays until its pictures are gone.
const leftToSweeper = () => Promise.reject(new StorageUnavailable('Pictures are removed by the sweeper.'))

const randomId = () => randomBytes(16).toString('base64url')
