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
    const names = new Map(wanted.map(([name, { id }]) => [id, name]))
    const known = new Map(MetricAlarms.map((alarm) => [alarm.AlarmName, alarm]))
    const silent = wanted.filter(([, { id }]) => known.get(id)?.ActionsEnabled !== true)
    const ringing = MetricAlarms.filter(({ StateValue }) => StateValue === 'ALARM')
    return [
      silent.length === 0 && wanted.length > 0
        ? good(`${wanted.length} alarms watch`)
        : bad(
            `Alarms are missing or switched off: ${silent.map(([name]) => name).join(', ') || 'all'}`,
            `Type npm run deploy. Where they are switched off, type aws cloudwatch enable-alarm-actions --region ${deps.region} --alarm-names ${silent.map(([, { id }]) => id).join(' ')}.`,
          ),
      ...ringing.map(({ AlarmDescription = '', AlarmName = '', StateReason = '' }) =>
        given(names.get(AlarmName) ?? AlarmName, AlarmDescription, StateReason),
      ),
      await subscription(deps),
    ]
  },
}

const given = (name: string, description: string, reason: string): Finding =>
  bad(
    `The alarm ${name} is given: ${description}`,
    `Do what RUNBOOK.md says under “Alarms”, row ${name}. CloudWatch says: ${reason}`,
  )

async function subscription({ services, stack }: DeployedDeps): Promise<Finding> {
  const found = await alarmReceivers(services.sns, outputOf(stack, 'AlarmTopicArn'))
  return 'fault' in found
    ? bad(found.fault, found.advice)
    : good('Somebody is told of alarms', 'npm run deploy -- --test-alarm sends a test.')
}
