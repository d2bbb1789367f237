import { expect, test } from 'vitest'
import { DeleteObjectCommand } from '@aws-sdk/client-s3'
import { change } from '../emulators/fake-deployment.ts'
import { imagesBucket, pageOf, testDeploy, type TestDeploy, webBucket } from './test-deploy.ts'

async function deployVersions(tested: TestDeploy, ...versions: string[]): Promise<void> {
  for (const version of versions) {
    tested.here.template = `template ${version}`
    tested.here.page = pageOf(version)
    expect(await tested.deploy('--yes')).toBe(0)
  }
}

async function running({ account, read }: TestDeploy) {
  return [account.stack?.template, await read(webBucket, 'index.html')]
}

test('brings back the release before, without building anything, and leaves the settings as they are', async () => {
  const tested = await testDeploy()
  tested.here.production = 'LOG_LEVEL=info\nSTACK_LogDays=7\n'
  await deployVersions(tested, 'one')
  tested.here.production = 'LOG_LEVEL=debug\nSTACK_LogDays=14\n'
  await deployVersions(tested, 'two')
  const commands = tested.ran.length

  expect(await tested.deploy('--rollback', '--yes')).toBe(0)

  expect(await running(tested)).toEqual(['template one', '<script src="/assets/index-one.js">'])
  expect(tested.account.stack?.parameters).toMatchObject({ LogDays: '7' })
  expect(JSON.parse(tested.account.secret.json)).toEqual({ LOG_LEVEL: 'debug' })
  expect(tested.account.invalidated).toHaveLength(3)
  expect(tested.ran).toHaveLength(commands)
  expect(tested.said.at(-1)).toContain('runs again')
})

test('goes back to what was there before, not to what was given up', async () => {
  const tested = await testDeploy()
  await deployVersions(tested, 'one', 'bad')
  await tested.deploy('--rollback', '--yes')
  await deployVersions(tested, 'three')

  expect(await tested.deploy('--rollback', '--yes')).toBe(0)
  expect((await running(tested))[0]).toBe('template one')
})

test('after a deployment that did not end well it brings back the last that did', async () => {
  const tested = await testDeploy()
  await deployVersions(tested, 'one', 'two')
  tested.here.template = 'template broken'
  tested.here.page = pageOf('broken')
  tested.site.answers['/api/health'] = { status: 503, type: 'application/json', body: '{}' }
  expect(await tested.deploy('--yes')).toBe(1)
  tested.site.answers['/api/health'] = { status: 200, type: 'application/json', body: '{}' }

  expect(await tested.deploy('--rollback', '--yes')).toBe(0)
  expect(await running(tested)).toEqual(['template two', '<script src="/assets/index-two.js">'])
})

test('killed after any line it says, it is brought to its end by typing the same again', async () => {
  const tested = await testDeploy()
  await deployVersions(tested, 'one', 'two')
  for (let lines = 1; ; lines += 1) {
    tested.here.killAfterLines = lines
    const killed = await tested.deploy('--rollback', '--yes').then(
      () => false,
      () => true,
    )
    tested.here.killAfterLines = Number.POSITIVE_INFINITY
    // What was killed before anything changed, or after all had, has nothing to go on with.
    const isUnfinished = (await tested.keys(imagesBucket)).includes('releases/unfinished.json')
    const isBegun = tested.account.stack?.template === 'template one'
    if (isUnfinished || !isBegun) await tested.deploy('--rollback', '--yes')
    expect(await running(tested)).toEqual(['template one', '<script src="/assets/index-one.js">'])
    if (!killed) break
    await deployVersions(tested, 'two')
  }
}, 60_000)

test('asks before it loses what is kept, and says what to type when a file of the page is gone', async () => {
  const tested = await testDeploy()
  await deployVersions(tested, 'one', 'two')
  tested.account.changes = [change('Modify', 'Table', 'AWS::DynamoDB::Table', 'True')]
  expect(await tested.deploy('--rollback', '--yes')).toBe(1)
  expect(tested.said.at(-1)).toContain('nobody typed yes')
  expect((await running(tested))[0]).toBe('template two')

  await tested.s3.send(new DeleteObjectCommand({ Bucket: webBucket, Key: 'assets/index-one.js' }))
  expect(await tested.deploy('--rollback', '--yes')).toBe(1)
  expect(tested.said.at(-1)).toMatch(/assets\/index-one\.js.*git checkout abc1234/u)
})

test('has nothing to bring back before there are two releases', async () => {
  const tested = await testDeploy()
  expect(await tested.deploy('--rollback', '--yes')).toBe(1)
  expect(tested.said.at(-1)).toContain('no stack pixel-prompt')
  await deployVersions(tested, 'one')
  expect(await tested.deploy('--rollback', '--yes')).toBe(1)
  expect(tested.said.at(-1)).toContain('No earlier release')
})

test('sends a test the way alarms go, or says why nobody would get it', async () => {
  const { account, deploy, said } = await testDeploy()
  expect(await deploy('--test-alarm')).toBe(1)
  expect(said.at(-1)).toContain('npm run deploy makes it')
  await deploy('--yes')
  expect(await deploy('--test-alarm')).toBe(0)
  expect(account.published).toEqual([expect.stringContaining('This is a test')])

  account.subscriptions = [{ SubscriptionArn: 'PendingConfirmation', Endpoint: 'ops@example.org' }]
  expect(await deploy('--test-alarm')).toBe(1)
  expect(said.at(-1)).toContain('follow its link')
  account.subscriptions = []
  expect(await deploy('--test-alarm')).toBe(1)
  expect(said.at(-1)).toContain('STACK_AlarmEmail')
  expect(account.published).toHaveLength(1)
})
