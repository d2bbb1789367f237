import { isMap, type Tree } from './is-map.ts'
import type { Resource, Template } from './parse-template.ts'
import { referencesOf } from './check-references.ts'
import { statementsIn } from './policies.ts'
import { resourceType } from './service-spec.ts'

/** What no general tool knows: how this product wants its functions, queues, buckets and alarms. */
export const checkHouseRules = (template: Template): string[] => rules.flatMap((rule) => rule(template))

type Rule = (template: Template) => string[]

const ofType = ({ Resources }: Template, type: string): [path: string, id: string, properties: Tree][] =>
  Object.entries(Resources)
    .filter(([, { Type }]) => Type === type)
    .map(([id, { Properties = {} }]) => [`Resources.${id}`, id, Properties])

const says = (wrong: boolean, text: string): string[] => (wrong ? [text] : [])

const rules: Rule[] = [
  (template) =>
    statementsIn(template.Resources, 'Resources').flatMap(({ path, statement }) => {
      const { Effect, Action, Resource, Principal, Condition } = statement
      if (Effect === 'Deny') return []
      const whole = [Resource].flat().includes('*')
      const isPublic = Principal === '*' || (isMap(Principal) && Object.values(Principal).flat().includes('*'))
      // A service acts for all its customers: which of them is meant has to be said.
      const others = Principal !== undefined && !/lambda\.amazonaws\.com/u.test(JSON.stringify(Principal))
      return [
        ...says(
          [Action ?? '*'].flat().some((action) => action.includes('*')),
          `${path}: allows more than it names`,
        ),
        ...says(whole, `${path}: allows it on everything`),
        ...says(isPublic, `${path}: allows it to everybody`),
        ...says(others && Condition === undefined, `${path}: does not say on whose behalf`),
      ]
    }),

  (template) =>
    ofType(template, 'AWS::Lambda::Permission').flatMap(([path, , { SourceArn }]) =>
      says(SourceArn === undefined, `${path}: does not say on whose behalf`),
    ),

  (template) =>
    ofType(template, 'AWS::Serverless::Function').flatMap(([path, id, properties]) => {
      const role = referencesOf(properties['Role'], '')[0]?.target
      const log = referencesOf(properties['LoggingConfig'], '')[0]?.target ?? ''
      const timeout = valueOf(template, properties, 'Timeout')
      return [
        ...says(role !== `${id}Role` || 'Policies' in properties, `${path}: has not a role of its own`),
        ...says(template.Resources[log]?.Type !== 'AWS::Logs::LogGroup', `${path}: has not a log of its own`),
        ...says(!(timeout > 0 && timeout <= 900), `${path}: a Timeout is at most 900`),
        ...says('ReservedConcurrentExecutions' in properties, `${path}: takes functions away from the others`),
        ...events(properties).flatMap((event) => ofEvent(path, timeout, event, template)),
      ]
    }),

  (template) =>
    ofType(template, 'AWS::Logs::LogGroup').flatMap(([path, , { RetentionInDays }]) =>
      says(RetentionInDays === undefined, `${path}: is kept for ever`),
    ),

  (template) =>
    ofType(template, 'AWS::S3::Bucket').flatMap(([path, id, properties]) => {
      const blocks = (properties['PublicAccessBlockConfiguration'] ?? {}) as Tree
      const isBlocked = publicAccess.every((name) => blocks[name] === true)
      const policies = ofType(template, 'AWS::S3::BucketPolicy')
        .filter(([, , { Bucket }]) => referencesOf(Bucket, '')[0]?.target === id)
        .flatMap(([, , { PolicyDocument }]) => statementsIn(PolicyDocument, ''))
      const deniesPlain = policies.some(
        ({ statement }) =>
          statement.Effect === 'Deny' && statement.Condition?.['Bool']?.['aws:SecureTransport'] === 'false',
      )
      return [
        ...says(!isBlocked, `${path}: could be made public`),
        ...says(properties['BucketEncryption'] === undefined, `${path}: is not encrypted`),
        ...says(properties['LifecycleConfiguration'] === undefined, `${path}: keeps what was never finished`),
        ...says(!deniesPlain, `${path}: answers without TLS`),
      ]
    }),

  ({ Resources }) =>
    Object.entries(Resources)
      .filter(([, { Type }]) => /::(?:Table|Bucket)$/u.test(Type))
      .flatMap(([id, resource]) =>
        Object.entries(keeping).flatMap(([name, policies]) =>
          says(!policies.includes(String(resource[name])), `Resources.${id}: ${name} must be ${policies.join(' or ')}`),
        ),
      ),

  (template) =>
    ofType(template, 'AWS::CloudWatch::Alarm').flatMap(([path, , { AlarmActions }]) =>
      says(referencesOf(AlarmActions, '')[0]?.target !== 'AlarmTopic', `${path}: tells nobody`),
    ),

  (template) =>
    Object.entries(template.Resources).flatMap(([id, resource]) =>
      says(canBeTagged(resource) && !isTagged(resource, template), `Resources.${id}: has no tags`),
    ),

  ({ Parameters = {}, ...rest }) => {
    const used = new Set(referencesOf(rest, '').map(({ target }) => target))
    return [
      ...Object.keys(Parameters).flatMap((name) => says(!used.has(name), `Parameters.${name}: nothing uses it`)),
      ...Object.entries(Parameters).flatMap(([name, parameter]) =>
        says(parameter['Default'] === undefined, `Parameters.${name}: has no default`),
      ),
      ...says(Object.keys(Parameters).length > 12, 'Parameters: there are more than twelve'),
    ]
  },
]

/** RetainExceptOnCreate gives up what a change that fails had just made. UpdateReplacePolicy does not know it. */
const keeping = { DeletionPolicy: ['Retain', 'RetainExceptOnCreate'], UpdateReplacePolicy: ['Retain'] }

const publicAccess = ['BlockPublicAcls', 'BlockPublicPolicy', 'IgnorePublicAcls', 'RestrictPublicBuckets']

const valueOf = ({ Globals }: Template, properties: Tree, name: string): number =>
  Number(properties[name] ?? Globals?.['Function']?.[name])

type Event = { Type: string; Properties: Tree }
const events = ({ Events = {} }: Tree) => Object.values(Events as Record<string, Event>)

function ofEvent(path: string, timeout: number, { Type, Properties }: Event, { Resources }: Template): string[] {
  if (Type === 'HttpApi') return says(timeout >= 30, `${path}: the API waits for 30 seconds and no longer`)
  if (Type !== 'SQS') return []
  const id = referencesOf(Properties['Queue'], '')[0]?.target ?? ''
  const { VisibilityTimeout, RedrivePolicy } = Resources[id]?.Properties ?? {}
  const isReported = [Properties['FunctionResponseTypes']].flat().includes('ReportBatchItemFailures')
  return [
    ...says(
      !(Number(VisibilityTimeout) >= 6 * timeout),
      `Resources.${id}: VisibilityTimeout must be six times the ${timeout} seconds of ${path}`,
    ),
    ...says(RedrivePolicy === undefined, `Resources.${id}: has nowhere to put what cannot be done`),
    ...says(!isReported, `${path}: does not report which messages failed`),
  ]
}

const canBeTagged = ({ Type }: Resource) => resourceType(Type)?.tagInformation?.tagPropertyName === 'Tags'

const isTagged = ({ Type, Properties = {} }: Resource, { Globals }: Template) =>
  'Tags' in { ...Globals?.[Type.replace('AWS::Serverless::', '')], ...Properties }
