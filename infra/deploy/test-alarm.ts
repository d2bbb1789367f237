import { PublishCommand } from '@aws-sdk/client-sns'
import { alarmReceivers } from '../cloud/alarm-receivers.ts'
import { findAccount } from '../cloud/account.ts'
import { CommandFault } from '../cloud/fault.ts'
import { findStack, outputOf } from '../cloud/stack.ts'
import type { DeployDeps, Wish } from './deploy-deps.ts'

const Message = 'This is a test. Alarms of Pixel Prompt come this way. Nothing is wrong.'

/** Sends one message the way alarms go, and says who should get it. */
export async function testAlarm(deps: DeployDeps, wish: Wish): Promise<void> {
  const { TopicArn, addresses } = await findTopic(deps, wish)
  await deps.services.sns.send(
    new PublishCommand({ TopicArn, Subject: `Test of the alarms of ${wish.stack}`, Message }),
  )
  deps.say(`Sent a test to ${addresses}. It should be there within a minute`)
}

/** Says what testAlarm would send. */
export async function showTestAlarm(deps: DeployDeps, wish: Wish): Promise<void> {
  const { TopicArn, addresses } = await findTopic(deps, wish)
  deps.say(`A test would be sent to ${addresses} of ${TopicArn}: “${Message}”`)
  deps.say('This was a plan: nothing was sent')
}

/** Throws why nobody would get it. */
async function findTopic({ services }: DeployDeps, { stack }: Wish): Promise<{ TopicArn: string; addresses: string }> {
  await findAccount(services)
  const found = await findStack(services.cloudFormation, stack)
  if (found === undefined) throw new CommandFault(`There is no stack ${stack}: npm run deploy makes it.`)
  const TopicArn = outputOf(found, 'AlarmTopicArn')
  const receivers = await alarmReceivers(services.sns, TopicArn)
  if ('fault' in receivers) throw new CommandFault(`${receivers.fault}. ${receivers.advice}`)
  return { TopicArn, addresses: `${receivers.confirmed} address${receivers.confirmed === 1 ? '' : 'es'}` }
}
