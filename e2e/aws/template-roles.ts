import { readFileSync } from 'node:fs'
import * as z from 'zod'
import type { Provisioned } from '../../infra/emulators/provision.ts'
import { type Attempt, isAllowed } from '../../infra/template/is-allowed.ts'
import { parseTemplate } from '../../infra/template/parse-template.ts'
import { rightsOf } from '../../infra/template/policies.ts'
import { account, renderTemplate } from '../../infra/template/render-template.ts'
import type { AwsRequest } from './fault-proxy.ts'

export type TemplateRoles = {
  /** Whether the role of the function that signed a request lets it do that. */
  allow(request: AwsRequest): boolean
  /** What was done and what was refused, as `Worker dynamodb:GetItem`. */
  used: ReadonlySet<string>
  refused: ReadonlySet<string>
}

/** The roles of the template, held as IAM would: a function's access key is the name that it has in the template. */
export function templateRoles(resources: Provisioned): TemplateRoles {
  const stack = renderTemplate(parseTemplate(readFileSync('infra/template.yaml', 'utf8')))
  const [used, refused] = [new Set<string>(), new Set<string>()]
  return {
    used,
    refused,
    allow(request) {
      const id = /Credential=(\w+)\//u.exec(request.authorization)?.[1] ?? ''
      const rights = rightsOf(stack, id)
      return attemptsOf(request, resources).every((attempt) => {
        const isFine = isAllowed(rights, attempt)
        const noted = isFine ? used : refused
        noted.add(`${id} ${attempt.action}`)
        return isFine
      })
    },
  }
}

const Tables = z.object({
  TableName: z.string().optional(),
  IndexName: z.string().optional(),
  RequestItems: z.record(z.string(), z.unknown()).default({}),
})

function attemptsOf(request: AwsRequest, resources: Provisioned): Attempt[] {
  const { target, body } = request
  const [, service = '', action = ''] = /^(DynamoDB|AmazonSQS)\w*\.(\w+)$/u.exec(target) ?? []
  const { id, region } = account
  if (service === 'AmazonSQS')
    // A batch needs the right to send one.
    return [{ action: `sqs:${action.replace(/Batch$/u, '')}`, resource: `arn:aws:sqs:${region}:${id}:pixels-tasks` }]
  if (service === '') return attemptsAtBucket(request, resources)
  const { TableName, IndexName, RequestItems } = Tables.parse(JSON.parse(body.toString()))
  return [TableName ?? [], Object.keys(RequestItems)].flat().map((name) => {
    const table = name === resources['Table'] ? 'pixels-table' : name
    const index = IndexName === undefined ? '' : `/index/${IndexName}`
    return { action: `dynamodb:${action}`, resource: `arn:aws:dynamodb:${region}:${id}:table/${table}${index}` }
  })
}

function attemptsAtBucket({ method, path, body }: AwsRequest, resources: Provisioned): Attempt[] {
  const { pathname, searchParams } = new URL(path, 'http://s3')
  const [, name = '', key = ''] = /^\/([^/]+)\/?(.*)$/su.exec(decodeURIComponent(pathname)) ?? []
  const bucket = `arn:aws:s3:::${name === resources['Images'] ? 'pixels-images' : name}`
  if (method === 'POST' && searchParams.has('delete')) {
    const keys = Array.from(body.toString().matchAll(/<Key>([^<]+)<\/Key>/gu), ([, each]) => each)
    return keys.map((each) => ({ action: 's3:DeleteObject', resource: `${bucket}/${each}` }))
  }
  if (key === '') {
    const prefix = searchParams.get('prefix')
    return [{ action: 's3:ListBucket', resource: bucket, context: prefix === null ? {} : { 's3:prefix': prefix } }]
  }
  return [{ action: method === 'PUT' ? 's3:PutObject' : 's3:GetObject', resource: `${bucket}/${key}` }]
}
