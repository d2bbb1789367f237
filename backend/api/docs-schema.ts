import { html } from 'hono/html'
import { docsTable, type Fragment } from './docs-table.ts'
import type { JsonSchema } from './openapi-schemas.ts'

/** The fields of a named schema, or of each of its variants. */
export function schemaTables(name: string, schema: JsonSchema): Fragment {
  const variants = schema.oneOf ?? [schema]
  return html`${variants.map((variant) => fields(variantName(name, variant), variant))}`
}

/** What a value may be, in a few words. */
export function schemaWords(schema: JsonSchema): Fragment {
  const name = schema.$ref?.split('/').at(-1)
  if (name !== undefined) return html`<a href="#${name}">${name}</a>`
  const choices = schema.oneOf ?? schema.anyOf
  if (choices) return html`${choices.map((choice, index) => html`${index > 0 ? ' or ' : ''}${schemaWords(choice)}`)}`
  if (schema.const !== undefined) return html`<code>${JSON.stringify(schema.const)}</code>`
  if (schema.enum) return html`<code>${schema.enum.map(String).join(' · ')}</code>`
  if (schema.type === 'array' && typeof schema.items === 'object' && !Array.isArray(schema.items)) {
    return html`list of ${schemaWords(schema.items)}${range(schema.minItems, schema.maxItems)}`
  }
  if (schema.type === 'object' && schema.properties) {
    const properties = Object.entries(schema.properties)
    return html`object of
    ${properties.map(
      ([key, value], index) =>
        html`${index > 0 ? ', ' : ''}<code>${key}</code> (${typeof value === 'boolean' ? '' : schemaWords(value)})`,
    )}`
  }
  const form = schema.pattern === undefined ? '' : html`, of the form <code>${schema.pattern}</code>`
  return html`${typeName(schema)}${limits(schema)}${form}`
}

function fields(caption: string, { properties = {}, required = [] }: JsonSchema): Fragment {
  const rows = Object.entries(properties).map(([key, value]) => [
    html`<code>${key}</code>${required.includes(key) ? '' : html` <small>optional</small>`}`,
    typeof value === 'boolean' ? '' : schemaWords(value),
  ])
  return docsTable(caption, ['Field', 'Value'], rows)
}

/** `Result, completed`: by the fixed value that tells the variant from the others. */
function variantName(name: string, { properties = {} }: JsonSchema): string {
  const fixed = Object.values(properties).find((value) => typeof value === 'object' && value.const !== undefined)
  return typeof fixed === 'object' ? `${name}, ${String(fixed.const)}` : name
}

const typeName = ({ type, format }: JsonSchema) =>
  format === 'date-time' ? 'time' : format === 'date' ? 'date' : type === 'string' ? 'text' : (type ?? 'anything')

function limits(schema: JsonSchema): string {
  const { minimum, exclusiveMinimum, maximum, minLength, maxLength } = schema
  if (schema.type === 'string') return range(minLength, maxLength, ' characters')
  const above = typeof exclusiveMinimum === 'number' ? exclusiveMinimum + 1 : undefined
  return range(minimum ?? above, maximum)
}

function range(min: number | undefined, max: number | undefined, unit = ''): string {
  if (max === undefined) return min === undefined ? '' : `, at least ${min}${unit}`
  return min === undefined ? `, at most ${max}${unit}` : `, ${min} to ${max}${unit}`
}
