import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { parseTemplate } from './parse-template.ts'
import { renderTemplate } from './render-template.ts'

export const template = parseTemplate(readFileSync('infra/template.yaml', 'utf8'))

/** The template with every reference resolved. */

export const deployed = (parameters: Record<string, string> = {}) => renderTemplate(template, parameters)

type Environment = { Variables?: Record<string, string> } | undefined

/** The variables of a function, those of all included. */
export function environmentOf(id: string, parameters?: Record<string, string>): Record<string, string> {
  const { Globals, Resources } = deployed(parameters)
  const shared = Globals?.['Function']?.['Environment'] as Environment
  const own = Resources[id]?.Properties?.['Environment'] as Environment
  return { ...shared?.Variables, ...own?.Variables }
}

type Behaviour = {
  PathPattern?: string
  TargetOriginId: string
  AllowedMethods: string[]
  CachePolicyId: string
  ResponseHeadersPolicyId: string
  OriginRequestPolicyId?: string
  FunctionAssociations: { EventType: string; FunctionARN: string }[]
}
type Origin = { Id: string; OriginCustomHeaders?: { HeaderName: string; HeaderValue: string }[] }
export type Site = {
  Origins: Origin[]
  CacheBehaviors: Behaviour[]
  DefaultCacheBehavior: Behaviour
  Aliases?: string[]
  ViewerCertificate: Record<string, unknown>
}

export const site = (parameters?: Record<string, string>): Site =>
  deployed(parameters).Resources['Site']?.Properties?.['DistributionConfig'] as Site

/** How CloudFront treats a path: by the first pattern that fits. */
export function behaviourOf(path: string): Behaviour {
  const { CacheBehaviors, DefaultCacheBehavior } = site()
  const fits = (pattern = '') =>
    new RegExp(`^${pattern.replaceAll('.', String.raw`\.`).replaceAll('*', '.*')}$`, 'u').test(path)
  return CacheBehaviors.find(({ PathPattern }) => fits(PathPattern)) ?? DefaultCacheBehavior
}

type Headers = Record<string, { value: string }>
export type EdgeRequest = { uri: string; method?: string; headers: Headers }
export type EdgeEvent = {
  request: EdgeRequest
  response?: { statusCode: number; headers: Headers }
  viewer?: { ip: string }
}

/** A CloudFront Function, from its code in the template. */
export function edgeFunction(id: string): (event: EdgeEvent) => unknown {
  const code = template.Resources[id]?.Properties?.['FunctionCode']
  return (event) => {
    const given: unknown = JSON.parse(
      String(runInNewContext(`${String(code)}; JSON.stringify(handler(${JSON.stringify(event)}))`)),
    )
    return given
  }
}
