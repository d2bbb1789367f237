import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { catalogue } from '../../backend/providers/catalogue/catalogue.ts'
import { imageKey, thumbnailKey } from '../../backend/storage/storage.ts'
import { actionsOf } from './actions-of.ts'
import { commandsIn } from './commands-in.ts'
import { actionsBesides, commandsUsed } from './commands-used.ts'
import { isAllowed } from './is-allowed.ts'
import { actionsOfStatements, rightsOf, statementsIn, type Statement } from './policies.ts'
import { deployed, template } from './test-deployed.ts'

const functions = Object.keys(commandsUsed)
const stack = deployed()
const may = (id: string, action: string, resource: string, context = {}) =>
  isAllowed(rightsOf(stack, id), { action, resource, context })

const table = 'arn:aws:dynamodb:eu-west-1:123456789012:table/pixels-table'
const tasks = 'arn:aws:sqs:eu-west-1:123456789012:pixels-tasks'
const bucket = 'arn:aws:s3:::pixels-images'
const image = { imageId: '1', mediaType: 'image/png' } as const
const pictures = [imageKey('Jd1', image), thumbnailKey('Jd1', image)].map((key) => `${bucket}/${key}`)
const secret = (name: string) => `arn:aws:secretsmanager:eu-west-1:123456789012:secret:pixels-${name}`
const whoMay = (action: string, resource: string, context = {}) =>
  functions.filter((id) => may(id, action, resource, context))

describe('of the functions', () => {
  test('who shows pictures reads them, who paints keeps them too, and the sweeper alone removes them', () => {
    for (const picture of pictures) {
      expect(whoMay('s3:GetObject', picture)).toEqual(['Files'])
      expect(whoMay('s3:PutObject', picture)).toEqual(['Files', 'Worker'])
      expect(whoMay('s3:DeleteObject', picture)).toEqual(['Sweeper'])
    }
    for (const action of ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'])
      expect(whoMay(action, `${bucket}/other/1.png`)).toEqual([])
  })

  test('none touches the page', () => {
    for (const action of ['s3:GetObject', 's3:PutObject', 's3:DeleteObject', 's3:ListBucket'])
      for (const resource of ['arn:aws:s3:::pixels-web', 'arn:aws:s3:::pixels-web/index.html'])
        expect(whoMay(action, resource, { 's3:prefix': 'images/' })).toEqual([])
  })

  test('the API may ask whether the bucket is there, but not for what is in it', () => {
    expect(may('Api', 's3:ListBucket', bucket, { 's3:prefix': 'images/' })).toBe(true)
    expect(may('Api', 's3:ListBucket', bucket, { 's3:prefix': 'images/Jd1' })).toBe(false)
    expect(may('Api', 's3:ListBucket', bucket)).toBe(false)
    expect(actionsOfStatements(rightsOf(stack, 'Api')).filter((action) => action.startsWith('s3:'))).toEqual([
      's3:ListBucket',
    ])
  })

  test('the sweeper lists the pictures of a job', () => {
    expect(may('Sweeper', 's3:ListBucket', bucket, { 's3:prefix': 'images/Jd1/' })).toBe(true)
  })

  test('all read the table, those that list read its indexes, and none reads all of it or another', () => {
    expect(whoMay('dynamodb:GetItem', table)).toEqual(functions)
    expect(whoMay('dynamodb:Query', `${table}/index/gallery`)).toEqual(['Api', 'Files', 'Sweeper'])
    expect(whoMay('dynamodb:DeleteItem', table)).toEqual(['Api', 'Sweeper'])
    expect(whoMay('dynamodb:Scan', table)).toEqual([])
    expect(whoMay('dynamodb:DeleteTable', table)).toEqual([])
    expect(whoMay('dynamodb:GetItem', `${table}-of-others`)).toEqual([])
  })

  test('the worker alone takes tasks, and files sends none', () => {
    expect(whoMay('sqs:SendMessage', tasks)).toEqual(['Api', 'Worker', 'Sweeper'])
    expect(whoMay('sqs:ReceiveMessage', tasks)).toEqual(['Worker'])
    expect(whoMay('sqs:PurgeQueue', tasks)).toEqual([])
  })

  test('all read the settings; those that CloudFront asks read its secrets, and none writes one', () => {
    expect(whoMay('secretsmanager:GetSecretValue', secret('settings'))).toEqual(functions)
    for (const name of ['firstoriginsecret', 'secondoriginsecret'])
      expect(whoMay('secretsmanager:GetSecretValue', secret(name))).toEqual(['Api', 'Files'])
    expect(whoMay('secretsmanager:PutSecretValue', secret('settings'))).toEqual([])
    expect(whoMay('secretsmanager:GetSecretValue', secret('settings-of-others'))).toEqual([])
  })

  test('the worker calls the models of Bedrock that are in the catalogue, and no others', () => {
    const models = catalogue.filter(({ provider }) => provider === 'bedrock').map(({ id }) => id)
    expect(models.length).toBeGreaterThan(2)
    const named = rightsOf(stack, 'Worker')
      .filter(({ Action }) => [Action].flat().includes('bedrock:InvokeModel'))
      .flatMap(({ Resource }) => Resource as string[])
    expect(named.toSorted()).toEqual(models.map((id) => `arn:aws:bedrock:*::foundation-model/${id}`).toSorted())
    const [model] = models
    expect(whoMay('bedrock:InvokeModel', `arn:aws:bedrock:us-west-2::foundation-model/${model}`)).toEqual(['Worker'])
  })

  test('each writes its own log and no other', () => {
    for (const id of functions) {
      const log = `arn:aws:logs:eu-west-1:123456789012:log-group:/pixel-prompt/pixels/${id.toLowerCase()}:log-stream:1`
      expect(whoMay('logs:PutLogEvents', log)).toEqual([id])
    }
  })

  test.for(functions)('%s may do what its commands need, and nothing besides', (id) => {
    const needed = [
      ...actionsOf(commandsUsed[id] ?? {}),
      ...(actionsBesides[id] ?? []),
      'logs:CreateLogStream',
      'logs:PutLogEvents',
    ]
    expect(actionsOfStatements(rightsOf(template, id)).toSorted()).toEqual([...new Set(needed)].toSorted())
  })
})

describe('of everybody', () => {
  const policyOf = (id: string): Statement[] =>
    statementsIn(stack.Resources[`${id}Policy`]?.Properties, '').map(({ statement }) => statement)
  const distribution = 'arn:aws:cloudfront::123456789012:distribution/pixels-site'
  const tls = { 'aws:securetransport': 'true' }

  test('this distribution alone reads the pictures and the page, over TLS', () => {
    for (const [id, resource] of [
      ['Images', pictures[0] ?? ''],
      ['Web', 'arn:aws:s3:::pixels-web/index.html'],
    ] as const) {
      const asks = (context: Record<string, string>) =>
        isAllowed(policyOf(id), { action: 's3:GetObject', resource, context })
      expect(asks({ 'aws:sourcearn': distribution, ...tls })).toBe(true)
      expect(asks({ 'aws:sourcearn': `${distribution}2`, ...tls })).toBe(false)
      expect(asks(tls)).toBe(false)
      expect(asks({ 'aws:sourcearn': distribution, 'aws:securetransport': 'false' })).toBe(false)
    }
  })

  test('a bucket answers nobody without TLS, whatever is asked', () => {
    for (const id of ['Images', 'Web']) {
      const denials = policyOf(id).filter(({ Effect }) => Effect === 'Deny')
      const all: Statement[] = [{ Effect: 'Allow', Action: '*', Resource: '*' }, ...denials]
      for (const resource of [`arn:aws:s3:::pixels-${id.toLowerCase()}`, `arn:aws:s3:::pixels-${id.toLowerCase()}/a/b`])
        for (const action of ['s3:GetObject', 's3:PutObject', 's3:ListBucket']) {
          const context = { 'aws:securetransport': 'false' }
          expect(isAllowed(all, { action, resource, context })).toBe(false)
          expect(isAllowed(all, { action, resource, context: tls })).toBe(true)
        }
    }
  })

  test('this distribution alone calls the address of the function for files', () => {
    const permissions = Object.values(stack.Resources).filter(({ Type }) => Type === 'AWS::Lambda::Permission')
    expect(permissions.map(({ Properties }) => Properties)).toEqual(
      [
        { Action: 'lambda:InvokeFunctionUrl', FunctionUrlAuthType: 'AWS_IAM' },
        { Action: 'lambda:InvokeFunction', InvokedViaFunctionUrl: true },
      ].map((each) => ({
        ...each,
        FunctionName: 'pixels-files',
        Principal: 'cloudfront.amazonaws.com',
        SourceArn: distribution,
      })),
    )
    expect(stack.Resources['FilesUrl']?.Properties).toMatchObject({ AuthType: 'AWS_IAM' })
  })
})

describe('the commands of the storage', () => {
  const sources = globSync('backend/storage/aws/**/*.ts')
    .filter((path) => !/\.test\.ts$|\/test-/u.test(path))
    .map((path) => readFileSync(path, 'utf8'))

  test('are known by the actions that they need', () => {
    const actions = actionsOf(commandsIn(sources))
    expect(actions).toEqual(
      expect.arrayContaining([
        'dynamodb:BatchGetItem',
        'dynamodb:DeleteItem',
        'dynamodb:GetItem',
        'dynamodb:Query',
        'dynamodb:UpdateItem',
      ]),
    )
    const granted = functions.flatMap((id) => actionsOfStatements(rightsOf(template, id)))
    expect(actions.filter((action) => !granted.includes(action))).toEqual([])
  })

  test('have other names than their actions where AWS has it so', () => {
    const source = `
      import { type S3Client, HeadObjectCommand, DeleteObjectsCommand } from '@aws-sdk/client-s3'
      import { SendMessageBatchCommand } from '@aws-sdk/client-sqs'
      import type { QueryCommand } from '@aws-sdk/lib-dynamodb'
      import { GetSecretValueCommand } from '@aws-sdk/client-secrets-manager'
    `
    expect(actionsOf(commandsIn([source]))).toEqual([
      's3:DeleteObject',
      's3:GetObject',
      'secretsmanager:GetSecretValue',
      'sqs:SendMessage',
    ])
    expect(() => actionsOf({ '@aws-sdk/client-sns': ['PublishCommand'] })).toThrow(/client-sns/u)
  })
})
