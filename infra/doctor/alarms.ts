import { DescribeAlarmsCommand } from '@aws-sdk/client-cloudwatch'
import { alarmReceivers } from '../cloud/alarm-receivers.ts'
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
  const found = await alarmReceivers(services.sns, outputOf(stack, 'AlarmTopicArn'))
  return 'fault' in found
    ? bad(found.fault, found.advice)
    : good('Somebody is told of alarms', 'npm run deploy -- --test-alarm sends a test.')
}
