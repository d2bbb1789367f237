import { parseEnv } from 'node:util'
import { deployedSettings } from '../cloud/deployed-settings.ts'
import { withoutValues } from '../cloud/without-values.ts'
import type { Template } from '../template/parse-template.ts'
import { readParameters } from './read-parameters.ts'

export type Production = {
  /** The secret's value: JSON, its keys in order. */
  settings: string
  names: string[]
  /** All of the template's, those that are not given with their defaults. */
  parameters: Record<string, string>
  /** Sentences without values. */
  faults: string[]
}

type Asked = { template: Template; flags: readonly string[]; region: string }

const prefix = 'STACK_'

/**
 * What `.env.production` and the flags say: lines `STACK_<parameter>=…` are the template's parameters, all others are the
 * settings of the functions.
 */
export function readProduction(text: string, { template, flags, region }: Asked): Production {
  const lines = Object.entries(parseEnv(text)).flatMap(([name, value]) =>
    value === undefined || value.trim() === '' ? [] : [[name, value] as const],
  )
  const settings = Object.fromEntries(lines.filter(([name]) => !name.startsWith(prefix)).toSorted(byName))
  const given = Object.fromEntries(
    lines.filter(([name]) => name.startsWith(prefix)).map(([name, value]) => [name.slice(prefix.length), value]),
  )
  const flagged = Object.fromEntries(
    flags.map((flag) => flag.split(/=(.*)/su)).map(([name = '', value = '']) => [name, value]),
  )
  const { parameters, faults } = readParameters(template, { ...given, ...flagged })
  const json = JSON.stringify(settings, undefined, 2)
  const read = deployedSettings(json, { region, domain: parameters['DomainName'] })
  return {
    settings: json,
    names: Object.keys(settings),
    parameters,
    faults: [...faults, ...read.faults].map((fault) => withoutValues(fault, settings)),
  }
}

const byName = ([a]: readonly [string, string], [b]: readonly [string, string]) => (a < b ? -1 : 1)
