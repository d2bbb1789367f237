import { GetTemplateCommand } from '@aws-sdk/client-cloudformation'
import { findAccount } from '../cloud/account.ts'
import { CommandFault } from '../cloud/fault.ts'
import { findStack, outputOf, type Stack } from '../cloud/stack.ts'
import type { PageObject } from '../page-objects.ts'
import type { Template } from '../template/parse-template.ts'
import { changeStack, requireChangeable, settledStack } from './change-stack.ts'
import { confirm } from './confirm.ts'
import type { DeployDeps, Wish } from './deploy-deps.ts'
import { invalidate } from './invalidate.ts'
import { makeChangeSet, requireSam } from './make-change-set.ts'
import { parameterChanges } from './parameter-changes.ts'
import type { Production } from './read-production.ts'
import type { Release } from './release.ts'
import { releaseStore, type ReleaseStore } from './release-store.ts'
import { renewFunctions } from './renew-functions.ts'
import { confirmLosses } from './setting-losses.ts'
import { smokeTest } from './smoke-test.ts'
import { etagOf, uploadPage } from './upload-page.ts'
import { writeSettings } from './write-settings.ts'

export type DeployWish = Wish & { template: Template; production: Production; readPage(): Promise<PageObject[]> }

/**
 * From this folder to a site that answers. Each step looks at what is there and does what is missing, so that the command
 * can be typed again whenever it stopped.
 */
export async function deployAll(deps: DeployDeps, wish: DeployWish): Promise<void> {
  const { services, run, say } = deps
  await requireSam(deps)
  const account = await findAccount(services)
  const found = await findStack(services.cloudFormation, wish.stack)
  for (const line of parameterChanges(found?.parameters ?? {}, wish.production.parameters)) say(`  ${line}`)
  await confirm(deps, wish, `Deploy to the stack ${wish.stack} in ${account.region} of the account ${account.id}?`)
  // Whoever was stopped while the stack changed has only to wait.
  const before = await settledStack(deps, wish.stack)
  requireChangeable(before, wish)
  if (before !== undefined) {
    await sayWhereItStopped(deps, openStore(deps, before))
    await confirmLosses(deps, before, wish.production)
  }

  say('Building the page and the functions')
  await step(run, 'npm', ['run', 'build'])
  await step(run, 'node', ['infra/build-lambda.ts'])
  const page = await wish.readPage()

  say('Bringing the stack up to date')
  const startedAt = deps.now().toISOString()
  const stack = await updateStack(deps, wish, async () => {
    // Of a stack that is only being made there is no bucket yet in which that could be noted.
    if (before !== undefined) await openStore(deps, before).stopAfter({ startedAt, after: 'its beginning' })
  })
  const store = openStore(deps, stack)
  const finished = (after: string) => store.stopAfter({ startedAt, after })
  await finished('the stack')

  const { changed, version } = await writeSettings(
    services.secrets,
    outputOf(stack, 'SettingsSecretArn'),
    wish.production.settings,
  )
  say(changed ? `Wrote the settings: ${wish.production.names.join(', ') || 'none'}` : 'The settings are as they were')
  await finished('the settings')

  const renewed = await renewFunctions(deps, wish.stack, version)
  say(renewed === 0 ? 'The functions have these settings' : `Made ${renewed} functions read the settings anew`)
  await finished('the functions')

  const written = await uploadPage(services.s3, outputOf(stack, 'WebBucket'), page)
  say(
    written.length === 0
      ? 'The page is there already'
      : `Uploaded ${written.length} of ${page.length} files of the page`,
  )
  await finished('the page')

  const release = await describeRelease(deps, { wish, stack, store, page })
  if (samePage(release, await store.current())) say('CloudFront has no older copies')
  else {
    say('Making CloudFront forget its copies')
    await invalidate(deps, outputOf(stack, 'SiteId'), page)
  }
  await finished('the copies')

  say('Asking as a visitor would')
  await smokeTest(deps, stack)
  await record(deps, { store, release, page })
  say(`The site is at ${outputOf(stack, 'Url')}`)
}

async function sayWhereItStopped({ say }: DeployDeps, store: ReleaseStore): Promise<void> {
  const unfinished = await store.unfinished()
  if (unfinished === undefined) return
  const what = unfinished.backTo === undefined ? 'deployment' : 'way back'
  say(
    `The last ${what}, of ${unfinished.startedAt}, stopped after ${unfinished.after}. What is done is not done again.`,
  )
}

async function step(run: DeployDeps['run'], command: string, args: string[]): Promise<void> {
  const { code } = await run(command, args)
  if (code !== 0)
    throw new CommandFault(`${[command, ...args].join(' ')} failed: what it printed says why. Nothing was deployed.`)
}

async function updateStack(deps: DeployDeps, wish: DeployWish, begin: () => Promise<void>): Promise<Stack> {
  const changes = await makeChangeSet(deps, wish, wish.production.parameters)
  if (changes !== undefined) return changeStack(deps, wish, changes, begin)
  deps.say('  Nothing of it changes.')
  const stack = await findStack(deps.services.cloudFormation, wish.stack)
  if (stack === undefined) throw new CommandFault(`The stack ${wish.stack} is gone. Type npm run deploy again.`)
  return stack
}

const openStore = ({ services }: DeployDeps, stack: Stack) => releaseStore(services.s3, outputOf(stack, 'ImagesBucket'))

type Made = { wish: DeployWish; stack: Stack; store: ReleaseStore; page: readonly PageObject[] }

async function describeRelease(
  { services, run, now }: DeployDeps,
  { wish, stack, store, page }: Made,
): Promise<Release> {
  const { TemplateBody = '' } = await services.cloudFormation.send(
    new GetTemplateCommand({ StackName: wish.stack, TemplateStage: 'Original' }),
  )
  const { printed } = await run('git', ['rev-parse', '--short', 'HEAD'], { quiet: true })
  const madeAt = now().toISOString()
  return {
    id: madeAt.replaceAll(/[:.]/gu, '-'),
    madeAt,
    commit: printed.trim(),
    before: (await store.current())?.id ?? null,
    template: TemplateBody,
    parameters: { ...stack.parameters },
    page: page.map(({ key, body, contentType, cacheControl }) => ({
      key,
      etag: etagOf(body),
      contentType,
      cacheControl,
    })),
  }
}

async function record(
  { say }: DeployDeps,
  { store, release, page }: { store: ReleaseStore; release: Release; page: readonly PageObject[] },
): Promise<void> {
  const current = await store.current()
  const isNew =
    !samePage(release, current) || release.template !== current?.template || !sameParameters(release, current)
  if (isNew) {
    await store.keep(release, page)
    say(`Kept as the release ${release.id}. Type npm run deploy -- --rollback to have the one before it again`)
  } else say(`The release ${current.id} runs`)
  await store.finish(isNew ? release.id : current.id)
}

const samePage = (a: Release, b: Release | undefined) => JSON.stringify(a.page) === JSON.stringify(b?.page)
const sameParameters = (a: Release, b: Release) =>
  Object.keys({ ...a.parameters, ...b.parameters }).every((name) => a.parameters[name] === b.parameters[name])
