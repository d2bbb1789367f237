import { GetFunctionConfigurationCommand } from '@aws-sdk/client-lambda'
import * as z from 'zod'
import { bad, type Finding, good } from '../cloud/finding.ts'
import { withoutValues } from '../cloud/without-values.ts'
import { versionVariable } from '../deploy/renew-functions.ts'
import type { Check } from './check.ts'
import { type DeployedDeps, idOf } from './deployed-deps.ts'
import { deployedSource, readSecret } from './deployed-source.ts'

const Values = z.record(z.string(), z.string())

/** The secret, and the functions that read it. */
export const deployedSettingsCheck: Check<DeployedDeps> = {
  name: 'The settings in Secrets Manager',
  async look(deps) {
    const { json, version, faults } = await readSecret(deps)
    const values = valuesIn(json)
    const found = faults.map((fault) => bad(withoutValues(fault, values), deployedSource.mend('Mend it')))
    const names = Object.keys(values).join(', ') || 'none, so that the sketch painters answer'
    const right = found.length === 0 ? [good(`The settings are right: ${names}`)] : found
    return [...right, await areRead(deps, version)]
  },
}

function valuesIn(json: string): Record<string, string> {
  try {
    return Values.parse(JSON.parse(json))
  } catch {
    return {}
  }
}

async function areRead(deps: DeployedDeps, version: string): Promise<Finding> {
  const functions = ['Api', 'Files', 'Worker', 'Sweeper']
  const versions = await Promise.all(
    functions.map(async (name) => {
      const FunctionName = idOf(deps, name)
      const { Environment } = await deps.services.lambda.send(new GetFunctionConfigurationCommand({ FunctionName }))
      return Environment?.Variables?.[versionVariable]
    }),
  )
  const old = functions.filter((_, index) => versions[index] !== version)
  return old.length === 0
    ? good('All functions have these settings')
    : bad(
        `${old.join(', ')} may still run with older settings`,
        'Type npm run deploy, which makes them read the settings anew.',
      )
}
