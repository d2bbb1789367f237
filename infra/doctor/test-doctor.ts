import { onTestFinished, vi } from 'vitest'
import { openServices } from '../cloud/services.ts'
import { type Answers, AwsError, startFakeAws } from '../emulators/fake-aws.ts'
import { startFakeSite } from '../emulators/fake-site.ts'
import { doctorCommand, type Outside } from './doctor-command.ts'

/** The answers of an account in which everything is well. Tests change one. */
function healthy(siteUrl: string, awsUrl: string): Answers {
  const outputs = {
    Url: siteUrl,
    ApiUrl: `${siteUrl}/past`,
    SiteDomain: 'd1.cloudfront.net',
    WebBucket: 'web',
    ImagesBucket: 'images',
    TableName: 'table',
    TasksQueueUrl: `${awsUrl}/1/tasks`,
    DeadTasksQueueUrl: `${awsUrl}/1/dead`,
    SettingsSecretArn: 'arn:aws:secretsmanager:eu-central-1:1:secret:s',
    AlarmTopicArn: 'arn:aws:sns:eu-central-1:1:a',
  }
  return {
    GetCallerIdentity: () => ({ Account: '123456789012', Arn: 'arn:aws:iam::123456789012:user/somebody' }),
    DescribeStacks: () => ({ Stacks: [stackOf('UPDATE_COMPLETE', outputs)] }),
    ListStackResources: () => ({ StackResourceSummaries: resources }),
    GetObject: ({ paths }) => releases[paths.at(-1) ?? ''] ?? missing(),
    ListObjectsV2: () => ({ ListBucketResult: { Contents: { Key: pictureKey } } }),
    GetSecretValue: () => ({ SecretString: '{"OPENAI_API_KEY":"sk-good"}', VersionId: 'v1' }),
    GetFunctionConfiguration: () => ({ Environment: { Variables: { SETTINGS_VERSION: 'v1' } } }),
    GetAccountSettings: () => ({ AccountLimit: { ConcurrentExecutions: 1000, UnreservedConcurrentExecutions: 1000 } }),
    DescribeTable: () => ({ Table: { TableStatus: 'ACTIVE' } }),
    DescribeContinuousBackups: () => recovery('ENABLED'),
    DescribeTimeToLive: () => ({ TimeToLiveDescription: { TimeToLiveStatus: 'ENABLED', AttributeName: 'ttl' } }),
    GetPublicAccessBlock: () => ({ PublicAccessBlockConfiguration: closed }),
    GetBucketEncryption: () => ({ ServerSideEncryptionConfiguration: { Rule: encrypted } }),
    GetQueueAttributes: () => queueOf('0'),
    DescribeAlarms: () => ({ MetricAlarms: [alarmOf('OK')] }),
    ListSubscriptionsByTopic: () => ({ Subscriptions: [{ SubscriptionArn: 'arn:aws:sns:eu-central-1:1:a:b' }] }),
    FilterLogEvents: () => ({ events: [startOf(800), startOf(900)] }),
  }
}

export const pictureKey = `images/${'j'.repeat(22)}/1.png`
const missing = (): never => {
  throw new AwsError('NoSuchKey', 'The specified key does not exist.')
}
export const stackOf = (StackStatus: string, outputs: Record<string, string>): object => ({
  StackName: 'pixel-prompt',
  StackStatus,
  Outputs: Object.entries(outputs).map(([OutputKey, OutputValue]) => ({ OutputKey, OutputValue })),
  Parameters: [{ ParameterKey: 'WorkerConcurrency', ParameterValue: '20' }],
})
export const recovery = (PointInTimeRecoveryStatus: string): object => ({
  ContinuousBackupsDescription: {
    ContinuousBackupsStatus: 'ENABLED',
    PointInTimeRecoveryDescription: { PointInTimeRecoveryStatus },
  },
})
export const queueOf = (waiting: string): object => ({
  Attributes: {
    ApproximateNumberOfMessages: waiting,
    ApproximateNumberOfMessagesNotVisible: '3',
    QueueArn: 'arn:dead',
  },
})
export const alarmOf = (StateValue: string, ActionsEnabled = true): object => ({
  AlarmName: 'pp-WorkerErrors',
  AlarmDescription: 'The worker broke off.',
  StateReason: '6 is greater than 5',
  StateValue,
  ActionsEnabled,
})
export const startOf = (ms: number): object => ({
  message: `REPORT RequestId: 1 Duration: 5 ms Init Duration: ${ms}.5 ms`,
})

const closed = { BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true }
const encrypted = { ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }
const releases: Record<string, object> = {
  'current.json': { id: 'r1' },
  'release.json': { id: 'r1', madeAt: '', commit: 'abc1234', before: null, template: '', parameters: {}, page: [] },
}
const resource = (LogicalResourceId: string, PhysicalResourceId: string, ResourceType: string) => ({
  LogicalResourceId,
  PhysicalResourceId,
  ResourceType,
  ResourceStatus: 'CREATE_COMPLETE',
  LastUpdatedTimestamp: new Date(0),
})
const resources = [
  ...['Api', 'Files', 'Worker', 'Sweeper'].flatMap((name) => [
    resource(name, `pp-${name}`, 'AWS::Lambda::Function'),
    resource(`${name}Log`, `/pixel-prompt/pp/${name}`, 'AWS::Logs::LogGroup'),
  ]),
  resource('WorkerErrors', 'pp-WorkerErrors', 'AWS::CloudWatch::Alarm'),
]

type Provider = (url: string, headers: Headers) => Response | Promise<Response>

/** Typing `npm run doctor` where AWS, the site and the providers are on 127.0.0.1, and all is well. */
export async function testDoctor(here: Partial<Outside> = {}) {
  const site = await startFakeSite()
  const cacheControl = 'private, max-age=31536000, immutable'
  site.answers[`/${pictureKey}`] = { status: 200, type: 'image/png', body: 'png', cacheControl }
  const answers: Answers = {}
  const aws = await startFakeAws(answers)
  Object.assign(answers, healthy(site.url, aws.url))
  onTestFinished(() => {
    vi.unstubAllEnvs()
    aws.stop()
    site.stop()
  })
  const credentials = { AWS_ACCESS_KEY_ID: 'emulated', AWS_SECRET_ACCESS_KEY: 'emulated', AWS_REGION: 'eu-central-1' }
  for (const [name, value] of Object.entries({ ...credentials, AWS_ENDPOINT_URL: aws.url })) vi.stubEnv(name, value)
  const asked: string[] = []
  const providers = { answer: (() => Response.json({ data: [] })) as Provider }
  const said: string[] = []
  const outside: Outside = {
    env: {},
    now: () => Date.parse('2026-11-27T12:00:00Z'),
    nodeVersion: '24.21.0',
    folder: '.',
    open: (region) => openServices({ region, pathStyle: true }),
    async fetch(input, init) {
      const url = String(input instanceof Request ? input.url : input)
      if (url.startsWith('http://127.0.0.1')) return fetch(input, init)
      asked.push(url)
      return providers.answer(url, new Headers(init?.headers))
    },
    say: (line) => said.push(line),
    ...here,
  }
  async function doctor(...args: string[]): Promise<{ code: number; text: string; wrong: string[] }> {
    said.length = 0
    const code = await doctorCommand(args, outside)
    return { code, text: said.join('\n'), wrong: said.filter((line) => line.startsWith('WRONG')) }
  }
  return { answers, asked, aws, doctor, outside, providers, site }
}
