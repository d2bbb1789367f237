import { randomUUID } from 'node:crypto'
import { type Answers, AwsError, type Fields } from './fake-aws.ts'

type FakeStack = { status: string; template: string; parameters: Record<string, string> }
type Waiting = FakeStack & { arn: string; changes: object[]; empty: boolean }

const eventsOfPage = 100
/** What else is made with the stack, as many as the template has. */
const others = Array.from({ length: 60 }, (_, i) => `Other${i}`)

/** One stack of the account and what is in it, as far as it is asked for here. Nothing takes any time. */
export function fakeDeployment(outputs: Record<string, string>, readTemplate: (url: string) => Promise<string>) {
  const state = {
    stack: undefined as FakeStack | undefined,
    events: [] as object[],
    waiting: [] as Waiting[],
    /** What the next change would do, where it is not the functions. */
    changes: [] as object[],
    /** The next change ends so. */
    failure: undefined as string | undefined,
    secret: { json: '{}', version: 'first' },
    functions: new Map<string, Record<string, string>>(),
    invalidated: [] as string[][],
    published: [] as string[],
    subscriptions: [
      { SubscriptionArn: 'arn:aws:sns:eu-central-1:1:topic:abc', Endpoint: 'ops@example.org' },
    ] as object[],
  }

  /** As `sam deploy --no-execute-changeset` does. Tells the change set, or undefined when nothing would change. */
  function propose(template: string, parameters: Record<string, string>): string | undefined {
    const arn = request(template, parameters)
    return state.waiting.find((one) => one.arn === arn)?.empty === true ? undefined : arn
  }
  function request(template: string, parameters: Record<string, string>): string {
    const { stack } = state
    const same = JSON.stringify([stack?.template, stack?.parameters]) === JSON.stringify([template, parameters])
    const changes = [change('Modify', 'Api', 'AWS::Lambda::Function'), ...state.changes]
    const arn = `arn:aws:cloudformation:eu-central-1:123456789012:changeSet/set-${randomUUID()}`
    state.waiting.push({ arn, template, parameters, status: '', changes, empty: same && state.changes.length === 0 })
    return arn
  }
  const waiting = (arn: string) => {
    const found = state.waiting.find((one) => one.arn === arn)
    if (found === undefined) throw new AwsError('ChangeSetNotFound', `ChangeSet [${arn}] does not exist`)
    return found
  }
  function execute({ ChangeSetName, ClientRequestToken }: Fields): object {
    const { template, parameters } = waiting(ChangeSetName)
    const end = state.stack === undefined ? 'CREATE' : 'UPDATE'
    const event = (LogicalResourceId: string, ResourceStatus: string, ResourceStatusReason = '') =>
      state.events.unshift({
        EventId: randomUUID(),
        LogicalResourceId,
        ResourceStatus,
        ResourceStatusReason,
        ClientRequestToken,
      })
    event('pixel-prompt', `${end}_IN_PROGRESS`)
    for (const name of others) event(name, `${end}_COMPLETE`)
    if (state.failure !== undefined) {
      event('Worker', `${end}_FAILED`, state.failure)
      event('Sweeper', `${end}_FAILED`, 'Resource creation cancelled')
      event('Api', `${end}_FAILED`, 'Another failed after it')
      const status = end === 'CREATE' ? 'ROLLBACK_COMPLETE' : 'UPDATE_ROLLBACK_COMPLETE'
      event('pixel-prompt', status.replace('COMPLETE', 'IN_PROGRESS'))
      for (const name of others) for (const step of ['IN_PROGRESS', 'COMPLETE']) event(name, `DELETE_${step}`)
      event('pixel-prompt', status)
      state.stack = { ...(state.stack ?? { template, parameters }), status }
      return {}
    }
    event('pixel-prompt', `${end}_COMPLETE`)
    state.stack = { status: `${end}_COMPLETE`, template, parameters }
    for (const name of ['api', 'files', 'worker', 'sweeper'])
      state.functions.set(name, { SETTINGS_SECRET_ARN: outputs['SettingsSecretArn']!, ...state.functions.get(name) })
    return {}
  }

  const answers: Answers = {
    GetCallerIdentity: () => ({ Account: '123456789012', Arn: 'arn:aws:iam::123456789012:user/somebody', UserId: 'A' }),
    DescribeStacks({ StackName }) {
      if (state.stack === undefined) throw new AwsError('ValidationError', `Stack with id ${StackName} does not exist`)
      const { status, parameters } = state.stack
      return {
        Stacks: [
          {
            StackName,
            StackStatus: status,
            // A stack that was not made to its end has none.
            Outputs: Object.entries(/^(?:CREATE_IN|ROLLBACK)/u.test(status) ? {} : outputs).map(
              ([OutputKey, OutputValue]) => ({ OutputKey, OutputValue }),
            ),
            Parameters: Object.entries(parameters).map(([ParameterKey, ParameterValue]) => ({
              ParameterKey,
              ParameterValue,
            })),
          },
        ],
      }
    },
    DescribeStackEvents({ NextToken = '0' }) {
      const to = Number(NextToken) + eventsOfPage
      return {
        StackEvents: state.events.slice(to - eventsOfPage, to),
        ...(to < state.events.length && { NextToken: `${to}` }),
      }
    },
    ListStackResources: () => ({ StackResourceSummaries: resources(state.functions) }),
    GetTemplate: () => ({ TemplateBody: state.stack?.template }),
    CreateChangeSet: async (fields) => ({
      Id: request(await readTemplate(fields.TemplateURL), parametersOf(fields)),
    }),
    DescribeChangeSet({ ChangeSetName }) {
      const { changes, empty } = waiting(ChangeSetName)
      return empty
        ? { Status: 'FAILED', StatusReason: "The submitted information didn't contain changes." }
        : { Status: 'CREATE_COMPLETE', Changes: changes }
    },
    DeleteChangeSet({ ChangeSetName }) {
      state.waiting = state.waiting.filter(({ arn }) => arn !== ChangeSetName)
      return {}
    },
    ExecuteChangeSet: execute,
    GetSecretValue: () => ({ SecretString: state.secret.json, VersionId: state.secret.version }),
    PutSecretValue({ SecretString }) {
      state.secret = { json: SecretString, version: randomUUID() }
      return { VersionId: state.secret.version }
    },
    GetFunctionConfiguration: ({ FunctionName }) => ({
      FunctionName,
      Environment: { Variables: state.functions.get(FunctionName) },
      RevisionId: 'r1',
      LastUpdateStatus: 'Successful',
    }),
    UpdateFunctionConfiguration({ FunctionName, Environment }) {
      state.functions.set(FunctionName, Environment.Variables)
      return {}
    },
    CreateInvalidation({ paths }) {
      state.invalidated.push(paths)
      return invalidation('InProgress')
    },
    GetInvalidation: () => invalidation('Completed'),
    ListSubscriptionsByTopic: () => ({ Subscriptions: state.subscriptions }),
    Publish({ Message }) {
      state.published.push(Message)
      return { MessageId: randomUUID() }
    },
  }
  return { state, answers, propose }
}

export const change = (
  Action: string,
  LogicalResourceId: string,
  ResourceType: string,
  Replacement?: string,
): object => ({
  Type: 'Resource',
  ResourceChange: { Action, LogicalResourceId, ResourceType, Replacement },
})

const invalidation = (Status: string) => ({
  Id: 'I1',
  Status,
  CreateTime: new Date(0),
  InvalidationBatch: { CallerReference: 'x', Paths: { Quantity: 0 } },
})

const resources = (functions: Map<string, unknown>) =>
  Array.from(functions.keys(), (name) => ({
    LogicalResourceId: name,
    PhysicalResourceId: name,
    ResourceType: 'AWS::Lambda::Function',
    ResourceStatus: 'CREATE_COMPLETE',
    LastUpdatedTimestamp: new Date(0),
  }))

function parametersOf(fields: object): Record<string, string> {
  const texts = fields as Record<string, string>
  const keys = Object.keys(texts).filter((name) => /^Parameters\.member\.\d+\.ParameterKey$/u.test(name))
  return Object.fromEntries(keys.map((name) => [texts[name] ?? '', texts[name.replace(/Key$/u, 'Value')] ?? '']))
}
