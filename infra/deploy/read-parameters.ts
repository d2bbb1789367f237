import type { Template } from '../template/parse-template.ts'

/** The template's parameters, given or with their defaults. What is wrong with those given is told in sentences. */
export function readParameters(
  { Parameters = {} }: Template,
  given: Readonly<Record<string, string>>,
): { parameters: Record<string, string>; faults: string[] } {
  const unknown = Object.keys(given).filter((name) => !(name in Parameters))
  const names = Object.keys(Parameters).join(', ')
  const faults = unknown.map((name) => `STACK_${name} is no parameter of the template: there are ${names}`)
  const parameters: Record<string, string> = {}
  for (const [name, rule] of Object.entries(Parameters)) {
    const value = given[name] ?? textOf(rule['Default'])
    const fault = faultOf(value, rule)
    if (fault !== undefined) faults.push(`STACK_${name} ${fault}, but is ${JSON.stringify(value)}`)
    parameters[name] = value
  }
  return { parameters, faults }
}

function faultOf(value: string, rule: Readonly<Record<string, unknown>>): string | undefined {
  // They are put in quotation marks for sam.
  if (/["\\\n]/u.test(value)) return 'must be one line without quotation marks and backslashes'
  const { AllowedPattern, AllowedValues, MinValue, MaxValue, Type } = rule
  if (Array.isArray(AllowedValues) && !AllowedValues.map(textOf).includes(value))
    return `must be one of ${AllowedValues.map(textOf).join(', ')}`
  if (typeof AllowedPattern === 'string' && !new RegExp(AllowedPattern, 'u').test(value))
    return `does not look right (${textOf(rule['Description'])})`
  if (Type !== 'Number') return undefined
  const number = value.trim() === '' ? Number.NaN : Number(value)
  const isWithin = number >= Number(MinValue ?? -Infinity) && number <= Number(MaxValue ?? Infinity)
  return isWithin ? undefined : `must be a number from ${textOf(MinValue)} to ${textOf(MaxValue)}`
}

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
