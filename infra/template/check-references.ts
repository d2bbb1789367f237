import { isMap } from './is-map.ts'
import type { Resource, Template } from './parse-template.ts'
import { resourceType } from './service-spec.ts'

/** What refers to nothing, and resources that wait for each other in a circle. */
export function checkReferences(template: Template): string[] {
  const found = [...referencesOf(template.Globals, 'Globals'), ...resourceReferences(template)]
  const all = [
    ...found,
    ...referencesOf(template.Outputs, 'Outputs'),
    ...referencesOf(template.Conditions, 'Conditions'),
  ]
  return [...all.flatMap((reference) => faultsOf(template, reference)), ...circles(template)]
}

export type Reference = { path: string; kind: 'name' | 'attribute' | 'condition'; target: string; attribute?: string }

const resourceReferences = ({ Resources }: Template): Reference[] =>
  Object.entries(Resources).flatMap(([id, resource]) => ofResource(id, resource))

function ofResource(id: string, { Condition, DependsOn, ...rest }: Resource): Reference[] {
  const path = `Resources.${id}`
  const others = [DependsOn ?? []].flat().map((target): Reference => ({ path, kind: 'name', target }))
  return [...others, ...(Condition === undefined ? [] : [condition(path, Condition)]), ...referencesOf(rest, path)]
}

/** Everything that a part of a template refers to. */
export function referencesOf(node: unknown, path: string): Reference[] {
  if (Array.isArray(node)) return node.flatMap((item, index) => referencesOf(item, `${path}[${index}]`))
  if (!isMap(node)) return []
  return Object.entries(node).flatMap(([key, value]) => [
    ...ownReferences(key, value, path),
    ...referencesOf(value, `${path}.${key}`),
  ])
}

function ownReferences(key: string, value: unknown, path: string): Reference[] {
  if (key === 'Ref' && typeof value === 'string') return [{ path, kind: 'name', target: value }]
  if (key === 'Fn::GetAtt' && Array.isArray(value)) return [attributeOf(path, value.map(String).join('.'))]
  if (key === 'Fn::If' && Array.isArray(value)) return [condition(path, String(value[0]))]
  if (key === 'Fn::Sub') return inText(value, path)
  return []
}

function inText(value: unknown, path: string): Reference[] {
  const [text, own = {}] = [value].flat() as [string, object?]
  const names = [...text.matchAll(/\$\{([^!}][^}]*)\}/gu)].map(([, name = '']) => name)
  return names
    .filter((name) => !(name in own))
    .map((name) => (name.includes('.') ? attributeOf(path, name) : { path, kind: 'name', target: name }))
}

const condition = (path: string, target: string): Reference => ({ path, kind: 'condition', target })

function attributeOf(path: string, name: string): Reference {
  const dot = name.indexOf('.')
  return { path, kind: 'attribute', target: name.slice(0, dot), attribute: name.slice(dot + 1) }
}

function faultsOf(template: Template, { path, kind, target, attribute }: Reference): string[] {
  const { Resources, Parameters = {}, Conditions = {} } = template
  if (kind === 'condition') return target in Conditions ? [] : [`${path}: there is no condition ${target}`]
  if (kind === 'name') {
    const known = target in Resources || target in Parameters || pseudoParameters.has(target)
    return known ? [] : [`${path}: there is no ${target}`]
  }
  const resource = Resources[target]
  if (resource === undefined) return [`${path}: there is no resource ${target}`]
  const attributes = samAttributes[resource.Type] ?? Object.keys(resourceType(resource.Type)?.attributes ?? {})
  return attributes.includes(attribute ?? '') ? [] : [`${path}: ${target} has no attribute ${attribute}`]
}

const pseudoParameters = new Set(
  ['AccountId', 'NoValue', 'NotificationARNs', 'Partition', 'Region', 'StackId', 'StackName', 'URLSuffix'].map(
    (name) => `AWS::${name}`,
  ),
)

/** The specification has none for what SAM makes other resources of. */
const samAttributes: Partial<Record<string, string[]>> = {
  'AWS::Serverless::Function': ['Arn'],
  'AWS::Serverless::HttpApi': ['ApiId', 'ApiEndpoint'],
}

function circles(template: Template): string[] {
  const { Resources } = template
  const shared = referencesOf(template.Globals?.['Function'], '')
  const needs = new Map(
    Object.entries(Resources).map(([id, resource]) => [
      id,
      [...ofResource(id, withoutRoutes(resource)), ...(resource.Type === 'AWS::Serverless::Function' ? shared : [])]
        .concat(routesTo(id, template))
        .map(({ target }) => target)
        .filter((target) => target in Resources && target !== id),
    ]),
  )
  const settled = new Set<string>()
  const visit = (id: string, way: readonly string[]): string[] => {
    if (settled.has(id)) return []
    if (way.includes(id)) return [`Resources: ${[...way.slice(way.indexOf(id)), id].join(' waits for ')}`]
    const found = (needs.get(id) ?? []).flatMap((next) => visit(next, [...way, id]))
    settled.add(id)
    return found
  }
  return Object.keys(Resources).flatMap((id) => visit(id, []))
}

// Of a function's route SAM makes a part of the API, so that it is the API which waits for the function.
const withoutRoutes = (resource: Resource): Resource => ({
  ...resource,
  Properties: { ...resource.Properties, Events: undefined },
})

const routesTo = (api: string, { Resources }: Template): Reference[] =>
  Object.entries(Resources)
    .filter(([, { Properties }]) => referencesOf(Properties?.['Events'], '').some(({ target }) => target === api))
    .filter(() => Resources[api]?.Type === 'AWS::Serverless::HttpApi')
    .map(([target]) => ({ path: '', kind: 'name', target }))
