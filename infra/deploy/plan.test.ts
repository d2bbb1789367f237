import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { imagesBucket, pageOf, testDeploy, type TestDeploy, webBucket } from './test-deploy.ts'

/** Everything that a plan must leave as it is. */
const all = async ({ account, keys, ran, read, writes }: TestDeploy) =>
  structuredClone([
    account,
    await keys(imagesBucket),
    await keys(webBucket),
    await read(imagesBucket, 'releases/current.json'),
    ran,
    writes(),
  ])

/** As it is when SAM has brought it there. */
const packaged = readFileSync('infra/template.yaml', 'utf8')
  .replaceAll(/CodeUri: .*/gu, 'CodeUri: s3://sam/abc')
  .replaceAll(/Metadata: \{/gu, 'Metadata: { SamResourceId: It,')

test('the plan names what would change, without making a change set', async () => {
  const { account, deploy, here, said, writes } = await testDeploy()
  here.template = packaged
  await deploy('--yes')
  const before = writes().length

  expect(await deploy('--dry-run')).toBe(0)
  expect(said.join('\n')).toContain('No resource would change, as far as the templates tell')

  account.stack!.template = packaged
    .replace('AttributeName: sk, KeyType: RANGE', 'AttributeName: madeAs, KeyType: RANGE')
    .replace('BatchSize: 1', 'BatchSize: 10')
    .replace('  ApiErrors:', '  OldErrors:')
    .replace(/^Resources:/mu, 'Resources:\n  OldTasks: { Type: AWS::SQS::Queue }')
  here.production = 'STACK_LogDays=7\n'
  expect(await deploy('--dry-run')).toBe(0)
  const lines = said.filter((line) => /^ {2}(?:Add|Modify|Remove) /u.test(line))
  expect(lines.toSorted()).toEqual([
    '  Add ApiErrors (AWS::CloudWatch::Alarm)',
    ...['ApiLog', 'FilesLog', 'SweeperLog'].map((name) => `  Modify ${name} (AWS::Logs::LogGroup)`),
    '  Modify Table (AWS::DynamoDB::Table), which replaces it',
    '  Modify Worker (AWS::Serverless::Function)',
    '  Modify WorkerLog (AWS::Logs::LogGroup)',
    '  Remove OldErrors (AWS::CloudWatch::Alarm)',
    '  Remove OldTasks (AWS::SQS::Queue)',
  ])
  expect(said.join('\n')).toMatch(
    /queue OldTasks would no longer belong[\s\S]*table Table would be replaced by an empty one[\s\S]*would be asked for/u,
  )
  expect(writes().slice(before)).toEqual([])
})

test('the plan of a way back names what would change', async () => {
  const { deploy, here, said } = await testDeploy()
  here.template = packaged
  await deploy('--yes')
  here.template = packaged.replace('BatchSize: 1', 'BatchSize: 10')
  await deploy('--yes')

  expect(await deploy('--rollback', '--dry-run')).toBe(0)
  expect(said).toContain('  Modify Worker (AWS::Serverless::Function)')
})

test.each([
  ['no YAML', ': {'],
  [
    'one that nobody knows any more',
    'Resources: { Old: { Type: AWS::Old::Thing, Properties: { Of: !GetAtt Old.Arn } } }',
  ],
])('a template that cannot be compared is told: %s', async (_, text) => {
  const { account, deploy, said } = await testDeploy()
  await deploy('--yes')
  account.stack!.template = text
  expect(await deploy('--dry-run')).toBe(0)
  expect(said.join('\n')).toContain('The template of the stack cannot be read')
})

test('shows where a way back would lead, and takes no step of it, with --yes too', async () => {
  const tested = await testDeploy()
  const { deploy, here, read, said } = tested
  here.production = 'STACK_LogDays=7\n'
  await deploy('--yes')
  const { id } = JSON.parse((await read(imagesBucket, 'releases/current.json'))!)
  here.production = 'STACK_LogDays=14\n'
  here.page = pageOf('two')
  here.template = 'template two'
  await deploy('--yes')
  const before = await all(tested)

  expect(await deploy('--rollback', '--dry-run', '--yes')).toBe(0)

  expect(said.join('\n')).toContain(`The release ${id} (abc1234) would be brought back`)
  expect(said.join('\n')).toMatch(/LogDays: 14 would become 7\n[\s\S]*nothing was changed/u)
  expect(said.join('\n')).not.toContain('WorkerConcurrency')
  expect(await all(tested)).toEqual(before)
})

test('the plan of a way back says what is in its way, and waits for nothing', async () => {
  const tested = await testDeploy()
  const { account, deploy, said } = tested
  expect(await deploy('--rollback', '--dry-run')).toBe(1)
  expect(said.at(-1)).toContain('no stack pixel-prompt in eu-central-1')

  await deploy('--yes')
  expect(await deploy('--rollback', '--dry-run')).toBe(1)
  expect(said.at(-1)).toContain('No earlier release')

  account.stack!.status = 'UPDATE_IN_PROGRESS'
  expect(await deploy('--rollback', '--dry-run')).toBe(0)
  expect(said.join('\n')).toContain('this would be waited for')

  account.stack!.status = 'UPDATE_ROLLBACK_FAILED'
  expect(await deploy('--rollback', '--dry-run')).toBe(1)
  expect(said.at(-1)).toContain('continue-update-rollback')
})

test('shows what a test of the alarms would send, and sends nothing', async () => {
  const { account, deploy, said } = await testDeploy()
  await deploy('--yes')

  expect(await deploy('--test-alarm', '--dry-run')).toBe(0)
  expect(said.join('\n')).toMatch(
    /A test would be sent to 1 address of arn:aws:sns.*This is a test[\s\S]*nothing was sent/u,
  )
  expect(account.published).toEqual([])

  account.subscriptions = []
  expect(await deploy('--test-alarm', '--dry-run')).toBe(1)
  expect(said.at(-1)).toContain('STACK_AlarmEmail')
})

test('tells before it asks which parameters would be set back, as one that was given for once', async () => {
  const { account, deploy, here, said } = await testDeploy()
  here.production = 'STACK_AlarmEmail=ops@example.org\n'
  await deploy('--yes', '--parameter', 'WorkerConcurrency=5')
  expect(said.join('\n')).not.toContain('would become')

  here.production = ''
  here.typed = ['no']
  expect(await deploy()).toBe(1)

  const question = said.findIndex((line) => line.startsWith('Deploy to the stack'))
  expect(said.slice(0, question)).toEqual([
    '  AlarmEmail: ops@example.org would become not set',
    '  WorkerConcurrency: 5 would become 20',
  ])
  expect(account.stack?.parameters).toMatchObject({ WorkerConcurrency: '5' })
})
