import { GetQueueAttributesCommand, type QueueAttributeName } from '@aws-sdk/client-sqs'
import type { Deployment } from './deployment.ts'

/** Messages that wait or are under way. */
export async function queueDepth(
  { clients, resources }: Pick<Deployment, 'clients' | 'resources'>,
  queue: 'DeadTasks' | 'Tasks',
): Promise<number> {
  const { Attributes } = await clients.sqs.send(
    new GetQueueAttributesCommand({ QueueUrl: resources[queue], AttributeNames: ['All'] }),
  )
  const of = (name: QueueAttributeName) => Number(Attributes?.[name] ?? 0)
  return of('ApproximateNumberOfMessages') + of('ApproximateNumberOfMessagesNotVisible')
}
