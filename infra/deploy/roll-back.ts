import { CreateChangeSetCommand } from '@aws-sdk/client-cloudformation'
import { GetSecretValueCommand } from '@aws-sdk/client-secrets-manager'
import { findAccount } from '../cloud/account.ts'
import { CommandFault } from '../cloud/fault.ts'
import { findStack, outputOf, type Stack } from '../cloud/stack.ts'
import { readChangeSet } from './change-set.ts'
import { changeStack, requireChangeable, settledStack } from './change-stack.ts'
import { confirm } from './confirm.ts'
import type { DeployDeps, Wish } from './deploy-deps.ts'
import { invalidate } from './invalidate.ts'
import { parameterChanges } from './parameter-changes.ts'
import type { Release } from './release.ts'
import { renewFunctions } from './renew-functions.ts'
import { readTemplate, showChanges } from './show-changes.ts'
import { smokeTest } from './smoke-test.ts'
import { findTarget } from './roll-back-target.ts'
import { uploadPage } from './upload-page.ts'

/**
 * Brings back the release before this one or, when a deployment was not finished, the last that was. The settings and what
 * visitors made stay as they are.
 */
export async function rollBack(deps: DeployDeps, wish: Wish): Promise<void> {
  const { services, say } = deps
  const account = await findAccount(services)
  const before = requireStack(await settledStack(deps, wish.stack), wish)
  const { store, release, page } = await findTarget(deps, before)
  for (const line of parameterChanges(before.parameters, release.parameters)) say(`  ${line}`)
  await confirm(
    deps,
    wish,
    `Bring back the release ${release.id} (${release.commit}) in the stack ${wish.stack} of the account ${account.id}?`,
  )
  const startedAt = deps.now().toISOString()
  const finished = (after: string) => store.stopAfter({ startedAt, after, backTo: release.id })

  say('Bringing the stack back')
  const id = await requestChange(deps, wish, { release, url: await store.templateUrl(release.id) })
  const changes = await readChangeSet(deps, id)
  if (changes === undefined) say('  Nothing of it changes.')
  const stack = changes === undefined ? before : await changeStack(deps, wish, changes, () => finished('its beginning'))
  await finished('the stack')

  const SecretId = outputOf(stack, 'SettingsSecretArn')
  const { VersionId = '' } = await services.secrets.send(new GetSecretValueCommand({ SecretId }))
  await renewFunctions(deps, wish.stack, VersionId)
  await finished('the functions')

  say('Bringing the page back')
  await uploadPage(services.s3, outputOf(stack, 'WebBucket'), page)
  await finished('the page')
  await invalidate(deps, outputOf(stack, 'SiteId'), release.page)
  await finished('the copies')

  say('Asking as a visitor would')
  await smokeTest(deps, stack)
  await store.finish(release.id)
  say(`The release ${release.id} runs again at ${outputOf(stack, 'Url')}`)
}

/** Says what rollBack would bring back. Nothing is written or sent. */
export async function showWayBack(deps: DeployDeps, wish: Wish): Promise<void> {
  const { services, say } = deps
  const account = await findAccount(services)
  const stack = await findStack(services.cloudFormation, wish.stack)
  const isBusy = stack?.status.endsWith('_IN_PROGRESS') === true
  if (stack !== undefined && isBusy) {
    say(`The stack ${wish.stack} is being changed (${stack.status}): this would be waited for`)
    return say('This was a plan: nothing was changed')
  }
  const before = requireStack(stack, wish)
  const { release } = await findTarget(deps, before)
  say(`Account ${account.id} as ${account.identity}, region ${account.region}`)
  say(
    `The release ${release.id} (${release.commit}) would be brought back: the stack ${wish.stack}, and the ${release.page.length} files of its page`,
  )
  for (const line of parameterChanges(before.parameters, release.parameters)) say(`  ${line}`)
  const template = readTemplate(release.template)
  if (template !== undefined)
    await showChanges(deps, wish, before.parameters, { template, parameters: release.parameters })
  say('Settings, runs and pictures would stay as they are')
  say('This was a plan: nothing was changed')
}

function requireStack(stack: Stack | undefined, wish: Wish): Stack {
  if (stack === undefined)
    throw new CommandFault(`There is no stack ${wish.stack} in ${wish.region}: nothing can be brought back.`)
  requireChangeable(stack, wish)
  return stack
}

async function requestChange(
  { services: { cloudFormation }, newId }: DeployDeps,
  { stack }: Wish,
  { release, url }: { release: Release; url: string },
): Promise<string> {
  const { Id = '' } = await cloudFormation.send(
    new CreateChangeSetCommand({
      StackName: stack,
      ChangeSetName: `back-${newId()}`,
      TemplateURL: url,
      Capabilities: ['CAPABILITY_IAM'],
      Parameters: Object.entries(release.parameters).map(([ParameterKey, ParameterValue]) => ({
        ParameterKey,
        ParameterValue,
      })),
    }),
  )
  return Id
}
