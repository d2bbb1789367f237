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
  if (Array.isArray(AllowedValues)) {
    const allowed = AllowedValues.map(textOf)
    return allowed.includes(value) ? undefined : `must be one of ${allowed.join(', ')}`
  }
  if (typeof AllowedPattern === 'string' && !new RegExp(AllowedPattern, 'u').test(value))
    return `does not look right (${textOf(rule['Description'])})`
  if (Type !== 'Number') return undefined
  // The template puts digits behind them, and counts with them: `2.5` and `1e3` would become something else.
  const isWithin = /^\d+$/u.test(value) && Number(value) >= Number(MinValue) && Number(value) <= Number(MaxValue)
  return isWithin ? undefined : `must be a whole number from ${textOf(MinValue)} to ${textOf(MaxValue)}`
}

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
