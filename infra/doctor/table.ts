import {
  DescribeContinuousBackupsCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb'
import { bad, type Finding, good } from '../cloud/finding.ts'
import { outputOf } from '../cloud/stack.ts'
import type { Check } from './check.ts'
import type { DeployedDeps } from './deployed-deps.ts'

export const table: Check<Pick<DeployedDeps, 'services' | 'stack' | 'region'>> = {
  name: 'The table',
  async look({ services: { dynamo }, stack, region }) {
    const TableName = outputOf(stack, 'TableName')
    const [{ Table }, { ContinuousBackupsDescription }, { TimeToLiveDescription }] = await Promise.all([
      dynamo.send(new DescribeTableCommand({ TableName })),
      dynamo.send(new DescribeContinuousBackupsCommand({ TableName })),
      dynamo.send(new DescribeTimeToLiveCommand({ TableName })),
    ])
    const recovery = ContinuousBackupsDescription?.PointInTimeRecoveryDescription?.PointInTimeRecoveryStatus
    const which = `--table-name ${TableName} --region ${region}`
    return [
      stands(
        'The table is active',
        Table?.TableStatus === 'ACTIVE',
        `It is ${Table?.TableStatus}. Look with aws dynamodb describe-table ${which}.`,
      ),
      stands(
        'The table can be set back to any second of the last 35 days',
        recovery === 'ENABLED',
        `Type aws dynamodb update-continuous-backups ${which} --point-in-time-recovery-specification PointInTimeRecoveryEnabled=true.`,
      ),
      stands(
        'The table forgets by itself what has expired',
        TimeToLiveDescription?.TimeToLiveStatus === 'ENABLED' && TimeToLiveDescription.AttributeName === 'ttl',
        `Type aws dynamodb update-time-to-live ${which} --time-to-live-specification Enabled=true,AttributeName=ttl.`,
      ),
    ]
  },
}

const stands = (title: string, ok: boolean, advice: string): Finding =>
  ok ? good(title) : bad(`Not so: ${title.charAt(0).toLowerCase()}${title.slice(1)}`, advice)
