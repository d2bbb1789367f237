import { ListSubscriptionsByTopicCommand, PublishCommand } from '@aws-sdk/client-sns'
import { findAccount } from '../cloud/account.ts'
import { CommandFault } from '../cloud/fault.ts'
import { findStack, outputOf } from '../cloud/stack.ts'
import type { DeployDeps, Wish } from './deploy-deps.ts'

/** Sends one message the way alarms go, and says who should get it. */
export async function testAlarm({ services, say }: DeployDeps, { stack }: Wish): Promise<void> {
  await findAccount(services)
  const found = await findStack(services.cloudFormation, stack)
  if (found === undefined) throw new CommandFault(`There is no stack ${stack}: npm run deploy makes it.`)
  const TopicArn = outputOf(found, 'AlarmTopicArn')
  const { Subscriptions = [] } = await services.sns.send(new ListSubscriptionsByTopicCommand({ TopicArn }))
  const confirmed = Subscriptions.filter(({ SubscriptionArn = '' }) => SubscriptionArn.startsWith('arn:'))
  if (Subscriptions.length === 0)
    throw new CommandFault(
      'Nobody is told of alarms. Put a line STACK_AlarmEmail=… into .env.production, then type npm run deploy.',
    )
  if (confirmed.length === 0)
    throw new CommandFault(
      'The address for alarms is not confirmed. Open the mail from AWS Notifications and follow its link.',
    )
  await services.sns.send(
    new PublishCommand({
      TopicArn,
      Subject: `Test of the alarms of ${stack}`,
      Message: 'This is a test. Alarms of Pixel Prompt come this way. Nothing is wrong.',
    }),
  )
  say(
    `Sent a test to ${confirmed.length} address${confirmed.length === 1 ? '' : 'es'}. It should be there within a minute`,
  )
}
