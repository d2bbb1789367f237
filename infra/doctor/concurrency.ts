import { GetAccountSettingsCommand } from '@aws-sdk/client-lambda'
import { bad, good } from '../cloud/finding.ts'
import type { Check } from './check.ts'
import type { DeployedDeps } from './deployed-deps.ts'

/** Left for visitors' requests while every worker paints. */
const forRequests = 5

export const concurrency: Check<Pick<DeployedDeps, 'services' | 'stack' | 'region'>> = {
  name: 'How many functions the account may run at once',
  async look({ services, stack, region }) {
    const { AccountLimit } = await services.lambda.send(new GetAccountSettingsCommand({}))
    const limit = AccountLimit?.UnreservedConcurrentExecutions ?? AccountLimit?.ConcurrentExecutions ?? 0
    const workers = Number(stack.parameters['WorkerConcurrency'])
    const title = `The account may run ${limit} functions at once, of which ${workers} may be workers`
    if (limit >= workers + forRequests) return [good(title)]
    const quota = `aws service-quotas request-service-quota-increase --service-code lambda --quota-code L-B99A9384 --desired-value 1000 --region ${region}`
    const fewer = Math.max(2, limit - forRequests)
    return [
      bad(
        title,
        `Pages would be turned away while all paint. Type ${quota}, or put STACK_WorkerConcurrency=${fewer} into .env.production and type npm run deploy.`,
      ),
    ]
  },
}
