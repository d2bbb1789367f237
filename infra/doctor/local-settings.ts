import { readSettings } from '../../backend/entry/read-settings.ts'
import { bad, good } from '../cloud/finding.ts'
import { withoutValues } from '../cloud/without-values.ts'
import type { Check } from './check.ts'
import type { LocalDeps } from './local-deps.ts'

export const localSettings: Check<Pick<LocalDeps, 'env'>> = {
  name: 'The settings',
  async look({ env }) {
    const settings = readSettings(env)
    const faults =
      'refusal' in settings ? settings.refusal.slice(1).map((line) => line.replace(/^\s*- |\.$/gu, '')) : settings.all
    const found = faults.map((fault) =>
      bad(withoutValues(fault, env), 'Change that line of .env; .env.example tells what may stand there.'),
    )
    return found.length === 0 ? [good('The settings are right')] : found
  },
}
