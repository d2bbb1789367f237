import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import * as z from 'zod/mini'
import { readSettings, type Settings } from '../read-settings.ts'

/** What is otherwise than on a laptop unless the settings say so. */
const usual = {
  HOST: '0.0.0.0',
  PUBLIC: 'true',
  // A request that is held keeps a function busy, which is paid for by the millisecond.
  STATUS_HOLD_MS: '3000',
  EXPORT_PART_MB: '150',
}

/** A worker's 300 seconds, without what it needs to keep the pictures and tell the ledger. */
const longestTaskMs = 240_000
/** A function's answer breaks off at 200 MB; beside the pictures there are the descriptions of the runs. */
const largestPartBytes = 180_000_000
/** The HTTP API gives up after 30 seconds. */
const longestHoldMs = 20_000

/** With these rights of its own a function reaches Bedrock, where the settings have no keys for it. */
const ofLambda = ['AWS_REGION', 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'] as const

const Values = z.record(z.string(), z.string())

/**
 * The settings of a deployment: the JSON of one secret, read as a laptop's environment is. Throws with all that is wrong
 * when it must not start so.
 */
export async function readAwsSettings(
  secrets: SecretsManagerClient,
  { SecretId, env }: { SecretId: string; env: NodeJS.ProcessEnv },
): Promise<Settings> {
  const { SecretString = '{}' } = await secrets.send(new GetSecretValueCommand({ SecretId }))
  return settingsOf(SecretString, env)
}

/** Throws with all that is wrong. */
export function settingsOf(json: string, env: NodeJS.ProcessEnv): Settings {
  const given = Object.fromEntries(ofLambda.map((name) => [name, env[name]]))
  const publicUrl = env['PUBLIC_URL'] === undefined ? {} : { PUBLIC_URL: env['PUBLIC_URL'] }
  const settings = readSettings({ ...usual, ...given, ...publicUrl, ...parsed(json) })
  if ('refusal' in settings) throw new Error(settings.refusal.join('\n'))
  const { taskTimeoutMs, statusHoldMs, exportPartBytes = Infinity } = settings.config
  if (taskTimeoutMs > longestTaskMs) {
    throw new Error(
      `TASK_TIMEOUT_SECONDS is at most ${longestTaskMs / 1000} on AWS, where a worker has 300 seconds in all`,
    )
  }
  if (exportPartBytes > largestPartBytes) {
    throw new Error("EXPORT_PART_MB is from 20 to 180 on AWS, where a function's answer breaks off at 200 MB")
  }
  return { ...settings, config: { ...settings.config, statusHoldMs: Math.min(statusHoldMs, longestHoldMs) } }
}

function parsed(json: string): Record<string, string> {
  try {
    return Values.parse(JSON.parse(json))
  } catch {
    // Without the cause, which would quote the keys in it.
    throw new Error('The secret with the settings is not a JSON object of texts: write it with npm run deploy')
  }
}
