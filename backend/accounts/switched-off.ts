import type { AccountDeps } from './account-deps.ts'
import { failClosed } from './fail-closed.ts'

/** The models that the operator has switched off. A switch guards money: throws RefusalError when it cannot be read. */
export const switchedOff = ({
  switches,
  log,
}: Pick<AccountDeps, 'log' | 'switches'>): Promise<ReadonlyMap<string, number>> =>
  failClosed(log, 'Which models are switched off cannot be read, so nothing is started.', () => switches.off())
