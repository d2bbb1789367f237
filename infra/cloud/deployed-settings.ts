import type { Settings } from '../../backend/entry/read-settings.ts'
import { settingsOf } from '../../backend/entry/aws/settings.ts'

/** In the place of the credentials that a function has of its own. */
export const role = 'role'

/** What the functions would make of the secret's JSON. With faults alone they would not start. */
export function deployedSettings(
  json: string,
  { region, domain = '' }: { region: string; domain?: string | undefined },
): { settings?: Settings; faults: string[] } {
  const ofFunction = { AWS_REGION: region, AWS_ACCESS_KEY_ID: role, AWS_SECRET_ACCESS_KEY: role }
  try {
    const settings = settingsOf(json, { ...ofFunction, ...(domain !== '' && { PUBLIC_URL: `https://${domain}` }) })
    return { settings, faults: settings.all }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return { faults: error.message.split('\n').map((line) => line.replace(/^\s*- /u, '').replace(/\.$/u, '')) }
  }
}
