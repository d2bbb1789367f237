import { expect, test } from 'vitest'
import { type Answers, AwsError } from '../emulators/fake-aws.ts'
import { alarmOf, queueOf, recovery, stackOf, startOf, testDoctor } from './test-doctor.ts'

test('finds nothing wrong with a deployment that is well', async () => {
  const { asked, doctor } = await testDoctor()
  const { code, text } = await doctor('--stack', 'pixel-prompt')
  expect(text).toContain('findings are good')
  expect(code).toBe(0)
  expect(asked).toEqual(['https://api.openai.com/v1/models'])
  for (const words of [
    'The account is 123456789012',
    'pixel-prompt is UPDATE_COMPLETE',
    'The release r1 (abc1234) runs',
    'The page is answered',
    'Whoever comes past CloudFront is refused',
    'The settings are right: OPENAI_API_KEY',
    'All functions have these settings',
    'OPENAI_API_KEY of OpenAI is accepted',
    'No other site may use the API',
    'The table is active',
    'any second of the last 35 days',
    'forgets by itself',
    'Nobody else can read images',
    'web is encrypted',
    '0 tasks wait and 3 are being painted',
    'No task was given up',
    'may run 1000 functions at once',
    '1 alarms watch',
    'Somebody is told of alarms',
    'Worker took 801 ms to start, 901 ms at most (2 starts',
  ])
    expect(text).toContain(
      `ok     ${text
        .split('\n')
        .find((line) => line.includes(words))
        ?.slice(7)}`,
    )
})

const change = (action: string, answer: Answers[string]) => (answers: Answers) => {
  answers[action] = answer
}

test.each<[string, (answers: Answers) => void, RegExp, RegExp]>([
  [
    'a stack that was never made',
    change('DescribeStacks', () => ({ Stacks: [stackOf('ROLLBACK_COMPLETE', {})] })),
    /^WRONG  The stack pixel-prompt is ROLLBACK_COMPLETE, and nothing runs$/u,
    /npm run deploy/u,
  ],
  [
    'a deployment that stopped',
    (answers) => {
      const kept = answers['GetObject']!
      answers['GetObject'] = (fields) =>
        fields.paths.at(-1) === 'unfinished.json'
          ? { startedAt: '2026-11-27T11:00:00Z', after: 'the page' }
          : kept(fields)
    },
    /What was begun 2026-11-27T11:00:00Z stopped after the page/u,
    /npm run deploy to go on, or npm run deploy -- --rollback/u,
  ],
  [
    'functions with older settings',
    change('GetFunctionConfiguration', () => ({ Environment: { Variables: { SETTINGS_VERSION: 'v0' } } })),
    /Api, Files, Worker, Sweeper may still run with older settings/u,
    /npm run deploy/u,
  ],
  [
    'settings that are wrong',
    change('GetSecretValue', () => ({ SecretString: '{"ACCESS_PASSWORD":"short"}', VersionId: 'v1' })),
    /ACCESS_PASSWORD must have/u,
    /\.env\.production/u,
  ],
  [
    'a secret that is no JSON',
    change('GetSecretValue', () => ({ SecretString: 'sk-oops', VersionId: 'v1' })),
    /not a JSON object/u,
    /npm run deploy/u,
  ],
  [
    'a quota that is too small',
    change('GetAccountSettings', () => ({ AccountLimit: { UnreservedConcurrentExecutions: 10 } })),
    /may run 10 functions at once, of which 20/u,
    /L-B99A9384.*STACK_WorkerConcurrency=5/u,
  ],
  [
    'a table that is not there yet',
    change('DescribeTable', () => ({ Table: { TableStatus: 'UPDATING' } })),
    /Not so: the table is active/u,
    /UPDATING/u,
  ],
  [
    'a table without recovery',
    change('DescribeContinuousBackups', () => recovery('DISABLED')),
    /Not so: the table can be set back/u,
    /update-continuous-backups --table-name table/u,
  ],
  [
    'a table that forgets nothing',
    change('DescribeTimeToLive', () => ({ TimeToLiveDescription: { TimeToLiveStatus: 'DISABLED' } })),
    /Not so: the table forgets/u,
    /update-time-to-live/u,
  ],
  [
    'an open bucket',
    change('GetPublicAccessBlock', () => ({ PublicAccessBlockConfiguration: { BlockPublicAcls: true } })),
    /images is not closed/u,
    /put-public-access-block --bucket images/u,
  ],
  [
    'a bucket without encryption',
    change('GetBucketEncryption', () => {
      throw new AwsError('ServerSideEncryptionConfigurationNotFoundError', 'not found')
    }),
    /web is not encrypted/u,
    /put-bucket-encryption --bucket web/u,
  ],
  [
    'tasks that pile up',
    change('GetQueueAttributes', () => queueOf('900')),
    /900 tasks wait/u,
    /STACK_WorkerConcurrency/u,
  ],
  [
    'tasks that were given up',
    change('GetQueueAttributes', () => queueOf('2')),
    /2 tasks were given up/u,
    /start-message-move-task --source-arn arn:dead/u,
  ],
  [
    'alarms that are off',
    change('DescribeAlarms', () => ({ MetricAlarms: [alarmOf('OK', false)] })),
    /switched off: WorkerErrors/u,
    /npm run deploy/u,
  ],
  [
    'an alarm that is given',
    change('DescribeAlarms', () => ({ MetricAlarms: [alarmOf('ALARM')] })),
    /Alarm: The worker broke off/u,
    /6 is greater than 5/u,
  ],
  [
    'an address that is not confirmed',
    change('ListSubscriptionsByTopic', () => ({ Subscriptions: [{ SubscriptionArn: 'PendingConfirmation' }] })),
    /not confirmed/u,
    /follow its link/u,
  ],
  [
    'nobody who is told',
    change('ListSubscriptionsByTopic', () => ({ Subscriptions: [] })),
    /Nobody is told of alarms/u,
    /STACK_AlarmEmail/u,
  ],
  [
    'slow starts',
    change('FilterLogEvents', () => ({ events: [startOf(3400)] })),
    /Api took 3401 ms to start/u,
    /MemorySize/u,
  ],
  [
    'what may not be looked at',
    change('DescribeTable', () => {
      throw new AwsError('AccessDeniedException', 'not authorized')
    }),
    /The table could not be looked at: AccessDeniedException/u,
    /ReadOnlyAccess/u,
  ],
])('finds %s, and says what to type', async (_, spoil, title, advice) => {
  const { answers, doctor } = await testDoctor()
  spoil(answers)
  const { code, text, wrong } = await doctor('--stack', 'pixel-prompt')
  expect(code).toBe(1)
  expect(wrong.join('\n')).toMatch(title)
  expect(text).toMatch(advice)
  expect(text).not.toMatch(/sk-good|sk-oops|"short"/u)
})

test('finds a stack whose last change was taken back, and looks at it all the same', async () => {
  const { answers, doctor } = await testDoctor()
  const answered = answers['DescribeStacks']!
  answers['DescribeStacks'] = async (fields) => {
    const { Stacks } = (await answered(fields)) as { Stacks: object[] }
    return { Stacks: [{ ...Stacks[0], StackStatus: 'UPDATE_ROLLBACK_COMPLETE' }] }
  }
  const { text, wrong } = await doctor('--stack', 'pixel-prompt')
  expect(wrong).toEqual(['WRONG  The stack pixel-prompt is UPDATE_ROLLBACK_COMPLETE'])
  expect(text).toContain('npm run deploy, which says what it needs')
})

test('finds what a visitor is answered wrongly', async () => {
  const { doctor, site } = await testDoctor()
  delete site.headers['content-security-policy']
  site.headers['strict-transport-security'] = 'max-age=60'
  site.headers['x-content-type-options'] = 'none'
  site.answers['/api/health'] = { status: 503, type: 'application/json', body: '{"ok":false}' }
  site.answers['/past/api/health'] = { status: 200, type: 'application/json', body: '{"ok":true}' }
  const { wrong } = await doctor('--stack', 'pixel-prompt')
  const text = wrong.join('\n')
  expect(text).toContain(
    'content-security-policy is missing, strict-transport-security is max-age=60, x-content-type-options is none',
  )
  expect(text).toMatch(/api\/health answered 503/u)
  expect(text).toMatch(/past CloudFront is refused: .* answered 200 and not 403/u)
})

test('takes the refusal of a site with a password for an answer', async () => {
  const { doctor, site } = await testDoctor()
  site.answers['/api/models'] = { status: 401, type: 'application/json', body: '{"code":"unauthorized"}' }
  expect((await doctor('--stack', 'pixel-prompt')).wrong).toEqual([])
})

test('finds other sites that the settings allow and the functions do not yet', async () => {
  const { answers, doctor, site } = await testDoctor()
  answers['GetSecretValue'] = () => ({ SecretString: '{"CORS_ORIGINS":"https://studio.example"}', VersionId: 'v1' })
  expect((await doctor('--stack', 'pixel-prompt')).wrong.join()).toContain(
    'Pages of https://studio.example are not allowed',
  )
  site.headers['access-control-allow-origin'] = 'https://studio.example'
  expect((await doctor('--stack', 'pixel-prompt')).wrong).toEqual([])
})

test('looks at settings, keys and models while the site is down, and says that other sites could not be tried', async () => {
  const { answers, doctor, site } = await testDoctor()
  const json = '{"CORS_ORIGINS":"https://studio.example","OPENAI_API_KEY":"sk-good"}'
  answers['GetSecretValue'] = () => ({ SecretString: json, VersionId: 'v1' })
  site.stop()
  const { text, wrong } = await doctor('--stack', 'pixel-prompt')
  expect(wrong.join('\n')).toMatch(
    /pages of https:\/\/studio\.example may use the API could not be tried: .*\/api\/models does not answer \(ECONNREFUSED\)/u,
  )
  for (const line of [
    'ok     The settings are right: CORS_ORIGINS, OPENAI_API_KEY',
    'ok     All functions have these settings',
    'ok     OPENAI_API_KEY of OpenAI is accepted',
    'ok     No model is shut down within 45 days',
  ])
    expect(text).toContain(line)
  expect(text).not.toMatch(/ReadOnlyAccess|fetch failed/u)
})

test('says what to type without a stack, without credentials and with unknown flags', async () => {
  const { answers, doctor } = await testDoctor()
  answers['DescribeStacks'] = () => {
    throw new AwsError('ValidationError', 'Stack with id other does not exist')
  }
  expect((await doctor('--stack', 'other')).text).toMatch(/no stack other in eu-central-1[\s\S]*npm run deploy/u)
  answers['GetCallerIdentity'] = () => {
    throw new AwsError('ExpiredToken', 'The security token included in the request is expired')
  }
  expect(await doctor('--stack', 'other')).toMatchObject({
    code: 1,
    text: expect.stringMatching(/aws sso login.*ExpiredToken/u),
  })
  expect(await doctor('--colour')).toMatchObject({ code: 1, text: expect.stringContaining('--stack NAME') })
})
