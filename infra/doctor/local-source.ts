import { readSettings } from '../../backend/entry/read-settings.ts'
import type { LocalDeps } from './local-deps.ts'
import type { SettingsSource } from './settings-source.ts'

export const localSource: SettingsSource<LocalDeps> = {
  async read({ env }) {
    const settings = readSettings(env)
    return 'refusal' in settings ? undefined : settings
  },
  signWith: async (_, aws) => ({ aws, who: 'AWS_ACCESS_KEY_ID' }),
  mend: (change) => `${change} in .env, then start Pixel Prompt anew.`,
}
