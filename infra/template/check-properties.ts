import type { Property, PropertyType } from '@aws-cdk/service-spec-types'
import { isIntrinsic, isMap, type Tree } from './is-map.ts'
import type { Resource, Template } from './parse-template.ts'
import { propertiesOfDefinition, resourceType } from './service-spec.ts'
import { samEvents, samExtras } from './sam-properties.ts'

/** Names and types of everything that a resource says, against AWS's own specification. */
export const checkProperties = (template: Template): string[] =>
  Object.entries(template.Resources).flatMap(([id, resource]) => ofResource(`Resources.${id}`, resource, template))

function ofResource(path: string, resource: Resource, template: Template): string[] {
  const type = resourceType(resource.Type)
  if (type === undefined) return [`${path}: there is no type ${resource.Type}`]
  const strange = Object.keys(resource).filter((key) => !attributes.has(key))
  const { Properties = {} } = resource
  return [
    ...strange.map((key) => `${path}: ${key} is no attribute of a resource`),
    ...(resource.Type.startsWith('AWS::Serverless::')
      ? ofSam(path, resource, { ...type.properties }, template)
      : ofMap(path, Properties, type.properties)),
  ]
}

const attributes = new Set(
  ['Type', 'Properties', 'Metadata', 'Condition', 'DependsOn'].concat([
    'DeletionPolicy',
    'UpdateReplacePolicy',
    'CreationPolicy',
    'UpdatePolicy',
  ]),
)

function ofSam(path: string, resource: Resource, known: Record<string, Property>, { Globals }: Template): string[] {
  const shared = Globals?.[resource.Type.replace('AWS::Serverless::', '')] ?? {}
  const given: Tree = { ...shared, ...resource.Properties }
  const names = new Set([...Object.keys(known), ...(samExtras[resource.Type] ?? [])])
  // SAM's own types are told too loosely to be compared; numbers are what goes wrong.
  const numbers = ['Timeout', 'MemorySize'].filter((name) => name in given)
  const events = Object.entries((given['Events'] ?? {}) as Record<string, Tree>)
  return [
    ...Object.keys(given).flatMap((name) => (names.has(name) ? [] : [`${path}: there is no property ${name}`])),
    ...numbers.flatMap((name) => ofValue(`${path}.${name}`, given[name], { type: 'integer' })),
    ...events.flatMap(([name, event]) => ofEvent(`${path}.Events.${name}`, event)),
  ]
}

function ofEvent(path: string, { Type, Properties = {} }: Tree): string[] {
  const names = samEvents[String(Type)]
  if (names === undefined) return [`${path}: there is no event ${String(Type)}`]
  return Object.keys(Properties as Tree)
    .filter((name) => !names.includes(name))
    .map((name) => `${path}: an event ${String(Type)} has no property ${name}`)
}

function ofMap(path: string, given: Tree, known: Readonly<Record<string, Property>>): string[] {
  const missing = Object.entries(known).filter(([name, { required }]) => required === true && !(name in given))
  return [
    ...missing.map(([name]) => `${path}: ${name} is missing`),
    ...Object.entries(given).flatMap(([name, value]) => {
      const property = known[name]
      if (property === undefined) return [`${path}: there is no property ${name}`]
      return ofValue(`${path}.${name}`, value, property.type)
    }),
  ]
}

function ofValue(path: string, value: unknown, type: PropertyType): string[] {
  if (isIntrinsic(value)) return alternatives(value).flatMap((each) => ofValue(path, each, type))
  const is = (right: boolean, what: string) => (right ? [] : [`${path}: ${JSON.stringify(value)} is no ${what}`])
  switch (type.type) {
    case 'string':
      if (type.allowedValues) return is(type.allowedValues.includes(String(value)), type.allowedValues.join(' or '))
      return is(typeof value !== 'object', 'text')
    case 'integer':
      return is(/^-?\d+$/u.test(String(value)), 'whole number')
    case 'number':
      return is(typeof value !== 'object' && value !== '' && Number.isFinite(Number(value)), 'number')
    case 'boolean':
      return is(/^(?:true|false)$/u.test(String(value)), 'yes or no')
    case 'array':
      if (!Array.isArray(value)) return is(false, 'list')
      return value.flatMap((item, index) => ofValue(`${path}[${index}]`, item, type.element))
    case 'map':
      if (!isMap(value)) return is(false, 'map')
      return Object.entries(value).flatMap(([key, item]) => ofValue(`${path}.${key}`, item, type.element))
    case 'ref':
      return isMap(value) ? ofMap(path, value, propertiesOfDefinition(type.reference.$ref)) : is(false, 'map')
    case 'union':
      return fewest(type.types.map((each) => ofValue(path, value, each)))
    case 'tag':
      return is(isMap(value) && 'Key' in value && 'Value' in value, 'tag')
    case 'date-time':
    case 'json':
    case 'null':
      return []
  }
}

// Both ways of a condition must be right.
const alternatives = (value: Tree): unknown[] => (Array.isArray(value['Fn::If']) ? value['Fn::If'].slice(1) : [])

const fewest = (findings: string[][]): string[] => findings.toSorted((a, b) => a.length - b.length)[0] ?? []
