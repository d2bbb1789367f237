import { bad, good } from '../cloud/finding.ts'
import type { Check } from './check.ts'
import type { LocalDeps } from './local-deps.ts'

export const nodeVersion: Check<Pick<LocalDeps, 'nodeVersion'>> = {
  name: 'The version of Node',
  async look({ nodeVersion: version }) {
    return Number(version.split('.')[0]) >= 24
      ? [good(`Node ${version}`)]
      : [bad(`Node ${version} is too old`, 'Type npm ci, which brings Node 24 along, and start with npm start.')]
  },
}
