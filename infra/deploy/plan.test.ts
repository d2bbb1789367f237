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
