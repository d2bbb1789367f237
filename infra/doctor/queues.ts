import { GetQueueAttributesCommand, type SQSClient } from '@aws-sdk/client-sqs'
import { bad, good } from '../cloud/finding.ts'
import { outputOf } from '../cloud/stack.ts'
import type { Check } from './check.ts'
import type { DeployedDeps } from './deployed-deps.ts'

/** As many as the usual 20 workers paint in about ten minutes. */
const many = 500

export const queues: Check<Pick<DeployedDeps, 'services' | 'stack' | 'region'>> = {
  name: 'The queues',
  async look({ services: { sqs }, stack, region }) {
    const deadUrl = outputOf(stack, 'DeadTasksQueueUrl')
    const [waiting, dead] = await Promise.all([
      attributesOf(sqs, outputOf(stack, 'TasksQueueUrl')),
      attributesOf(sqs, deadUrl),
    ])
    const tasks = `${waiting.visible} tasks wait and ${waiting.taken} are being painted`
    return [
      waiting.visible > many
        ? bad(
            tasks,
            'Raise STACK_WorkerConcurrency in .env.production, or lower the limits there, and type npm run deploy.',
          )
        : good(tasks),
      dead.visible > 0
        ? bad(
            `${dead.visible} tasks were given up after three tries`,
            `See why with aws sqs receive-message --queue-url ${deadUrl} --region ${region} and in the worker's log; try them again with aws sqs start-message-move-task --source-arn ${dead.arn} --region ${region}.`,
          )
        : good('No task was given up'),
    ]
  },
}

async function attributesOf(sqs: SQSClient, QueueUrl: string) {
  const AttributeNames = ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible', 'QueueArn'] as const
  const { Attributes = {} } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: [...AttributeNames] }),
  )
  return {
    visible: Number(Attributes['ApproximateNumberOfMessages']),
    taken: Number(Attributes['ApproximateNumberOfMessagesNotVisible']),
    arn: Attributes['QueueArn'] ?? '',
  }
}
