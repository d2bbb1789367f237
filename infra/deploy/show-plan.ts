import { GetSecretValueCommand } from '@aws-sdk/client-secrets-manager'
import { findAccount } from '../cloud/account.ts'
import { findStack, outputOf, type Stack } from '../cloud/stack.ts'
import { requireChangeable } from './change-stack.ts'
import type { DeployWish } from './deploy-all.ts'
import type { DeployDeps } from './deploy-deps.ts'
import { requireSam } from './make-change-set.ts'
import { parameterLine } from './parameter-changes.ts'
import { releaseStore } from './release-store.ts'
import { settingLosses } from './setting-losses.ts'
import { showChanges } from './show-changes.ts'
import { etagOf, etagsIn } from './upload-page.ts'
import { isSame } from './write-settings.ts'

/** Says what would be done. Nothing is built, written or sent. */
export async function showPlan(deps: DeployDeps, wish: DeployWish): Promise<void> {
  const { services, say } = deps
  await requireSam(deps)
  const account = await findAccount(services)
  const stack = await findStack(services.cloudFormation, wish.stack)
  if (stack?.status.endsWith('_IN_PROGRESS') !== true) requireChangeable(stack, wish)
  say(`Account ${account.id} as ${account.identity}, region ${account.region}`)
  say(
    stack === undefined
      ? `The stack ${wish.stack} would be made`
      : `The stack ${wish.stack} (${stack.status}) would be brought up to date`,
  )
  for (const [name, value] of Object.entries(wish.production.parameters))
    say(`  ${parameterLine(name, value, stack?.parameters ?? {})}`)
  say(`Settings: ${wish.production.names.join(', ') || 'none'}`)
  if (stack?.status.endsWith('_IN_PROGRESS') === true) say('  It is being changed: this would be waited for')
  else if (stack !== undefined) {
    await compare(deps, wish, stack)
    const { template, production } = wish
    await showChanges(deps, wish, stack.parameters, { template, parameters: production.parameters })
  }
  say('Then the page is uploaded, CloudFront forgets its copies of it, and the site is asked as a visitor would')
  say('This was a plan: nothing was changed')
}

async function compare({ services, say }: DeployDeps, wish: DeployWish, stack: Stack): Promise<void> {
  const SecretId = outputOf(stack, 'SettingsSecretArn')
  const { SecretString } = await services.secrets.send(new GetSecretValueCommand({ SecretId }))
  say(
    isSame(SecretString, wish.production.settings)
      ? '  They are in the secret already'
      : '  The secret would be written, and the functions would read it anew',
  )
  const losses = settingLosses(SecretString, wish.production)
  for (const loss of losses) say(`  ${loss}.`)
  if (losses.length > 0) say('  That would be asked for, with --yes too')
  const store = releaseStore(services.s3, outputOf(stack, 'ImagesBucket'))
  const [current, unfinished] = await Promise.all([store.current(), store.unfinished()])
  say(current === undefined ? 'No release is kept yet' : `The last release is ${current.id} (${current.commit})`)
  if (unfinished !== undefined) say(`What was begun ${unfinished.startedAt} stopped after ${unfinished.after}`)
  const page = await wish.readPage().catch(() => undefined)
  if (page === undefined) return say('The page is not built yet: its files cannot be compared')
  const there = await etagsIn(services.s3, outputOf(stack, 'WebBucket'))
  const missing = page.filter(({ key, body }) => there.get(key) !== etagOf(body))
  say(`Of the ${page.length} files of the page as it was last built, ${missing.length} would be uploaded`)
}
