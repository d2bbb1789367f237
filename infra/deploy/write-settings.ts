import {
  GetSecretValueCommand,
  PutSecretValueCommand,
  type SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager'
import * as z from 'zod'

const Settings = z.record(z.string(), z.string())

export type Written = { changed: boolean; version: string }

/** Brings the secret up to date; what already is as wanted is not written again. `version` is the name of what stands now. */
export async function writeSettings(secrets: SecretsManagerClient, SecretId: string, json: string): Promise<Written> {
  const { SecretString, VersionId: version = '' } = await secrets.send(new GetSecretValueCommand({ SecretId }))
  if (isSame(SecretString, json)) return { changed: false, version }
  const put = await secrets.send(new PutSecretValueCommand({ SecretId, SecretString: json }))
  return { changed: true, version: put.VersionId ?? '' }
}

/** Whether two texts are the same settings, however they are spaced and ordered. */
export const isSame = (stored: string | undefined, wanted: string): boolean => ordered(stored) === ordered(wanted)

/** The names of what is set, in order. Undefined: it is no JSON of settings. */
export const namesIn = (json: string | undefined): string[] | undefined => entriesIn(json)?.map(([name]) => name)

const ordered = (json: string | undefined): string | undefined => JSON.stringify(entriesIn(json))

function entriesIn(json: string | undefined): [string, string][] | undefined {
  try {
    const entries = Object.entries(Settings.parse(JSON.parse(json ?? '')))
    return entries.toSorted(([a], [b]) => (a < b ? -1 : 1))
  } catch {
    return undefined
  }
}
