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
    'The page is answered, and asked for each time',
    'Browsers keep the files of the page',
    'The function files is reached with a signature',
    'A picture is answered, and kept by browsers',
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
    /npm run deploy\. .*enable-alarm-actions --region eu-central-1 --alarm-names pp-WorkerErrors/u,
  ],
  [
    'an alarm that is given',
    change('DescribeAlarms', () => ({ MetricAlarms: [alarmOf('ALARM')] })),
    /The alarm WorkerErrors is given: The worker broke off\./u,
    /RUNBOOK\.md says under “Alarms”, row WorkerErrors\. CloudWatch says: 6 is greater than 5/u,
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
  [
    'settings that may not be read',
    change('GetSecretValue', () => {
      throw new AwsError('AccessDeniedException', 'not authorized')
    }),
    /The settings in Secrets Manager could not be looked at[^]*The keys of providers could not be looked at/u,
    /ReadOnlyAccess is enough, with secretsmanager:GetSecretValue for the settings/u,
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

test('looks at the first starts of a day alone when there are many, and says so', async () => {
  const { answers, aws, doctor } = await testDoctor()
  answers['FilterLogEvents'] = () => ({ events: Array.from({ length: 60 }, () => startOf(800)), nextToken: 'more' })
  const busy = await doctor('--stack', 'pixel-prompt')
  expect(busy.text).toContain('Api took 801 ms to start, 801 ms at most (the first 200 starts of the last day)')

  answers['FilterLogEvents'] = () => ({ events: [], nextToken: 'more' })
  aws.asked.length = 0
  const quiet = await doctor('--stack', 'pixel-prompt')
  expect(quiet.text).toContain('No start of Api was found in the first 20 pages of its log of the last day')
  expect(aws.actions().filter((action) => action === 'FilterLogEvents')).toHaveLength(4 * 20)
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
