import { GetFunctionConfigurationCommand, UpdateFunctionConfigurationCommand } from '@aws-sdk/client-lambda'
import { resourcesOf } from '../cloud/stack.ts'
import { CommandFault } from '../cloud/fault.ts'
import type { DeployDeps } from './deploy-deps.ts'

/** Of the secret, as the functions that run have it. A change of it is what makes Lambda start them anew. */
export const versionVariable = 'SETTINGS_VERSION'

const pollMs = 2000

/** Makes the functions that have older settings read them again. Tells how many. */
export async function renewFunctions(deps: DeployDeps, stack: string, version: string): Promise<number> {
  const { cloudFormation } = deps.services
  const functions = (await resourcesOf(cloudFormation, stack)).flatMap(({ ResourceType, PhysicalResourceId }) =>
    ResourceType === 'AWS::Lambda::Function' && PhysicalResourceId !== undefined ? [PhysicalResourceId] : [],
  )
  const renewed = await Promise.all(functions.map((name) => renew(deps, name, version)))
  return renewed.filter(Boolean).length
}

async function renew(deps: DeployDeps, FunctionName: string, version: string): Promise<boolean> {
  const { lambda } = deps.services
  const { Environment, RevisionId } = await settled(deps, FunctionName)
  const variables = Environment?.Variables ?? {}
  if (!('SETTINGS_SECRET_ARN' in variables) || variables[versionVariable] === version) return false
  await lambda.send(
    new UpdateFunctionConfigurationCommand({
      FunctionName,
      Environment: { Variables: { ...variables, [versionVariable]: version } },
      // Whoever changed it meanwhile must not lose their variables.
      ...(RevisionId !== undefined && { RevisionId }),
    }),
  )
  await settled(deps, FunctionName)
  return true
}

async function settled({ services: { lambda }, pause }: DeployDeps, FunctionName: string) {
  for (;;) {
    const now = await lambda.send(new GetFunctionConfigurationCommand({ FunctionName }))
    if (now.LastUpdateStatus === 'Failed')
      throw new CommandFault(
        `Lambda could not renew ${FunctionName}: ${now.LastUpdateStatusReason}. Type npm run deploy again.`,
      )
    if (now.LastUpdateStatus !== 'InProgress') return now
    await pause(pollMs)
  }
}
