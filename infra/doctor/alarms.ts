import { DescribeAlarmsCommand } from '@aws-sdk/client-cloudwatch'
import { ListSubscriptionsByTopicCommand } from '@aws-sdk/client-sns'
import { bad, type Finding, good } from '../cloud/finding.ts'
import { outputOf } from '../cloud/stack.ts'
import type { Check } from './check.ts'
import type { DeployedDeps } from './deployed-deps.ts'

export const alarms: Check<DeployedDeps> = {
  name: 'The alarms',
  async look(deps) {
    const wanted = [...deps.resources].filter(([, { type }]) => type === 'AWS::CloudWatch::Alarm')
    const { MetricAlarms = [] } = await deps.services.cloudWatch.send(
      new DescribeAlarmsCommand({ AlarmNames: wanted.map(([, { id }]) => id), MaxRecords: 100 }),
    )
    const known = new Map(MetricAlarms.map((alarm) => [alarm.AlarmName, alarm]))
    const silent = wanted.filter(([, { id }]) => known.get(id)?.ActionsEnabled !== true).map(([name]) => name)
    const ringing = MetricAlarms.filter(({ StateValue }) => StateValue === 'ALARM')
    return [
      silent.length === 0 && wanted.length > 0
        ? good(`${wanted.length} alarms watch`)
        : bad(
            `Alarms are missing or switched off: ${silent.join(', ') || 'all'}`,
            'Type npm run deploy, or aws cloudwatch enable-alarm-actions --alarm-names with their names.',
          ),
      ...ringing.map(({ AlarmDescription = '', AlarmName, StateReason = '' }) =>
        bad(`Alarm: ${AlarmDescription} (${AlarmName})`, `CloudWatch says: ${StateReason}`),
      ),
      await subscription(deps),
    ]
  },
}

async function subscription({ services, stack }: DeployedDeps): Promise<Finding> {
  const TopicArn = outputOf(stack, 'AlarmTopicArn')
  const { Subscriptions = [] } = await services.sns.send(new ListSubscriptionsByTopicCommand({ TopicArn }))
  const confirmed = Subscriptions.filter(({ SubscriptionArn = '' }) => SubscriptionArn.startsWith('arn:'))
  if (confirmed.length > 0) return good('Somebody is told of alarms', 'npm run deploy -- --test-alarm sends a test.')
  return Subscriptions.length > 0
    ? bad('The address for alarms is not confirmed', 'Open the mail from AWS Notifications and follow its link.')
    : bad('Nobody is told of alarms', 'Put a line STACK_AlarmEmail=… into .env.production, then type npm run deploy.')
}
