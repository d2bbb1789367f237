import { GetCallerIdentityCommand } from '@aws-sdk/client-sts'
import { CommandFault, inWords } from './fault.ts'
import type { Services } from './services.ts'

export type Account = { id: string; region: string; identity: string }

/** Whose account is meant. Throws what to type when there is no region, or are no credentials that AWS accepts. */
export async function findAccount({ sts }: Pick<Services, 'sts'>): Promise<Account> {
  const region = await sts.config.region().catch(() => {
    throw new CommandFault('There is no AWS region. Add --region eu-central-1 (or another one), or set AWS_REGION.')
  })
  const { Account: id = '', Arn = '' } = await sts.send(new GetCallerIdentityCommand({})).catch((cause: unknown) => {
    throw new CommandFault(
      'AWS does not accept the credentials, or there are none. Type aws configure (or aws sso login), or set AWS_PROFILE, ' +
        `or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, then try again. AWS said: ${inWords(cause)}`,
      { cause },
    )
  })
  return { id, region, identity: Arn }
}
