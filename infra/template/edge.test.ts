import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { visitorsOf } from '../../backend/accounts/visitor.ts'
import type { ApiEnv } from '../../backend/api/app-deps.ts'
import { page } from '../../backend/api/page.ts'
import type { PageFile } from '../../backend/api/page-files.ts'
import { contentSecurityPolicy, securityHeaders } from '../../backend/api/security-headers.ts'
import { routes } from '../../contract/routes.ts'
import { renderTemplate } from './render-template.ts'
import {
  behaviourOf,
  deployed,
  edgeFunction,
  environmentOf,
  type EdgeRequest,
  site,
  template,
} from './test-deployed.ts'

describe('the page', () => {
  const bytes = (text: string) => new TextEncoder().encode(text)
  const names = ['/index.html', '/favicon.svg', '/robots.txt', '/assets/index-Bx2kq.js', '/assets/ui/title-x1.woff2']
  const files = new Map(
    names.map((name): [string, PageFile] => [
      name,
      { type: 'text/plain', etag: name, hashed: name.startsWith('/assets/'), plain: bytes(name) },
    ]),
  )
  const visitors = visitorsOf({ mode: 'one', secrets: () => [], https: true })
  const local = new Hono<ApiEnv>().onError((_, c) => c.body(null, 404)).route('/', page({ page: files }, visitors))
  const html = 'text/html,application/xhtml+xml,*/*;q=0.8'

  const paths = [
    '/',
    '/gallery',
    '/gallery/',
    '/gallery/1a.b',
    '/a/b/c',
    '/s',
    '/api',
    '/images',
    '/nothing.js',
    ...names,
  ]
  test.for(paths.flatMap((path) => [html, '*/*', undefined].map((accept) => ({ path, accept }))))(
    '$path for $accept is what a laptop sends',
    async ({ path, accept }) => {
      expect(behaviourOf(path).TargetOriginId).toBe('web')
      const request = { uri: path, headers: accept === undefined ? {} : { accept: { value: accept } } }
      const { uri } = edgeFunction('PageRequest')({ request }) as EdgeRequest
      const reply = await local.request(path, { headers: accept === undefined ? {} : { accept } })
      expect(files.has(uri) ? uri : 404).toBe(reply.status === 200 ? await reply.text() : 404)
      if (reply.status !== 200) return
      const response = { statusCode: 200, headers: { 'cache-control': { value: 'max-age=1' } } }
      expect(edgeFunction('BrowserCaching')({ request: { ...request, uri }, response })).toMatchObject({
        headers: { 'cache-control': { value: reply.headers.get('cache-control') } },
      })
    },
  )

  test('the bucket answers 404 for what is not there, and the page is shown for no error', () => {
    expect(site()).not.toHaveProperty('CustomErrorResponses')
    expect(JSON.stringify(deployed().Resources['WebPolicy'])).toContain('s3:ListBucket')
  })
})

test('browsers keep a picture, but for themselves', () => {
  const { FunctionAssociations } = behaviourOf('/images/1/2.png')
  expect(FunctionAssociations.map(({ EventType }) => EventType)).toEqual(['viewer-response'])
  const event = { request: { uri: '/images/1/2.png', headers: {} }, response: { statusCode: 200, headers: {} } }
  expect(edgeFunction('BrowserCaching')(event)).toMatchObject({
    headers: { 'cache-control': { value: 'private, max-age=31536000, immutable' } },
  })
})

describe('who answers', () => {
  test.for([
    ['/api/generate', 'api'],
    ['/api/exports', 'api'],
    ['/api/export', 'files'],
    ['/api/export/parts', 'api'],
    ['/s/style.css', 'api'],
    ['/s/Hx3', 'api'],
    ['/s/Hx3/card.jpg', 'files'],
    ['/s/Hx3/1-thumb.webp', 'files'],
    ['/images/1/2.png', 'images'],
    ['/assets/index-Bx2kq.js', 'web'],
  ] as const)('%s: %s', ([path, origin]) => {
    expect(behaviourOf(path).TargetOriginId).toBe(origin)
  })

  const reached = routes.filter(({ path }) => !path.startsWith('/images/'))
  test.for(reached)('$method $path is let through, and the function is told who asks', ({ method, path }) => {
    const behaviour = behaviourOf(path.replaceAll(/:\w+/gu, 'x'))
    expect(behaviour.AllowedMethods).toContain(method.toUpperCase())
    expect(['api', 'files']).toContain(behaviour.TargetOriginId)
    expect(behaviour.FunctionAssociations).toEqual([
      { EventType: 'viewer-request', FunctionARN: 'pixels-visitorrequest.FunctionARN' },
    ])
    expect(behaviour.OriginRequestPolicyId).toBe('pixels-visitorheaders')
  })

  test('functions are asked each time, with every header but Host, and with the whole query', () => {
    const policy = deployed().Resources['VisitorHeaders']?.Properties?.['OriginRequestPolicyConfig']
    expect(policy).toMatchObject({ HeadersConfig: { HeaderBehavior: 'allExcept', Headers: ['host'] } })
    expect(policy).toMatchObject({ QueryStringsConfig: { QueryStringBehavior: 'all' } })
    const caching = ['/api/models', '/api/export', '/api/export/parts', '/s/1', '/s/1/card.jpg'].map(
      (path) => behaviourOf(path).CachePolicyId,
    )
    expect(new Set(caching)).toEqual(new Set(['4135ea2d-6df8-44a3-9df3-4b5a84be39ad']))
  })
})

describe('what functions are told', () => {
  const told = (ip: string, headers: Record<string, string>) => {
    const values = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, { value }]))
    const event = { request: { uri: '/api/models', headers: values }, viewer: { ip } }
    const { headers: sent } = edgeFunction('VisitorRequest')(event) as EdgeRequest
    return Object.fromEntries(Object.entries(sent).map(([name, { value }]) => [name, value]))
  }

  test.for(['203.0.113.7', '2001:db8::1'])('%s as the address, and the host', (ip) => {
    expect(told(ip, { host: 'pixels.example' })).toEqual({
      host: 'pixels.example',
      'x-viewer-address': ip,
      'x-viewer-host': 'pixels.example',
    })
  })

  test('nothing that a visitor wrote in their place', () => {
    const claimed = { 'x-viewer-address': '192.0.2.1', 'x-viewer-host': 'a', 'x-viewer-authorization': 'Bearer b' }
    expect(told('203.0.113.7', { host: 'pixels.example', ...claimed })).toEqual({
      host: 'pixels.example',
      'x-viewer-address': '203.0.113.7',
      'x-viewer-host': 'pixels.example',
    })
  })

  test('the authorization, which CloudFront puts its own in the place of', () => {
    expect(
      told('203.0.113.7', { host: 'h', authorization: 'Bearer mine', 'x-viewer-authorization': 'no' }),
    ).toMatchObject({ authorization: 'Bearer mine', 'x-viewer-authorization': 'Bearer mine' })
  })

  test.for(['first', 'second'])('the %s secret, which all of them read before the other', (which) => {
    const parameters = { CloudFrontShows: which }
    const shown = `arn:aws:secretsmanager:eu-west-1:123456789012:secret:pixels-${which}originsecret`
    const { Origins } = site(parameters)
    for (const id of ['api', 'files']) {
      expect(Origins.find(({ Id }) => Id === id)?.OriginCustomHeaders).toEqual([
        { HeaderName: 'x-origin-secret', HeaderValue: `{{resolve:secretsmanager:${shown}:SecretString}}` },
      ])
    }
    for (const name of ['Api', 'Files']) {
      const arns = environmentOf(name, parameters)['ORIGIN_SECRET_ARNS']?.split(',') ?? []
      expect(arns).toHaveLength(2)
      expect(arns[0]).toBe(shown)
    }
  })

  test('no bucket is shown a secret', () => {
    const origins = site().Origins.filter(({ Id }) => Id === 'web' || Id === 'images')
    expect(origins).toHaveLength(2)
    expect(origins.filter(({ OriginCustomHeaders }) => OriginCustomHeaders)).toEqual([])
  })
})

describe('the headers of answers', () => {
  type Named = Record<string, string | number | undefined>
  type Policy = {
    SecurityHeadersConfig: Record<string, Named & { Override: boolean }>
    CustomHeadersConfig: { Items: { Header: string; Value: string; Override: boolean }[] }
  }
  const policyOf = (id: string) => deployed().Resources[id]?.Properties?.['ResponseHeadersPolicyConfig'] as Policy
  const headersOf = (id: string) => {
    const { SecurityHeadersConfig: security, CustomHeadersConfig } = policyOf(id)
    return new Headers({
      ...Object.fromEntries(CustomHeadersConfig.Items.map(({ Header, Value }) => [Header, Value])),
      'Content-Security-Policy': String(security['ContentSecurityPolicy']?.['ContentSecurityPolicy']),
      'X-Content-Type-Options': security['ContentTypeOptions'] ? 'nosniff' : '',
      'Referrer-Policy': String(security['ReferrerPolicy']?.['ReferrerPolicy']),
      'Strict-Transport-Security': `max-age=${String(security['StrictTransportSecurity']?.['AccessControlMaxAgeSec'])}`,
    })
  }

  test.for([
    ['PageHeaders', 'text/html; charset=utf-8'],
    ['AnswerHeaders', 'application/json'],
  ] as const)('%s are those of %s from a laptop', async ([id, type]) => {
    const app = new Hono()
      .use(securityHeaders({ https: true }))
      .get('/', (c) => c.body('', 200, { 'Content-Type': type }))
    const { headers } = await app.request('/')
    headers.delete('Content-Type')
    expect(Object.fromEntries(headersOf(id))).toEqual(Object.fromEntries(headers))
    expect(headersOf(id).get('Content-Security-Policy')).toBe(contentSecurityPolicy)
  })

  test('only the functions say of themselves whom a browser may tell where it comes from', () => {
    for (const id of ['PageHeaders', 'AnswerHeaders']) {
      const { SecurityHeadersConfig, CustomHeadersConfig } = policyOf(id)
      const all = [
        ...Object.entries(SecurityHeadersConfig),
        ...CustomHeadersConfig.Items.map((item) => [item.Header, item] as const),
      ]
      const left = all.filter(([, { Override }]) => !Override).map(([name]) => name)
      expect(left).toEqual(id === 'PageHeaders' ? [] : ['ReferrerPolicy'])
    }
  })

  test('every way to an answer has them', () => {
    const { CacheBehaviors, DefaultCacheBehavior } = site()
    expect(DefaultCacheBehavior.ResponseHeadersPolicyId).toBe('pixels-pageheaders')
    expect(new Set(CacheBehaviors.map(({ ResponseHeadersPolicyId }) => ResponseHeadersPolicyId))).toEqual(
      new Set(['pixels-answerheaders']),
    )
  })
})

describe('a domain of its own', () => {
  const own = {
    DomainName: 'pixels.example',
    CertificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/0a',
  }
  const publicUrl = (parameters?: Record<string, string>) => environmentOf('Api', parameters)['PUBLIC_URL']

  test('is answered to and told to the functions', () => {
    expect(site(own)).toMatchObject({
      Aliases: ['pixels.example'],
      ViewerCertificate: { AcmCertificateArn: own.CertificateArn, MinimumProtocolVersion: 'TLSv1.2_2021' },
    })
    expect(publicUrl(own)).toBe('https://pixels.example')
    expect(deployed(own).Outputs?.['Url']).toMatchObject({ Value: 'https://pixels.example' })
  })

  test('is not needed', () => {
    expect(site().Aliases).toBeUndefined()
    expect(site().ViewerCertificate).toEqual({ CloudFrontDefaultCertificate: true })
    expect(publicUrl()).toBeUndefined()
  })

  test('comes with a certificate or not at all', () => {
    expect([{}, own].map(refusalsOf)).toEqual([[], []])
    expect(refusalsOf({ DomainName: own.DomainName })).toEqual(['DomainName needs CertificateArn.'])
    expect(refusalsOf({ CertificateArn: own.CertificateArn })).toEqual(['CertificateArn needs DomainName.'])
  })

  /** What CloudFormation says before it begins. */
  function refusalsOf(parameters: Record<string, string>): string[] {
    type Rule = { RuleCondition: unknown; Assertions: { Assert: unknown; AssertDescription: string }[] }
    const { Rules } = template as unknown as { Rules: Record<string, Rule> }
    const asked = Object.values(Rules).flatMap(({ RuleCondition, Assertions }) =>
      Assertions.map(({ Assert, AssertDescription }) => ({ RuleCondition, Assert, AssertDescription })),
    )
    return asked.flatMap(({ RuleCondition, Assert, AssertDescription }) => {
      const Value = { 'Fn::If': ['isAsked', { 'Fn::If': ['holds', '', AssertDescription] }, ''] }
      const Conditions = { isAsked: RuleCondition, holds: Assert }
      const { Outputs } = renderTemplate(
        { ...template, Conditions, Globals: {}, Resources: {}, Outputs: { it: { Value } } },
        parameters,
      )
      return [String(Outputs?.['it']?.['Value'])].filter((text) => text !== '')
    })
  }
})
