import { PublishCommand } from '@aws-sdk/client-sns'
import { alarmReceivers } from '../cloud/alarm-receivers.ts'
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
  const receivers = await alarmReceivers(services.sns, TopicArn)
  if ('fault' in receivers) throw new CommandFault(`${receivers.fault}. ${receivers.advice}`)
  await services.sns.send(
    new PublishCommand({
      TopicArn,
      Subject: `Test of the alarms of ${stack}`,
      Message: 'This is a test. Alarms of Pixel Prompt come this way. Nothing is wrong.',
    }),
  )
  say(
    `Sent a test to ${receivers.confirmed} address${receivers.confirmed === 1 ? '' : 'es'}. It should be there within a minute`,
  )
}
