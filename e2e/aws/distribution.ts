import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import * as z from 'zod'
import { parseTemplate, type Template } from '../../infra/template/parse-template.ts'

export type EdgeHeaders = Record<string, { value: string }>
export type EdgeRequest = { method: string; uri: string; querystring: Record<string, unknown>; headers: EdgeHeaders }

type Origin = { id: 'web' | 'images' | 'api' | 'files'; headers: Record<string, string> }

/** What CloudFront does with requests whose path matches. */
export type Behaviour = {
  pattern: RegExp
  allowed: readonly string[]
  origin: Origin
  viewerRequest: (request: EdgeRequest, viewerAddress: string) => EdgeRequest
  /** Not asked for errors of the origin. */
  viewerResponse: (request: EdgeRequest, headers: EdgeHeaders) => EdgeHeaders
  /** Added to an answer; those of `usual` only where the origin has none. */
  responseHeaders: { set: Record<string, string>; usual: Record<string, string> }
}

const ref = z.object({ Ref: z.string() })
const att = z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.string()]) })
const CacheBehavior = z.object({
  PathPattern: z.string().default('*'),
  TargetOriginId: z.enum(['web', 'images', 'api', 'files']),
  AllowedMethods: z.array(z.string()),
  ResponseHeadersPolicyId: ref,
  FunctionAssociations: z.array(z.object({ EventType: z.string(), FunctionARN: att })).default([]),
})
const Distribution = z.object({
  DistributionConfig: z.object({
    Origins: z.array(
      z.object({ Id: z.string(), OriginCustomHeaders: z.array(z.object({ HeaderName: z.string() })).optional() }),
    ),
    DefaultCacheBehavior: CacheBehavior,
    CacheBehaviors: z.array(CacheBehavior),
  }),
})
const EdgeFunction = z.object({ FunctionCode: z.string() })
const Override = z.object({ Override: z.boolean() })
const HeadersPolicy = z.object({
  ResponseHeadersPolicyConfig: z.object({
    SecurityHeadersConfig: z.object({
      ContentSecurityPolicy: Override.extend({ ContentSecurityPolicy: z.string() }),
      ContentTypeOptions: Override,
      ReferrerPolicy: Override.extend({ ReferrerPolicy: z.string() }),
    }),
    CustomHeadersConfig: z.object({
      Items: z.array(Override.extend({ Header: z.string(), Value: z.string() })),
    }),
  }),
})

/** The behaviours of the template's distribution, in the order in which they are tried. */
export function behavioursOf({ originSecret }: { originSecret: string }): Behaviour[] {
  const template = parseTemplate(readFileSync('infra/template.yaml', 'utf8'))
  const { DefaultCacheBehavior, CacheBehaviors, Origins } = Distribution.parse(
    propertiesOf(template, 'Site'),
  ).DistributionConfig
  return [...CacheBehaviors, DefaultCacheBehavior].map((behaviour) => {
    const { PathPattern, TargetOriginId, AllowedMethods, ResponseHeadersPolicyId, FunctionAssociations } = behaviour
    const codeFor = (type: string) => {
      const found = FunctionAssociations.find(({ EventType }) => EventType === type)
      return found && EdgeFunction.parse(propertiesOf(template, found.FunctionARN['Fn::GetAtt'][0])).FunctionCode
    }
    const [onRequest, onResponse] = [codeFor('viewer-request'), codeFor('viewer-response')]
    const custom = Origins.find(({ Id }) => Id === TargetOriginId)?.OriginCustomHeaders ?? []
    return {
      pattern: patternOf(PathPattern),
      allowed: AllowedMethods,
      origin: {
        id: TargetOriginId,
        headers: Object.fromEntries(custom.map(({ HeaderName }) => [HeaderName, originSecret])),
      },
      viewerRequest: (request, ip) =>
        onRequest === undefined ? request : (runEdge(onRequest, { request, viewer: { ip } }) as EdgeRequest),
      viewerResponse: (request, headers) =>
        onResponse === undefined
          ? headers
          : (runEdge(onResponse, { request, response: { headers } }) as { headers: EdgeHeaders }).headers,
      responseHeaders: headersOf(HeadersPolicy.parse(propertiesOf(template, ResponseHeadersPolicyId.Ref))),
    }
  })
}

const propertiesOf = ({ Resources }: Template, id: string) => Resources[id]?.Properties

// Here it is not said that the site is to be reached over TLS alone, since it is not.
function headersOf({ ResponseHeadersPolicyConfig: config }: z.infer<typeof HeadersPolicy>) {
  const { ContentSecurityPolicy: csp, ReferrerPolicy: referrer } = config.SecurityHeadersConfig
  const all = [
    { Header: 'content-security-policy', Value: csp.ContentSecurityPolicy, Override: csp.Override },
    { Header: 'x-content-type-options', Value: 'nosniff', Override: true },
    { Header: 'referrer-policy', Value: referrer.ReferrerPolicy, Override: referrer.Override },
    ...config.CustomHeadersConfig.Items,
  ]
  const those = (overriding: boolean) =>
    Object.fromEntries(
      all.filter(({ Override }) => Override === overriding).map(({ Header, Value }) => [Header.toLowerCase(), Value]),
    )
  return { set: those(true), usual: those(false) }
}

/** Of CloudFront's patterns `*` stands for anything, slashes too, and `?` for one character. */
function patternOf(pattern: string): RegExp {
  const source = pattern
    .replaceAll(/[.+^${}()|[\]\\]/gu, String.raw`\$&`)
    .replaceAll('*', '.*')
    .replaceAll('?', '.')
  return new RegExp(`^${source}$`, 'u')
}

const runEdge = (code: string, event: object): unknown =>
  structuredClone(runInNewContext(`${code}\nhandler(event)`, { event: structuredClone(event) }, { timeout: 1000 }))
