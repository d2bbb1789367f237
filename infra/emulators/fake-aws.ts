import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import type { AddressInfo } from 'node:net'

/** Those of a request that answers look at; each is there in the requests that have it. */
export type Fields = Record<
  'ChangeSetName' | 'ClientRequestToken' | 'FunctionName' | 'Message' | 'SecretString' | 'StackName' | 'TemplateURL',
  string
> & { Environment: { Variables: Record<string, string> }; NextToken?: string; paths: string[] }
/** By action, such as `DescribeStacks`. */
export type Answers = Record<string, (fields: Fields) => object | Promise<object>>
export type Asked = { action: string; fields: Fields }

/** What an answer throws to be told as AWS tells its errors. */
export class AwsError extends Error {
  constructor(name: string, message: string) {
    super(message)
    this.name = name
  }
}

/** Those services of AWS that have no emulator, on a port of 127.0.0.1: each action is answered as it was told. */
export async function startFakeAws(answers: Answers) {
  const asked: Asked[] = []
  const server = createServer((request, response) => {
    void answer(request).then(({ status, type, body }) =>
      response.writeHead(status, { 'Content-Type': type }).end(body),
    )
  })
  async function answer(request: IncomingMessage) {
    const { action, fields, form } = read(request, await text(request))
    asked.push({ action, fields })
    try {
      const made = answers[action]
      if (made === undefined) throw new AwsError('NotAnswered', `${action} is not answered`)
      return { status: 200, ...worded(action, form, await made(fields)) }
    } catch (error) {
      if (!(error instanceof AwsError)) console.error(error)
      return { status: 400, ...refusal(form, error as Error) }
    }
  }
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    actions: () => asked.map(({ action }) => action),
    stop() {
      server.closeAllConnections()
      server.close()
    },
  }
}

type Form = 'query' | 'json' | 'rest-json' | 'rest-xml' | 's3'

function read({ url = '', method = '', headers }: IncomingMessage, body: string): Asked & { form: Form } {
  const target = headers['x-amz-target']
  if (typeof target === 'string')
    return { action: target.split('.')[1]!, fields: JSON.parse(body) as Fields, form: 'json' }
  const path = url.split('?')[0]!.split('/').map(decodeURIComponent)
  const isRead = method === 'GET'
  if (url.includes('/functions/')) {
    const action = isRead ? 'GetFunctionConfiguration' : 'UpdateFunctionConfiguration'
    return { action, fields: { ...(JSON.parse(body || '{}') as Fields), FunctionName: path[3]! }, form: 'rest-json' }
  }
  if (url.includes('/account-settings'))
    return { action: 'GetAccountSettings', fields: {} as Fields, form: 'rest-json' }
  if (url.includes('/invalidation')) {
    const paths = [...body.matchAll(/<Path>(.*?)<\/Path>/gu)].map(([, found]) => found)
    const action = isRead ? 'GetInvalidation' : 'CreateInvalidation'
    return { action, fields: { paths } as Fields, form: 'rest-xml' }
  }
  if (isRead && url.includes('?publicAccessBlock'))
    return { action: 'GetPublicAccessBlock', fields: {} as Fields, form: 's3' }
  if (isRead && url.includes('?encryption')) return { action: 'GetBucketEncryption', fields: {} as Fields, form: 's3' }
  if (isRead && url.includes('list-type=2')) return { action: 'ListObjectsV2', fields: {} as Fields, form: 's3' }
  if (isRead) return { action: 'GetObject', fields: { paths: path } as Fields, form: 's3' }
  const fields = Object.fromEntries(new URLSearchParams(body))
  return { action: fields['Action'] ?? `${method} ${url}`, fields: fields as unknown as Fields, form: 'query' }
}

function worded(action: string, form: Form, answer: object): { type: string; body: string } {
  if (form === 'json' || form === 'rest-json')
    return { type: 'application/x-amz-json-1.1', body: JSON.stringify(answer) }
  if (action === 'GetObject') return { type: 'application/json', body: JSON.stringify(answer) }
  if (form === 'rest-xml' || form === 's3') return { type: 'text/xml', body: xml(answer) }
  return {
    type: 'text/xml',
    body: `<${action}Response><${action}Result>${xml(answer)}</${action}Result></${action}Response>`,
  }
}

function refusal(form: Form, { name, message }: Error): { type: string; body: string } {
  if (form === 's3') return { type: 'text/xml', body: `<Error>${xml({ Code: name, Message: message })}</Error>` }
  return form === 'json' || form === 'rest-json'
    ? { type: 'application/x-amz-json-1.1', body: JSON.stringify({ __type: name, message }) }
    : {
        type: 'text/xml',
        body: `<ErrorResponse><Error>${xml({ Code: name, Message: message })}</Error></ErrorResponse>`,
      }
}

function xml(value: unknown): string {
  if (Array.isArray(value)) return value.map((one) => `<member>${xml(one)}</member>`).join('')
  if (value instanceof Date) return value.toISOString()
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .map(([name, inner]) => `<${name}>${xml(inner)}</${name}>`)
      .join('')
  return String(value).replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
