import { GetSecretValueCommand } from '@aws-sdk/client-secrets-manager'
import { CommandFault } from '../cloud/fault.ts'
import { outputOf, type Stack } from '../cloud/stack.ts'
import type { DeployDeps } from './deploy-deps.ts'
import type { Production } from './read-production.ts'
import { namesIn } from './write-settings.ts'

/**
 * A sentence, without values, for what would be taken out of the secret: whoever deploys from another machine may have a
 * `.env.production` of which half is missing, and without its password a site is open to everybody.
 */
export function settingLosses(stored: string | undefined, { names }: Pick<Production, 'names'>): string[] {
  const before = namesIn(stored)
  if (before === undefined) return ['The secret holds what cannot be read as settings, and would be written over']
  const lost = before.filter((name) => !names.includes(name))
  if (lost.length === 0) return []
  return [
    `Settings that are in the secret are not in .env.production, and would be taken out of it: ${lost.join(', ')}`,
    ...(lost.includes('ACCESS_PASSWORD') ? ['Without ACCESS_PASSWORD everybody who knows the address may ask'] : []),
  ]
}

/** Goes on when no setting would be lost, or when somebody types yes; --yes does not answer that. */
export async function confirmLosses(
  { services, ask, say }: Pick<DeployDeps, 'services' | 'ask' | 'say'>,
  stack: Stack,
  production: Production,
): Promise<void> {
  const SecretId = outputOf(stack, 'SettingsSecretArn')
  const { SecretString } = await services.secrets.send(new GetSecretValueCommand({ SecretId }))
  const losses = settingLosses(SecretString, production)
  if (losses.length === 0) return
  for (const loss of losses) say(`  ${loss}.`)
  const typed = await ask('Type yes to do that all the same: ')
  if (typed.trim() !== 'yes')
    throw new CommandFault(
      'Nothing was changed: settings would have been lost, and nobody typed yes. Add them to .env.production, then type the same again.',
    )
}
