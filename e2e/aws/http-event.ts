import { randomUUID } from 'node:crypto'

export type ViewerRequest = {
  method: string
  path: string
  /** Without a question mark. */
  query: string
  /** In lower case; several of one name joined. */
  headers: Record<string, string>
  body: Buffer
}

/** What the HTTP API and function URLs hand to a function: payload format 2.0. */
export function toHttpEvent({ method, path, query, headers, body }: ViewerRequest, sourceIp: string): object {
  const { cookie, ...others } = headers
  const isText = /^(?:text\/|application\/json)/u.test(headers['content-type'] ?? '')
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: path,
    rawQueryString: query,
    ...(cookie !== undefined && { cookies: cookie.split('; ') }),
    headers: others,
    requestContext: {
      accountId: '000000000000',
      apiId: 'api',
      domainName: headers['host'] ?? '',
      domainPrefix: 'api',
      http: { method, path, protocol: 'HTTP/1.1', sourceIp, userAgent: headers['user-agent'] ?? '' },
      requestId: randomUUID(),
      routeKey: '$default',
      stage: '$default',
      time: '27/Nov/2026:00:00:00 +0000',
      timeEpoch: Date.now(),
    },
    ...(body.byteLength > 0 && { body: body.toString(isText ? 'utf8' : 'base64') }),
    isBase64Encoded: body.byteLength > 0 && !isText,
  }
}
