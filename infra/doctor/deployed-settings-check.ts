import { GetFunctionConfigurationCommand } from '@aws-sdk/client-lambda'
import { GetSecretValueCommand } from '@aws-sdk/client-secrets-manager'
import * as z from 'zod'
import { deployedSettings } from '../cloud/deployed-settings.ts'
import { bad, type Finding, good } from '../cloud/finding.ts'
import { outputOf } from '../cloud/stack.ts'
import { withoutValues } from '../cloud/without-values.ts'
import { versionVariable } from '../deploy/renew-functions.ts'
import type { Check } from './check.ts'
import { checkKeys } from './check-keys.ts'
import { type DeployedDeps, idOf } from './deployed-deps.ts'
import { lookAtOtherSites } from './other-sites.ts'
import { sunsets } from './sunsets.ts'

const Values = z.record(z.string(), z.string())
const mend = 'Mend it in .env.production, then type npm run deploy.'

/** The secret, the functions that read it, and what becomes of what it names. */
export const deployedSettingsCheck: Check<DeployedDeps> = {
  name: 'The settings in Secrets Manager',
  async look(deps) {
    const { services, stack, region, fetch, now } = deps
    const SecretId = outputOf(stack, 'SettingsSecretArn')
    const { SecretString = '', VersionId = '' } = await services.secrets.send(new GetSecretValueCommand({ SecretId }))
    const { settings, faults } = deployedSettings(SecretString, { region, domain: stack.parameters['DomainName'] })
    const values = valuesIn(SecretString)
    const found = faults.map((fault) => bad(withoutValues(fault, values), mend))
    const names = Object.keys(values).join(', ') || 'none, so that the sketch painters answer'
    const right = found.length === 0 ? [good(`The settings are right: ${names}`)] : found
    const read = await areRead(deps, VersionId)
    if (settings === undefined) return [...right, read]
    const [keys, others] = await Promise.all([
      checkKeys(settings, fetch),
      lookAtOtherSites({ url: outputOf(stack, 'Url'), origins: settings.config.corsOrigins }, fetch),
    ])
    return [...right, read, ...keys, ...sunsets(settings.models, now()), ...others]
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
