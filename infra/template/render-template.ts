import { isMap, type Tree } from './is-map.ts'
import type { Template } from './parse-template.ts'

export const account = { id: '123456789012', region: 'eu-west-1', stack: 'pixels' }

/**
 * A template as it would be deployed to a made-up account: every reference and condition replaced by what it comes to.
 * Names of resources are `<stack>-<logical id>` in lower case.
 */
export function renderTemplate(template: Template, given: Record<string, string> = {}): Template {
  const { Resources, Parameters = {}, Conditions = {} } = template
  const { id: accountId, region, stack } = account
  const pseudo: Record<string, string> = {
    'AWS::AccountId': accountId,
    'AWS::Partition': 'aws',
    'AWS::Region': region,
    'AWS::StackName': stack,
    'AWS::URLSuffix': 'amazonaws.com',
  }

  const nameOf = (id: string) => `${stack}-${id}`.toLowerCase()

  const referTo = (id: string): unknown => {
    if (id === 'AWS::NoValue') return undefined
    if (id in pseudo) return pseudo[id]
    const parameter = Parameters[id]
    if (parameter) return given[id] ?? String(parameter['Default'])
    const type = Resources[id]?.Type
    if (type === undefined) throw new Error(`There is no ${id}`)
    if (type === 'AWS::SQS::Queue') return `https://sqs.${region}.amazonaws.com/${accountId}/${nameOf(id)}`
    return /::(?:Secret|Topic)$/u.test(type) ? attributeOf(id, 'Arn') : nameOf(id)
  }

  const attributeOf = (id: string, attribute: string): string => {
    const { Type = '', Properties } = Resources[id] ?? {}
    if (attribute !== 'Arn') return attribute === 'QueueName' ? nameOf(id) : `${nameOf(id)}.${attribute}`
    const own = String(render(Properties?.['LogGroupName'] ?? ''))
    const kind = arns[Type]
    if (kind === undefined) throw new Error(`It is not known what the ARN of a ${Type} looks like`)
    return kind.replace('*', own === '' ? nameOf(id) : own)
  }

  const holds = (condition: unknown): boolean => {
    const [[kind, value]] = Object.entries(condition as Tree) as [[string, unknown]]
    const parts = [value].flat()
    if (kind === 'Condition') return holds(Conditions[String(value)])
    if (kind === 'Fn::Equals') return render(parts[0]) === render(parts[1])
    if (kind === 'Fn::Not') return !holds(parts[0])
    if (kind === 'Fn::And') return parts.every(holds)
    if (kind === 'Fn::Or') return parts.some(holds)
    throw new Error(`Nobody has told how ${kind} is decided`)
  }

  const substitute = (value: unknown): string => {
    const [text, own = {}] = [value].flat() as [string, Tree?]
    return text.replaceAll(/\$\{([^!}][^}]*)\}/gu, (_, name: string) => {
      if (name in own) return String(render(own[name]))
      const [id = '', ...attribute] = name.split('.')
      return String(attribute.length > 0 ? attributeOf(id, attribute.join('.')) : referTo(id))
    })
  }

  const functions: Record<string, (value: never) => unknown> = {
    Ref: referTo,
    'Fn::GetAtt': ([id, attribute]: [string, string]) => attributeOf(id, attribute),
    'Fn::If': ([condition, yes, no]: [string, unknown, unknown]) => render(holds({ Condition: condition }) ? yes : no),
    'Fn::Sub': substitute,
    'Fn::Select': ([index, list]: [number, unknown]) => (render(list) as unknown[])[index],
    'Fn::Split': ([by, text]: [string, unknown]) => String(render(text)).split(by),
  }

  const render = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(render).filter((item) => item !== undefined)
    if (!isMap(node)) return node
    const [[key, value] = ['', undefined], ...others] = Object.entries(node)
    const known = others.length === 0 ? functions[key] : undefined
    if (known) return known(value as never)
    const pairs = Object.entries(node).map(([name, item]) => [name, render(item)] as const)
    return Object.fromEntries(pairs.filter(([, item]) => item !== undefined))
  }

  const { Globals, Outputs } = template
  return render({ ...(Globals && { Globals }), Resources, ...(Outputs && { Outputs }) }) as Template
}

const place = `${account.region}:${account.id}`
const arns: Record<string, string> = {
  'AWS::DynamoDB::Table': `arn:aws:dynamodb:${place}:table/*`,
  'AWS::IAM::Role': `arn:aws:iam::${account.id}:role/*`,
  'AWS::Logs::LogGroup': `arn:aws:logs:${place}:log-group:*:*`,
  'AWS::S3::Bucket': 'arn:aws:s3:::*',
  'AWS::SecretsManager::Secret': `arn:aws:secretsmanager:${place}:secret:*`,
  'AWS::Serverless::Function': `arn:aws:lambda:${place}:function:*`,
  'AWS::SNS::Topic': `arn:aws:sns:${place}:*`,
  'AWS::SQS::Queue': `arn:aws:sqs:${place}:*`,
}
