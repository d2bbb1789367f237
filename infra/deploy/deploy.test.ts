import { HeadObjectCommand } from '@aws-sdk/client-s3'
import { expect, test } from 'vitest'
import { AwsError } from '../emulators/fake-aws.ts'
import { change } from '../emulators/fake-deployment.ts'
import { imagesBucket, pageOf, testDeploy, webBucket } from './test-deploy.ts'

const told = (said: readonly string[]) => said.join('\n')

test('deploys from nothing to a site that answers, and keeps the release', async () => {
  const { account, deploy, here, keys, ran, read, s3, said } = await testDeploy()
  here.production = 'OPENAI_API_KEY=sk-hidden\nSTACK_AlarmEmail=ops@example.org\n'

  expect(await deploy('--yes')).toBe(0)

  expect(ran.map((words) => words.slice(0, 2).join(' '))).toEqual([
    'sam --version',
    'npm run',
    'node infra/build-lambda.ts',
    'sam build',
    'sam deploy',
    'git rev-parse',
  ])
  expect(account.stack).toMatchObject({
    status: 'CREATE_COMPLETE',
    parameters: { AlarmEmail: 'ops@example.org', DomainName: '' },
  })
  expect(JSON.parse(account.secret.json)).toEqual({ OPENAI_API_KEY: 'sk-hidden' })
  expect(new Set([...account.functions.values()].map((env) => env['SETTINGS_VERSION']))).toEqual(
    new Set([account.secret.version]),
  )
  expect(await keys(webBucket)).toEqual(['assets/index-one.js', 'favicon.svg', 'index.html'])
  const page = await s3.send(new HeadObjectCommand({ Bucket: webBucket, Key: 'index.html' }))
  expect([page.ContentType, page.CacheControl]).toEqual(['text/html; charset=utf-8', 'no-cache'])
  const script = await s3.send(new HeadObjectCommand({ Bucket: webBucket, Key: 'assets/index-one.js' }))
  expect(script.CacheControl).toBe('public, max-age=31536000, immutable')
  expect(account.invalidated).toEqual([['/', '/favicon.svg', '/index.html']])
  const current = JSON.parse((await read(imagesBucket, 'releases/current.json'))!)
  expect(JSON.parse((await read(imagesBucket, `releases/${current.id}/release.json`))!)).toMatchObject({
    commit: 'abc1234',
    before: null,
    template: 'template one',
  })
  expect(await keys(imagesBucket)).not.toContain('releases/unfinished.json')
  expect(told(said)).toContain('OPENAI_API_KEY')
  expect(told(said)).not.toContain('sk-hidden')
})

test('does nothing twice when nothing has changed', async () => {
  const { account, deploy, said, writes } = await testDeploy()
  await deploy('--yes')
  const before = writes().length
  const { version } = account.secret

  expect(await deploy('--yes')).toBe(0)

  expect(writes().slice(before)).toEqual([])
  expect(account.secret.version).toBe(version)
  expect(told(said)).toMatch(
    /Nothing of it changes[\s\S]*The settings are as they were[\s\S]*The page is there already/u,
  )
})

test('writes settings that changed, and makes the functions read them anew', async () => {
  const { account, deploy, here, said } = await testDeploy()
  await deploy('--yes')
  here.production = 'LOG_LEVEL=debug\n'

  expect(await deploy('--yes')).toBe(0)

  expect(JSON.parse(account.secret.json)).toEqual({ LOG_LEVEL: 'debug' })
  expect(told(said)).toContain('Made 4 functions read the settings anew')
})

test('leaves the files of the older page to the tabs that are open', async () => {
  const { account, deploy, here, keys } = await testDeploy()
  await deploy('--yes')
  here.page = pageOf('two')

  expect(await deploy('--yes')).toBe(0)

  expect(await keys(webBucket)).toEqual(['assets/index-one.js', 'assets/index-two.js', 'favicon.svg', 'index.html'])
  expect(account.invalidated).toHaveLength(2)
})

test('uploads what the page asks for before the page', async () => {
  const { deploy, here, put } = await testDeploy()
  here.page = [pageOf('one')[1]!, pageOf('one')[0]!, pageOf('two')[0]!, pageOf('one')[2]!]
  await deploy('--yes')
  const page = put.filter((key) => !key.startsWith('releases/'))
  expect(page.slice(0, 2).toSorted()).toEqual(['assets/index-one.js', 'assets/index-two.js'])
  expect(page.slice(2)).toEqual(['favicon.svg', 'index.html'])
})

test('shows a plan and touches nothing, before the first deployment and after it', async () => {
  const { deploy, here, keys, ran, said, writes } = await testDeploy()
  here.production = 'GEMINI_API_KEY=hidden-value\nSTACK_LogDays=7\n'

  expect(await deploy('--dry-run')).toBe(0)
  expect(told(said)).toMatch(/would be made[\s\S]*LogDays: 7[\s\S]*Settings: GEMINI_API_KEY/u)
  expect(told(said)).not.toContain('hidden-value')
  expect(writes()).toEqual([])

  await deploy('--yes')
  const [before, commands, objects] = [writes().length, ran.length, await keys(imagesBucket)]
  here.page = pageOf('two')
  here.production = 'STACK_LogDays=14\n'
  expect(await deploy('--dry-run')).toBe(0)
  expect(told(said)).toMatch(
    /LogDays: 7 would become 14[\s\S]*secret would be written[\s\S]*3 files .* 2 would be uploaded/u,
  )
  expect(writes().length).toBe(before)
  expect(ran.slice(commands)).toEqual([['sam', '--version']])
  expect(await keys(imagesBucket)).toEqual(objects)
})

test('asks before it deploys, and does nothing when nobody types yes', async () => {
  const { account, deploy, here, said } = await testDeploy()
  expect(await deploy()).toBe(1)
  expect(told(said)).toMatch(/pixel-prompt in eu-central-1 of the account 123456789012\?[\s\S]*Nothing was changed/u)
  expect(account.stack).toBeUndefined()

  here.typed = ['yes']
  expect(await deploy()).toBe(0)
  expect(account.stack?.status).toBe('CREATE_COMPLETE')
})

test('tells every fault of the settings and the parameters before anything is touched', async () => {
  const { deploy, here, ran, said, aws } = await testDeploy()
  here.production = [
    'ACCESS_PASSWORD=short',
    'PORT=many',
    'MODEL_1_NAME=nobody-knows-this',
    'STACK_LogDays=8',
    'STACK_Colour=red',
    'STACK_CertificateArn=a\\b',
  ].join('\n')

  expect(await deploy('--yes', '--parameter', 'AlarmEmail=nobody')).toBe(1)

  const text = told(said)
  for (const name of [
    'ACCESS_PASSWORD',
    'PORT',
    'MODEL_COUNT',
    'STACK_LogDays',
    'STACK_Colour',
    'STACK_CertificateArn',
    'STACK_AlarmEmail',
  ])
    expect(text).toContain(name)
  expect(text).not.toMatch(/short|many|nobody-knows/u)
  expect(ran).toEqual([])
  expect(aws.asked).toEqual([])
})

test.each([
  'SpendAlarmUsd=2.5',
  'SpendAlarmUsd=1e3',
  'ImagesAlarmGb=0x10',
  'AwsBudgetUsd=+50',
  'RequestsPerSecond=-1',
  'WorkerConcurrency=2.5',
  'WorkerConcurrency=1001',
])('wants whole numbers, as the template counts with them: %s', async (given) => {
  const { aws, deploy, here, ran, said } = await testDeploy()
  here.production = `STACK_${given}\n`
  expect(await deploy('--yes')).toBe(1)
  const [name, value] = given.split('=')
  expect(told(said)).toMatch(new RegExp(`STACK_${name} must be a whole number from \\d+ to \\d+`, 'u'))
  expect(told(said)).toContain(`but is "${value}"`)
  expect([ran, aws.asked]).toEqual([[], []])
})

test('says what to type without settings, without sam and without credentials', async () => {
  const { account, answers, aws, deploy, here, said } = await testDeploy()
  here.production = undefined
  expect(await deploy('--yes')).toBe(1)
  expect(told(said)).toContain('cp .env.production.example .env.production')

  here.production = ''
  here.hasSam = false
  expect(await deploy('--yes')).toBe(1)
  expect(told(said)).toContain('pipx install aws-sam-cli')
  expect(aws.asked).toEqual([])

  here.hasSam = true
  answers['GetCallerIdentity'] = () => {
    throw new AwsError('InvalidClientTokenId', 'The security token included in the request is invalid')
  }
  expect(await deploy('--yes')).toBe(1)
  expect(told(said)).toMatch(/aws configure[\s\S]*InvalidClientTokenId/u)

  expect(await deploy('--wrong')).toBe(1)
  expect(told(said)).toContain('--dry-run')
  expect(account.stack).toBeUndefined()
})

test.each([
  ['replaced', change('Modify', 'Table', 'AWS::DynamoDB::Table', 'True')],
  ['may be replaced', change('Modify', 'Images', 'AWS::S3::Bucket', 'Conditional')],
  ['no longer belong', change('Remove', 'Settings', 'AWS::SecretsManager::Secret')],
])('asks even with --yes when what is kept is to be lost: %s', async (words, loss) => {
  const { account, deploy, here, said } = await testDeploy()
  await deploy('--yes')
  account.changes = [loss]
  here.template = 'template two'

  expect(await deploy('--yes')).toBe(1)
  expect(told(said)).toContain(words)
  expect(account.stack?.template).toBe('template one')

  here.typed = ['yes']
  account.changes = [loss]
  expect(await deploy('--yes')).toBe(0)
  expect(account.stack?.template).toBe('template two')
})

test('says why CloudFormation took a change back, and that a stack that was never whole has to go', async () => {
  const { account, deploy, said } = await testDeploy()
  account.failure = 'Resource limit exceeded'
  expect(await deploy('--yes')).toBe(1)
  expect(told(said)).toMatch(
    /Worker: Resource limit exceeded\n  Api: Another failed after it\n.*delete-stack --stack-name pixel-prompt/u,
  )

  account.failure = undefined
  expect(await deploy('--dry-run')).toBe(1)
  expect(told(said)).toContain('delete-stack --stack-name pixel-prompt')
  expect(await deploy('--yes')).toBe(1)
  expect(told(said)).toContain('delete-stack --stack-name pixel-prompt')
})

test('tells what failed of this change alone, however much was deleted for it and failed before it', async () => {
  const { account, aws, deploy, here, said } = await testDeploy()
  await deploy('--yes')
  for (const [template, failure] of [
    ['template two', 'The first reason'],
    ['template three', 'The second reason'],
  ] as const) {
    here.template = template
    account.failure = failure
    expect(await deploy('--yes')).toBe(1)
  }
  expect(told(said)).toContain('Worker: The second reason')
  expect(told(said)).not.toContain('The first reason')
  expect(account.events.length).toBeGreaterThan(400)
  const asked = aws.asked.length
  account.failure = undefined
  expect(await deploy('--yes')).toBe(0)
  expect(aws.asked.slice(asked).filter(({ action }) => action === 'DescribeStackEvents').length).toBeLessThan(4)
})

test('waits for a stack that is being made since the command was stopped, and goes on', async () => {
  const { account, answers, deploy, said } = await testDeploy()
  await deploy('--yes')
  const status = ['CREATE_IN_PROGRESS', 'CREATE_IN_PROGRESS', 'CREATE_IN_PROGRESS', 'CREATE_COMPLETE']
  const answered = answers['DescribeStacks']!
  answers['DescribeStacks'] = (fields) => {
    account.stack!.status = status.shift() ?? 'CREATE_COMPLETE'
    return answered(fields)
  }
  expect(await deploy('--dry-run')).toBe(0)
  expect(told(said)).toContain('this would be waited for')
  expect(await deploy('--yes')).toBe(0)
  expect(told(said)).toContain('CloudFormation: CREATE_IN_PROGRESS')
})

test('fails when the site does not answer as it should, and goes on there when that is mended', async () => {
  const { deploy, read, said, site } = await testDeploy()
  delete site.headers['content-security-policy']
  site.answers['/past/api/health'] = site.answers['/api/health']!
  expect(await deploy('--yes')).toBe(1)
  expect(told(said)).toMatch(/content-security-policy is missing[\s\S]*answered 200 and not 403/u)
  expect(await read(imagesBucket, 'releases/current.json')).toBeUndefined()

  site.headers['content-security-policy'] =
    "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'"
  site.answers['/past/api/health'] = { status: 403, type: 'application/json', body: '' }
  expect(await deploy('--yes')).toBe(0)
  expect(told(said)).toContain('stopped after the copies')
})
