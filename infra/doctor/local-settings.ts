import { readSettings } from '../../backend/entry/read-settings.ts'
import { bad, good } from '../cloud/finding.ts'
import { withoutValues } from '../cloud/without-values.ts'
import type { Check } from './check.ts'
import { checkKeys } from './check-keys.ts'
import type { LocalDeps } from './local-deps.ts'
import { sunsets } from './sunsets.ts'

/** What the settings say, and what becomes of what they name. */
export const localSettings: Check<Pick<LocalDeps, 'env' | 'fetch' | 'now'>> = {
  name: 'The settings',
  async look({ env, fetch, now }) {
    const settings = readSettings(env)
    const faults =
      'refusal' in settings ? settings.refusal.slice(1).map((line) => line.replace(/^\s*- |\.$/gu, '')) : settings.all
    const found = faults.map((fault) =>
      bad(withoutValues(fault, env), 'Change that line of .env; .env.example tells what may stand there.'),
    )
    if ('refusal' in settings) return found
    const right = found.length === 0 ? [good('The settings are right')] : found
    return [...right, ...(await checkKeys(settings, fetch)), ...sunsets(settings.models, now())]
  },
}
