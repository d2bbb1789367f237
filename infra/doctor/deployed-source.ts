import { GetSecretValueCommand } from '@aws-sdk/client-secrets-manager'
import { deployedSettings, role } from '../cloud/deployed-settings.ts'
import { outputOf } from '../cloud/stack.ts'
import type { DeployedDeps } from './deployed-deps.ts'
import type { SettingsSource } from './settings-source.ts'

export const deployedSource: SettingsSource<DeployedDeps> = {
  read: async (deps) => (await readSecret(deps)).settings,
  async signWith({ services }, aws) {
    if (aws.accessKeyId !== role) return { aws, who: 'AWS_ACCESS_KEY_ID' }
    // The worker's own credentials are with the worker alone. Whoever asks here is of the same account.
    const { accessKeyId, secretAccessKey, sessionToken } = await services.sts.config.credentials()
    const session = sessionToken !== undefined && { sessionToken }
    return { aws: { region: aws.region, accessKeyId, secretAccessKey, ...session }, who: 'whoever types this' }
  },
  mend: (change) => `${change} in .env.production, then type npm run deploy.`,
}

export async function readSecret({ services, stack, region }: DeployedDeps) {
  const SecretId = outputOf(stack, 'SettingsSecretArn')
  const { SecretString = '', VersionId = '' } = await services.secrets.send(new GetSecretValueCommand({ SecretId }))
  const domain = stack.parameters['DomainName']
  return { json: SecretString, version: VersionId, ...deployedSettings(SecretString, { region, domain }) }
}
