import { describe, expect, test } from 'vitest'
import { awsMetrics } from '../../backend/entry/aws/metrics.ts'
import { lambdaFunctions } from '../lambda-functions.ts'
import { functionEnvironment } from './function-environment.ts'
import { serviceSpec } from './service-spec.ts'
import { account } from './render-template.ts'
import { deployed, environmentOf, template } from './test-deployed.ts'

const stack = deployed()
const resourcesOf = (type: string) =>
  Object.entries(stack.Resources).flatMap(([id, { Type, Properties = {} }]) =>
    Type === type ? [{ id, Properties }] : [],
  )

describe('functions', () => {
  const functions = resourcesOf('AWS::Serverless::Function')

  test('there is one for each entry that is built', () => {
    expect(functions.map(({ id }) => id.toLowerCase())).toEqual([...lambdaFunctions])
    expect(functions.map(({ Properties }) => Properties['CodeUri'])).toEqual(
      lambdaFunctions.map((name) => `../dist/lambda/${name}`),
    )
    for (const { id } of functions) expect(template.Resources[id]?.['Metadata']).toEqual({ SkipBuild: true })
    expect(stack.Globals?.['Function']).toMatchObject({
      Handler: 'index.handler',
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
    })
  })

  test('each is given the variables that it reads', () => {
    const given = functions.map(({ id }) => [
      id,
      Object.keys(environmentOf(id, { DomainName: 'pixels.example' })).toSorted(),
    ])
    const read = Object.entries(functionEnvironment).map(([id, names]) => [id, names.toSorted()])
    expect(given).toEqual(read)
  })

  test('no setting and no secret is in the template', () => {
    const secrets = resourcesOf('AWS::SecretsManager::Secret')
    expect(secrets.map(({ id }) => id)).toEqual(['Settings', 'FirstOriginSecret', 'SecondOriginSecret'])
    expect(secrets[0]?.Properties['SecretString']).toBe('{}')
    for (const { Properties } of secrets.slice(1)) {
      expect(Properties).not.toHaveProperty('SecretString')
      expect(Properties['GenerateSecretString']).toMatchObject({ PasswordLength: 48 })
    }
    expect(JSON.stringify(stack.Outputs)).not.toContain('{{resolve:')
  })
})

type Metric = { namespace: string; name: string; dimensions: Record<string, string> }
type Alarm = {
  Namespace: string
  MetricName: string
  Dimensions: { Name: string; Value: string }[]
  Threshold: unknown
}

const alarms = resourcesOf('AWS::CloudWatch::Alarm').map(({ id, Properties }) => ({
  id,
  ...(Properties as unknown as Alarm),
}))
const ofAlarms = alarms.map(({ Namespace, MetricName, Dimensions }): Metric => ({
  namespace: Namespace,
  name: MetricName,
  dimensions: Object.fromEntries(Dimensions.map(({ Name, Value }) => [Name, Value])),
}))

describe('metrics', () => {
  const { widgets } = JSON.parse(String(stack.Resources['Dashboard']?.Properties?.['DashboardBody'])) as {
    widgets: { properties: { region: string; metrics: (string | object)[][] } }[]
  }
  const ofDashboard = widgets.flatMap(({ properties }) =>
    properties.metrics.map((metric): Metric => {
      const [namespace = '', name = '', ...pairs] = metric.filter((part) => typeof part === 'string')
      const dimensions = pairs.flatMap((part, index) => (index % 2 === 0 ? [[part, pairs[index + 1] ?? '']] : []))
      return { namespace, name, dimensions: Object.fromEntries(dimensions) as Record<string, string> }
    }),
  )

  test.for([
    ['the alarms', ofAlarms],
    ['the dashboard', ofDashboard],
  ] as const)('%s look at none that nobody counts', ([, metrics]) => {
    expect(metrics.length).toBeGreaterThan(15)
    expect(metrics.filter((metric) => !isCounted(metric))).toEqual([])
  })

  test('a name that is counted by nobody is known', () => {
    const [dimension, other] = [{ [awsMetrics.dimension]: account.stack }, { QueueName: 'pixels-tasks' }]
    expect(isCounted({ namespace: 'PixelPrompt', name: 'TasksWaiting', dimensions: dimension })).toBe(true)
    expect(isCounted({ namespace: 'PixelPrompt', name: 'TasksWating', dimensions: dimension })).toBe(false)
    expect(isCounted({ namespace: 'PixelPrompt', name: 'TasksWaiting', dimensions: other })).toBe(false)
    expect(isCounted({ namespace: 'AWS/SQS', name: 'ApproximateAge', dimensions: other })).toBe(false)
    expect(isCounted({ namespace: 'AWS/Lambda', name: 'Errors', dimensions: other })).toBe(false)
    const glacier = { BucketName: 'pixels-images', StorageType: 'GlacierStorage' }
    expect(isCounted({ namespace: 'AWS/S3', name: 'BucketSizeBytes', dimensions: glacier })).toBe(false)
  })

  test('all that the sweeper counts is on the dashboard', () => {
    const shown = ofDashboard.filter(({ namespace }) => namespace === awsMetrics.namespace).map(({ name }) => name)
    expect(shown.toSorted()).toEqual(Object.keys(awsMetrics.units).toSorted())
    expect(new Set(widgets.map(({ properties }) => properties.region))).toEqual(new Set([account.region]))
  })
})

describe('alarms', () => {
  test('are given for everything that can go wrong', () => {
    const functions = ['api', 'files', 'worker', 'sweeper'].map((name) => `pixels-${name}`)
    for (const name of ['Errors', 'Throttles', 'Duration'])
      expect(
        ofAlarms.filter((metric) => metric.name === name).map(({ dimensions }) => dimensions['FunctionName']),
      ).toEqual(functions)
    const others = [
      ['5xx', 'pixels-httpapi'],
      ['Url5xxCount', 'pixels-files'],
      ['ApproximateNumberOfMessagesVisible', 'pixels-deadtasks'],
      ['ApproximateAgeOfOldestMessage', 'pixels-tasks'],
      ['SpentTodayMicroUsd', 'pixels'],
      ['BucketSizeBytes', 'pixels-images'],
    ] as const
    const missing = others.filter(
      ([name, where]) =>
        !ofAlarms.some((metric) => metric.name === name && Object.values(metric.dimensions).includes(where)),
    )
    expect(missing).toEqual([])
  })

  test.for(['Api', 'Files', 'Worker', 'Sweeper'])('of how long %s takes come before its time is up', (name) => {
    const alarm = alarms.find(({ id }) => id === `${name}Duration`)
    const seconds = Number(template.Resources[name]?.Properties?.['Timeout'])
    expect(Number(alarm?.Threshold)).toBeLessThan(seconds * 1000)
  })

  test('of money and room take their bounds from the parameters', () => {
    const given = deployed({ SpendAlarmUsd: '3', ImagesAlarmGb: '7', AwsBudgetUsd: '9', AlarmEmail: 'a@b.example' })
    expect(given.Resources['SpentToday']?.Properties?.['Threshold']).toBe('3000000')
    expect(given.Resources['ImagesSize']?.Properties?.['Threshold']).toBe('7000000000')
    expect(given.Resources['AwsBudget']?.Properties?.['Budget']).toMatchObject({
      TimeUnit: 'MONTHLY',
      BudgetLimit: { Amount: '9', Unit: 'USD' },
    })
    expect(given.Resources['AlarmTopic']?.Properties?.['Subscription']).toEqual([
      { Protocol: 'email', Endpoint: 'a@b.example' },
    ])
    expect(stack.Resources['AlarmTopic']?.Properties?.['Subscription']).toBeUndefined()
  })

  test('reach the topic, as the budget does', () => {
    const budget = JSON.stringify(stack.Resources['AwsBudget'])
    expect(budget).toContain('"Address":"arn:aws:sns:eu-west-1:123456789012:pixels-alarmtopic"')
    expect(JSON.stringify(stack.Resources['AlarmTopicPolicy'])).toContain('budgets.amazonaws.com')
  })
})

/** That somebody tells CloudWatch such a metric: AWS, by its specification, or the sweeper. */
function isCounted({ namespace, name, dimensions }: Metric): boolean {
  const given = Object.keys(dimensions).toSorted().join()
  if (namespace === awsMetrics.namespace)
    return name in awsMetrics.units && given === awsMetrics.dimension && dimensions[given] === account.stack
  if (documented.some((known) => known.namespace === namespace && known.name === name && known.dimensions === given))
    return true
  const spec = serviceSpec()
  return spec
    .all('metric')
    .filter((metric) => metric.namespace === namespace && metric.name === name)
    .flatMap((metric) => spec.follow('usesDimensionSet', metric))
    .some(({ entity }) => {
      const fitting = entity.dimensions.filter(
        (each) => each.value === undefined || dimensions[each.name] === each.value,
      )
      return (
        fitting
          .map((each) => each.name)
          .toSorted()
          .join() === given
      )
    })
}

/** What the specification does not have, from AWS's page on the metrics of function URLs. */
const documented = [{ namespace: 'AWS/Lambda', name: 'Url5xxCount', dimensions: 'FunctionName' }]
