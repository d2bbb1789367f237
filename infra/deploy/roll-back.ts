import { CreateChangeSetCommand } from '@aws-sdk/client-cloudformation'
import { GetSecretValueCommand } from '@aws-sdk/client-secrets-manager'
import { findAccount } from '../cloud/account.ts'
import { CommandFault } from '../cloud/fault.ts'
import { outputOf } from '../cloud/stack.ts'
import type { PageObject } from '../page-objects.ts'
import { readChangeSet } from './change-set.ts'
import { changeStack, requireChangeable, settledStack } from './change-stack.ts'
import { confirm } from './confirm.ts'
import type { DeployDeps, Wish } from './deploy-deps.ts'
import { invalidate } from './invalidate.ts'
import type { Release } from './release.ts'
import { releaseStore, type ReleaseStore } from './release-store.ts'
import { renewFunctions } from './renew-functions.ts'
import { smokeTest } from './smoke-test.ts'
import { etagsIn, isHashed, uploadPage } from './upload-page.ts'

/**
 * Brings back the release before this one or, when a deployment was not finished, the last that was. The settings and what
 * visitors made stay as they are.
 */
export async function rollBack(deps: DeployDeps, wish: Wish): Promise<void> {
  const { services, say } = deps
  const account = await findAccount(services)
  const before = await settledStack(deps, wish.stack)
  if (before === undefined)
    throw new CommandFault(`There is no stack ${wish.stack} in ${account.region}: nothing can be brought back.`)
  requireChangeable(before, wish)
  const store = releaseStore(services.s3, outputOf(before, 'ImagesBucket'))
  const release = await findTarget(store)
  const page = await readPage(deps, { store, release, bucket: outputOf(before, 'WebBucket') })
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

async function findTarget(store: ReleaseStore): Promise<Release> {
  const [current, unfinished] = await Promise.all([store.current(), store.unfinished()])
  const id = unfinished === undefined ? current?.before : (unfinished.backTo ?? current?.id)
  const release = typeof id === 'string' ? await store.find(id) : undefined
  if (release === undefined) throw new CommandFault('No earlier release is kept: there is nothing to bring back.')
  return release
}

type Kept = { store: ReleaseStore; release: Release; bucket: string }

/** The files that were written over since; those named by their content are still there. */
async function readPage({ services: { s3 } }: DeployDeps, { store, release, bucket }: Kept): Promise<PageObject[]> {
  const there = await etagsIn(s3, bucket)
  const lost = release.page.filter((file) => isHashed(file) && there.get(file.key) !== file.etag)
  const kept = await Promise.all(
    release.page
      .filter((file) => !isHashed(file))
      .map(async ({ key, contentType, cacheControl }) => {
        const body = await store.pageFile(release.id, key)
        return body === undefined ? key : { key, body, contentType, cacheControl }
      }),
  )
  const missing = [...lost.map(({ key }) => key), ...kept.filter((file) => typeof file === 'string')]
  if (missing.length > 0)
    throw new CommandFault(
      `Of the page of ${release.id} there are no longer ${missing.join(', ')}. Type git checkout ${release.commit}, then npm ci and npm run deploy.`,
    )
  return kept.filter((file) => typeof file !== 'string')
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
